/** The type of a file by its first bytes, whatever its name claims; null for one we do not take. */
export function mediaTypeOf(content: Buffer): string | null {
  if (content.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  if (content.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'image/png';
  if (content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (content.subarray(0, 4).toString('latin1') === 'PK\x03\x04' && content.includes('word/'))
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return isPlainText(content) ? 'text/plain' : null;
}

/** UTF-8 without control characters, and not a page or a script in disguise. */
function isPlainText(content: Buffer): boolean {
  const text = content.toString('utf8');
  // oxlint-disable-next-line no-control-regex
  return (
    !text.includes('\ufffd') && !/[\x00-\x08\x0b\x0c\x0e-\x1f]/.test(text) && !/<\s*(?:!doctype|html|script|svg)/i.test(text.slice(0, 1000))
  );
}
