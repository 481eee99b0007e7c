import { expect, it } from 'vitest';
import PostalMime from 'postal-mime';
import { emailFrom, wordsOfHtml } from './email.ts';

const read = async (bytes: Buffer) => emailFrom(await PostalMime.parse(bytes), bytes);

const message = [
  'From: "Ms Okafor" <m.okafor@greenhill.example>',
  'To: frontdoor@council.example',
  'Subject: =?UTF-8?Q?Worried_about_Zo=C3=AB?=',
  'Message-ID: <77@greenhill.example>',
  'Date: Mon, 23 Nov 2026 16:40:00 +0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Zo=C3=AB came in hungry again.',
  '--b',
  'Content-Type: text/plain; name="notes.txt"',
  'Content-Disposition: attachment; filename="notes.txt"',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('Three dates').toString('base64'),
  '--b--',
  '',
].join('\r\n');

it('reads who sent it, when, its words and its attachments', async () => {
  const email = await read(Buffer.from(message));
  expect(email).toMatchObject({
    messageId: '<77@greenhill.example>',
    fromName: 'Ms Okafor',
    fromAddress: 'm.okafor@greenhill.example',
    subject: 'Worried about Zoë',
    sentAt: new Date('2026-11-23T16:40:00Z'),
    text: 'Zoë came in hungry again.',
  });
  expect(email?.attachments.map(({ name, content }) => [name, content.toString()])).toEqual([['notes.txt', 'Three dates']]);
});

it('takes nothing that is no email', async () => {
  expect(await read(Buffer.from('%PDF-1.7 not a letter'))).toBeNull();
  expect(await read(Buffer.alloc(0))).toBeNull();
});

it('a message that came as a page is words alone: no script, no tag', () => {
  expect(
    wordsOfHtml('<head><style>p{}</style></head><p>He was <b>hungry</b> &amp; cold.</p><script>alert(1)</script><div>Two<br>lines</div>'),
  ).toBe('He was hungry & cold.\nTwo\nlines');
});
