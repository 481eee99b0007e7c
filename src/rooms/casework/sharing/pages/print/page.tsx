import { about, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { longMoment } from '../../../../../platform/time/plain-dates.ts';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { referenceOf, verdictWords } from '../../share.ts';
import { sharesAbout } from '../../share.store.ts';
import { shareFile } from '../../whole-share.store.ts';
import { Facts } from '../share/facts.tsx';
import { Items } from '../share/items.tsx';
import { titleOf } from '../share/page.tsx';
import { familyWords, identityForShares } from '../shares/page.tsx';

/** Every decision about a child on paper: date, recipient, purpose, reason, what the family knows. */
export async function printSharesPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  const identity = await identityForShares(ctx, personId);
  const lines = await sharesAbout(ctx, personId);
  about(ctx, 'person', personId);
  const title = identity ? `What was shared about ${identity.name}` : 'What was shared';
  return staffView(
    ctx,
    { title, breadcrumbs: [{ href: `/children/${personId}/shares`, label: 'What was shared' }, { label: 'To print' }] },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <Printed ctx={ctx} />
      {lines.length === 0 ? <EmptyList why="There is nothing to print that is open to you." /> : null}
      <ol class="govuk-list">
        {lines.map((line) => (
          <li>
            <strong>
              {longMoment(line.decidedAt)}: {verdictWords(line.decision)} {line.recipient}
            </strong>{' '}
            ({referenceOf(line.id)}). {line.purpose}. {line.reason} The family: {familyWords(line.familyTold).toLowerCase()}. By{' '}
            {[line.decidedBy, line.byAgency].filter(Boolean).join(', ')}.
          </li>
        ))}
      </ol>
    </>,
  );
}

/** One decision on paper, whole. */
export async function printSharePage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const file = await shareFile(ctx, asked.params['id'] ?? '');
  await identityForShares(ctx, file.share.personId);
  return staffView(
    ctx,
    {
      title: titleOf(file),
      breadcrumbs: [{ href: `/shares/${file.share.id}`, label: referenceOf(file.share.id) }, { label: 'To print' }],
    },
    <>
      <h1 class="govuk-heading-l">{titleOf(file)}</h1>
      <Printed ctx={ctx} />
      <p class="govuk-body">
        Decided {longMoment(file.share.decidedAt)} by {[file.share.decidedBy, file.share.byAgency].filter(Boolean).join(', ')}. Reference{' '}
        {referenceOf(file.share.id)}.
      </p>
      <Items file={file} mayCorrect={false} />
      <Facts share={file.share} />
    </>,
  );
}

function Printed({ ctx }: { ctx: StaffCtx }) {
  return (
    <p class="govuk-body">
      Printed {longMoment(ctx.now)} by {ctx.who.name}. Not for the family as it stands: it may name others and say what they told us.
    </p>
  );
}
