import { createHash, randomBytes } from 'node:crypto';

/** A code that opens an answer once: 256 bits, kept nowhere but in the message. */
export const newCode = (): string => randomBytes(32).toString('base64url');

/** By which a code is known again without being kept. */
export const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');
