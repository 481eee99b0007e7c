import { SummaryList } from '../../../../../platform/web/govuk/summary-list.tsx';
import { longMoment } from '../../../../../platform/time/plain-dates.ts';
import * as codes from '../../share.codes.ts';
import type { WholeShare } from '../../whole-share.store.ts';
import { familyWords } from '../shares/page.tsx';

/** Why, by which law, with what harm weighed, and what the family knows. */
export function Facts({ share }: { share: WholeShare }) {
  return (
    <>
      <h2 class="govuk-heading-m">Why</h2>
      <SummaryList rows={whyRows(share)} />
      <h2 class="govuk-heading-m">By which law</h2>
      <SummaryList rows={lawRows(share)} />
      <h2 class="govuk-heading-m">Harm, and the family</h2>
      <SummaryList rows={familyRows(share)} />
    </>
  );
}

const row = (key: string, value: string | null) => (value ? { key, value } : null);
const joined = (...parts: (string | null)[]): string => parts.filter(Boolean).join(': ');

const whyRows = (share: WholeShare) => [
  row('About', share.named),
  row('With whom', [share.recipient, share.toPerson, share.toEmail, share.toPhone].filter(Boolean).join(', ')),
  row('What they need it for', share.purpose),
  row('Function it serves', codes.wordsOf(codes.functions, share.serves)),
  row('Why it was decided so', share.reason),
  row('Kept back because', share.ground ? codes.wordsOf(codes.grounds, share.ground) : null),
  row('How it was given', share.method?.replace(/^./, (first) => first.toUpperCase()) ?? null),
  row('How it was made sure', share.securityCheck),
  row('Written here', longMoment(share.recordedAt)),
  row(
    'Who may read this',
    share.openTo === 'social care'
      ? 'Social workers who help this child, the front door, and whoever decided'
      : 'Everyone who helps this child',
  ),
];

const lawRows = (share: WholeShare) => [
  row('Law', joined(codes.wordsOf(codes.statutes, share.statute), share.statuteNote)),
  row('UK GDPR, Article 6', codes.wordsOf(codes.article6, share.article6)),
  row('UK GDPR, Article 9', codes.wordsOf(codes.article9, share.article9)),
  row('Data Protection Act 2018', codes.wordsOf(codes.dpaConditions, share.dpaCondition)),
  row('Duty of confidence', codes.wordsOf(codes.confidences, share.confidence)),
  row(
    'Duty to share (section 16LA)',
    share.dutyInForce ? 'It bound both sides on that day' : 'Not in force on that day, or not known to bind both sides',
  ),
];

const familyRows = (share: WholeShare) => [
  row(
    'Would sharing harm the child more?',
    joined(codes.wordsOf(codes.detriments, share.detriment).replace(/:.*/, ''), share.detrimentBecause),
  ),
  row('Did the family know?', joined(familyWords(share.familyTold), share.toldWhom ?? share.notToldBecause)),
  row('Agreement', joined(codes.wordsOf(codes.agreements, share.agreement), share.agreementBecause)),
];
