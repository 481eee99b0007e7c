import { peopleSample } from '../../people/sample.ts';

/** The same id for the same handle in every demonstration ("staff contact-officer"), so that tests and links can rely on it. */
export function sampleId(handle: string): string {
  let hash = 0x811c9dc5;
  for (const character of handle) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return peopleSample.randomFrom(hash, handle.length).uuid();
}
