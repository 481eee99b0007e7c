/** The key of what is sealed: 32 bytes in hexadecimal in SEALING_KEY, kept apart from the database and its backups; null where it is not set.
 *  Without it nothing can be sealed or opened. */
export function sealingKey(): Buffer | null {
  const text = process.env['SEALING_KEY'] ?? '';
  return /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : null;
}
