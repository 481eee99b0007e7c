const shape = /^(?:GIR0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y])\d[ABD-HJLNP-UW-Z]{2})$/;
const digitFor: Record<string, string> = { O: '0', I: '1', L: '1' };

/**
 * A postcode as we store it: capitals and one space before the last three (HA1 2XY), or undefined when the text is none.
 * A letter O, I or L typed where only a digit can stand is read as that digit. Shape: Royal Mail, BS 7666.
 */
export function normalisePostcode(text: string): string | undefined {
  const tight = text.replace(/[^a-z0-9]/gi, '').toUpperCase();
  if (tight.length < 5 || tight.length > 7) return undefined;
  const outward = tight.slice(0, -3);
  const inward = (digitFor[tight.at(-3) ?? ''] ?? tight.at(-3)) + tight.slice(-2);
  return shape.test(outward + inward) ? `${outward} ${inward}` : undefined;
}

/** The half of a postcode before the space, safe to show where the address itself may not be (HA1). */
export const outwardCode = (postcode: string): string => postcode.split(' ')[0] ?? '';
