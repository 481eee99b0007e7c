import { createHash } from 'node:crypto';

/** Head of an empty chain. */
export const genesis = '0'.repeat(64);

/** The chain's next hash: sha-256 over the previous one and the row's own, both as 64 hex characters. */
export const link = (previous: string, rowHash: string): string =>
  createHash('sha256')
    .update(previous + rowHash)
    .digest('hex');

/** A signed statement that the chain was `position` long and ended in `chainHash`. */
export interface Checkpoint {
  position: number;
  chainHash: string;
  signedAt: Date;
  keyId: string;
  signature: string;
}

/** The bytes that are signed: one line a fact, so that anyone can check a checkpoint with openssl. */
export const statement = (about: Omit<Checkpoint, 'signature'>): string =>
  `goldthread audit checkpoint v1\nposition ${about.position}\nchain ${about.chainHash}\nat ${about.signedAt.toISOString()}\nkey ${about.keyId}\n`;
