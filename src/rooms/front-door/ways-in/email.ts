/** An email as the front door reads it: its words, who it says sent it, its attachments. Nothing in it proves who wrote it. */
import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';

export interface ReadEmail {
  messageId: string | null;
  fromName: string | null;
  fromAddress: string | null;
  subject: string | null;
  sentAt: Date | null;
  text: string;
  sha256: string;
  attachments: { name: string; content: Buffer }[];
}

/** Most characters of a body that are kept as the words; the whole message stays beside them as a file. */
export const longestBody = 50_000;

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

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ' };

/** The words of a message that came as a page only: no tags, no styles, a line for every block. It is shown as text and never as a page. */
export function wordsOfHtml(html: string): string {
  return html
    .replaceAll(/<(script|style|head)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replaceAll(/<(br|\/p|\/div|\/li|\/tr|\/h\d)\b[^>]*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
