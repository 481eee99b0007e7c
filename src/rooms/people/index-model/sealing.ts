import { sealingKey } from '../../../platform/db/sealing-key.ts';
import { refused } from '../../../platform/access/refusal.ts';
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** The key; throws refused, in words for the page, where it is not set. */
export function keyOrRefuse(): Buffer {
  const key = sealingKey();
  if (!key) throw refused('Sealing is not set up here: the key is missing. Ask whoever runs Goldthread');
  return key;
}

/** Encrypts the two ids (AES-256-GCM; nonce, tag, then text): nobody with the database alone can read which two people are one. */
export function seal(key: Buffer, before: string, after: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const text = Buffer.concat([cipher.update(`${before} ${after}`, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** The two ids again, the identity before adoption first. Throws when the key is another or the contents were changed. */
export function unseal(key: Buffer, contents: Buffer): { before: string; after: string } {
  const decipher = createDecipheriv('aes-256-gcm', key, contents.subarray(0, 12));
  decipher.setAuthTag(contents.subarray(12, 28));
  const [before = '', after = ''] = Buffer.concat([decipher.update(contents.subarray(28)), decipher.final()])
    .toString('utf8')
    .split(' ');
  return { before, after };
}

const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
/** A reference to note on the adoption file, from chance alone: "S-7K2M9QXD". */
export const newReference = (): string =>
  `S-${[...createHash('sha256').update(randomBytes(32)).digest()]
    .slice(0, 8)
    .map((byte) => letters[byte % letters.length])
    .join('')}`;
