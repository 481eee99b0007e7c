import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';
import { longestBody, wordsOfHtml, type ReadEmail } from '../email.ts';

/** Reads a message (RFC 5322 and MIME). Null when the bytes are no email: it must at least say whom it is from. */
export async function readEmail(content: Buffer): Promise<ReadEmail | null> {
  const email = await PostalMime.parse(content, { attachmentEncoding: 'arraybuffer' }).catch(() => null);
  if (!email?.from || (email.from.address ?? '') === '') return null;
  const sent = email.date ? new Date(email.date) : null;
  return {
    messageId: short(email.messageId, 300),
    fromName: short(email.from.name, 200),
    fromAddress: short(email.from.address, 200),
    subject: short(email.subject, 500),
    sentAt: sent && !Number.isNaN(sent.getTime()) ? sent : null,
    text: (email.text?.trim() || wordsOfHtml(email.html ?? '')).slice(0, longestBody),
    sha256: createHash('sha256').update(content).digest('hex'),
    attachments: email.attachments.map((one, at) => ({
      name: one.filename ?? `attachment ${at + 1}`,
      content: typeof one.content === 'string' ? Buffer.from(one.content) : Buffer.from(one.content as ArrayBuffer),
    })),
  };
}

const short = (text: string | undefined, most: number): string | null => text?.trim().slice(0, most) || null;
