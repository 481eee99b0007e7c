import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { statement, type Checkpoint } from './chain.ts';

/** The key checkpoints are signed with. Its private half never leaves AUDIT_DIR. */
export interface SigningKey {
  keyId: string;
  publicPem: string;
  made: boolean;
  sign(about: Omit<Checkpoint, 'signature' | 'keyId'>): Checkpoint;
}

const idOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);

/** Reads the signing key of a folder, or makes one (Ed25519, readable by its owner only) and puts its public half beside it. */
export function signingKey(folder: string): SigningKey {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'checkpoint-key.pem');
  const made = !existsSync(file);
  if (made)
    writeFileSync(file, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  const privateKey = createPrivateKey(readFileSync(file));
  const publicKey = createPublicKey(privateKey);
  const keyId = idOf(publicKey);
  const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const publicFile = join(folder, `checkpoint-${keyId}.pub.pem`);
  if (!existsSync(publicFile)) writeFileSync(publicFile, publicPem);
  return {
    keyId,
    publicPem,
    made,
    sign: (about) => ({
      ...about,
      keyId,
      signature: sign(null, Buffer.from(statement({ ...about, keyId })), privateKey).toString('base64'),
    }),
  };
}

/** Every public key of a folder by its id: keys that were in use before stay there, so that old checkpoints can be checked. */
export function publicKeys(folder: string): ReadonlyMap<string, KeyObject> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder).filter((name) => name.endsWith('.pub.pem'));
  return new Map(files.map((name) => createPublicKey(readFileSync(join(folder, name)))).map((key) => [idOf(key), key]));
}

/** Whether a checkpoint was signed by one of these keys. */
export function isSigned(checkpoint: Checkpoint, keys: ReadonlyMap<string, KeyObject>): boolean {
  const key = keys.get(checkpoint.keyId);
  return key !== undefined && verify(null, Buffer.from(statement(checkpoint)), key, Buffer.from(checkpoint.signature, 'base64'));
}
