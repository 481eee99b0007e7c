/** Every message Goldthread ever sends outside itself, word for word. Each says that something waits and where; none can say about whom:
 *  the values that may stand in one are a reference, a day and a link (words.ts). The same words are entered at GOV.UK Notify. */

export type Channel = 'email' | 'sms';

interface Template {
  /** Names of the values, in the order they stand. */
  values: readonly ('reference' | 'day' | 'link')[];
  subject: string;
  body: string;
  /** A text message is short and so has its own words; without them the template is for email alone. */
  text?: string;
}

const nothing = 'This message holds no personal information. Please do not reply to it with any.';
const signIn = `Sign in to read it: ((link))\n\n${nothing}`;

export const templates = {
  'concern-answered': {
    values: ['reference', 'link'],
    subject: 'There is an answer to the concern you raised, reference ((reference))',
    body: `There is an answer to the concern you raised, reference ((reference)).\n\n${signIn}`,
    text: 'There is an answer to the concern you raised, reference ((reference)). Sign in: ((link))',
  },
  'answer-to-open': {
    values: ['reference', 'day', 'link'],
    subject: 'There is an answer for you, reference ((reference))',
    body: `There is an answer for you, reference ((reference)).\n\nOpen it: ((link))\n\nThe link opens once, until ((day)). ${nothing}`,
    text: 'There is an answer for you, reference ((reference)). Opens once, until ((day)): ((link))',
  },
  'question-waits': {
    values: ['reference', 'link'],
    subject: 'There is a question for you, reference ((reference))',
    body: `The front door has a question about the concern you raised, reference ((reference)).\n\n${signIn}`,
    text: 'The front door has a question for you, reference ((reference)). Sign in: ((link))',
  },
  'information-asked': {
    values: ['link'],
    subject: 'Your agency is asked for information',
    body: `The safeguarding hub asks your agency for information, against a deadline.\n\n${signIn}`,
  },
  'information-overdue': {
    values: ['link'],
    subject: 'Your agency’s answer to the hub is overdue',
    body: `The safeguarding hub still waits for your agency’s answer. No answer does not count as nothing known.\n\n${signIn}`,
  },
  'return-outcome': {
    values: ['link'],
    subject: 'What became of the information your agency gave',
    body: `The safeguarding hub has decided on an enquiry your agency answered.\n\n${signIn}`,
  },
  'handover-waits': {
    values: ['reference', 'link'],
    subject: 'Something is passed to you, reference ((reference))',
    body: `Something is passed to you or your team, reference ((reference)). It is not handed over until somebody accepts it.\n\n${signIn}`,
  },
  'consult-waits': {
    values: ['reference', 'link'],
    subject: 'The front door asks for your view, reference ((reference))',
    body: `The front door asks for your view, reference ((reference)).\n\n${signIn}`,
  },
  'disagreement-raised': {
    values: ['reference', 'day', 'link'],
    subject: 'A professional disagreement is raised, reference ((reference))',
    body: `A professional disagreement is raised with your service, reference ((reference)). It should be settled by ((day)).\n\n${signIn}`,
  },
  'disagreement-moved': {
    values: ['reference', 'day', 'link'],
    subject: 'A professional disagreement has reached you, reference ((reference))',
    body: `A professional disagreement has moved up a stage, reference ((reference)). It should be settled by ((day)).\n\n${signIn}`,
  },
  'disagreement-news': {
    values: ['reference', 'link'],
    subject: 'There is news of a professional disagreement, reference ((reference))',
    body: `There is news of a professional disagreement, reference ((reference)).\n\n${signIn}`,
  },
  'share-corrected': {
    values: ['reference', 'link'],
    subject: 'Something that was shared with you is corrected, reference ((reference))',
    body: `Something that was shared with you or your agency is corrected, reference ((reference)). Please put your copy right.\n\n${signIn}`,
  },
  'share-corrected-outside': {
    values: ['reference'],
    subject: 'Something we shared with you is corrected, reference ((reference))',
    body: `Something we shared with you is corrected, reference ((reference)).\n\nPlease telephone whoever shared it, or our switchboard, and give this reference.\n\n${nothing}`,
  },
} as const satisfies Record<string, Template>;

export type TemplateName = keyof typeof templates;
export const templateNames = Object.keys(templates) as TemplateName[];

/** A template as every reader of it sees it. */
export const templateOf = (name: TemplateName): Template => templates[name];

/** The words of a template for a channel; null where it has none for that channel. */
export function wordsFor(name: TemplateName, channel: Channel): { subject: string | null; body: string } | null {
  const template = templateOf(name);
  if (channel === 'email') return { subject: template.subject, body: template.body };
  return template.text === undefined ? null : { subject: null, body: template.text };
}
