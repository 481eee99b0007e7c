import { createHash } from 'node:crypto';

/** Id of the row the other way round of a relationship that reads the same from either side; fold.follow in 0028 makes the same. */
export function mirrorOf(id: string): string {
  const hash = createHash('md5').update(`${id}mirror`).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20)].join('-');
}
