/** An email as the front door reads it: its words, who it says sent it, its attachments. Nothing in it proves who wrote it. */
import { createHash } from 'node:crypto';
import type { Email } from 'postal-mime';

/** The draft an email waits in until the officer has said who it is about. */
export const emailDraft = 'email-capture';

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

/** What is kept of a message as a mail library parsed it; `bytes` are the message itself. Null when it does not even say whom it is from. */
export function emailFrom(parsed: Email, bytes: Buffer): ReadEmail | null {
  if (!parsed.from?.address) return null;
  const sent = parsed.date ? new Date(parsed.date) : null;
  return {
    messageId: short(parsed.messageId, 300),
    fromName: short(parsed.from.name, 200),
    fromAddress: short(parsed.from.address, 200),
    subject: short(parsed.subject, 500),
    sentAt: sent && !Number.isNaN(sent.getTime()) ? sent : null,
    text: (parsed.text?.trim() || wordsOfHtml(parsed.html ?? '')).slice(0, longestBody),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    attachments: parsed.attachments.map((one, at) => ({
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
