import { normalisePostcode } from '../../postcode.ts';

/** "12 Acre Road, Harrow, HA1 2XY" as the parts of an address: the postcode where the last part is one, the town before it, the rest in front. */
export function addressFrom(text: string): { line1: string; line2: string | null; town: string | null; postcode: string | null } {
  const parts = text.split(', ').filter(Boolean);
  const postcode = normalisePostcode(parts.at(-1) ?? '') ?? null;
  const rest = postcode ? parts.slice(0, -1) : parts;
  const town = rest.length > 1 ? (rest.at(-1) ?? null) : null;
  const lines = town ? rest.slice(0, -1) : rest;
  return { line1: lines[0] ?? text, line2: lines.slice(1).join(', ') || null, town, postcode };
}
