/** The moment of a change, in microseconds since 1970, as an address carries it; null for anything else. */
export const changeNumber = (typed: string | undefined): string | null => (/^\d{1,18}$/.test(typed ?? '') ? String(typed) : null);
