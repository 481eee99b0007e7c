import { z } from 'zod';
import { may, saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { pdsConnection } from '../../../../../platform/nhs/pds.ts';
import { clockTime } from '../../../../../platform/time/plain-dates.ts';
import { InsetText } from '../../../../../platform/web/govuk/inset-text.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { lookUp } from '../../../actions/look-up.ts';
import { beginNhsRun } from '../../actions/begin-nhs-run.ts';
import { resumeNhsRun } from '../../actions/resume-nhs-run.ts';
import { stopNhsRun } from '../../actions/stop-nhs-run.ts';
import { latestRun } from '../../pds/run.store.ts';
import { outcomes, type TraceOutcome } from '../../pds/trace.ts';
import { traceCounts, worklist, type TraceCounts } from '../../pds/trace.store.ts';
import { Run } from './run.tsx';
import { Worklist, listNames, type ListName } from './worklist.tsx';

const perPage = 50;
/** Live sharing with the NHS (CP-IS) is not authorised below this share of children matched to an NHS number. */
const needed = 0.95;

/** How many children have an NHS number that the NHS has confirmed, what stands in the way of the rest, and the asking itself. Names are for the
 *  index desk; the analyst sees the counts. */
export async function numbersPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const counts = await traceCounts(ctx);
  const run = await latestRun(ctx);
  const mayWork = may(ctx, 'nhs-number.work');
  const chosen = listNames.find((name) => name === asked.query['outcome']) ?? null;
  const at = Math.max(1, Number(/^\d{1,4}$/.exec(asked.query['page'] ?? '')?.[0] ?? 1));
  const rows = mayWork && chosen ? await worklist(ctx, chosen, perPage + 1, (at - 1) * perPage) : [];
  saw(ctx, ...rows.map((row) => row.personId));
  return staffView(
    ctx,
    { title: 'NHS numbers', wide: true, errors: again?.errors ?? [], breadcrumbs: [{ label: 'NHS numbers' }] },
    <>
      <h1 class="govuk-heading-l">{headline(counts)}</h1>
      <Rule counts={counts} />
      <div class="gt-columns gt-columns--2">
        <section>
          <h2 class="govuk-heading-m">What the NHS says</h2>
          <Outcomes counts={counts} links={mayWork} />
          <p class="govuk-body-s">
            Of {counts.children.toLocaleString('en-GB')} children in the index today: born, under 18, shielded or not. As of{' '}
            {clockTime(ctx.now)} today. Source: NHS Personal Demographics Service.
          </p>
        </section>
        <Run ctx={ctx} run={run} connected={pdsConnection() !== null} />
      </div>
      {mayWork ? <Worklist ctx={ctx} chosen={chosen} rows={rows} at={at} perPage={perPage} /> : null}
    </>,
  );
}

const percent = (part: number, whole: number): string => (whole === 0 ? '0%' : `${((part / whole) * 100).toFixed(1)}%`);

const headline = ({ checked, children }: TraceCounts): string =>
  children === 0
    ? 'NHS numbers: no children in the index yet'
    : `NHS numbers: ${checked.toLocaleString('en-GB')} of ${children.toLocaleString('en-GB')} children checked (${percent(checked, children)})`;

function Rule({ counts: { children, checked, held } }: { counts: TraceCounts }) {
  const short = Math.ceil(children * needed) - checked;
  return (
    <InsetText>
      Child Protection – Information Sharing may not go live below 95% matched.{' '}
      {short > 0
        ? `${short.toLocaleString('en-GB')} more children are needed.`
        : `Here ${percent(checked, children)} are matched, so the rule is met.`}{' '}
      {held.toLocaleString('en-GB')} children have a number, checked or not ({percent(held, children)}). The rule speaks of children on a
      plan or looked after; every child in the index is counted here, for those lists are not in it.
    </InsetText>
  );
}

const words: Readonly<Record<TraceOutcome, string>> = {
  matched: 'Matched: the number is confirmed',
  superseded: 'Superseded: a newer number was taken',
  possible: 'Possible: a person must look',
  many: 'Several people are as likely',
  none: 'Nobody found',
  invalidated: 'Withdrawn by the NHS: a person must look',
  'not asked': 'Not asked yet, or no name to ask by',
  error: 'The NHS could not answer',
};

function Outcomes({ counts, links }: { counts: TraceCounts; links: boolean }) {
  const link = (name: ListName, text: string) =>
    links ? (
      <a class="govuk-link" href={`/index/numbers?outcome=${encodeURIComponent(name)}#worklist`}>
        {text}
      </a>
    ) : (
      text
    );
  const row = (name: ListName, text: string, count: number) => ({
    cells: [text, link(name, count.toLocaleString('en-GB')), percent(count, counts.children)],
  });
  return (
    <SortableTable
      caption="Children by what the NHS says"
      captionHidden
      path="/index/numbers"
      columns={[{ heading: 'What the NHS says' }, { heading: 'Children', numeric: true }, { heading: 'Share', numeric: true }]}
      rows={[
        ...outcomes.map((name) => row(name, words[name], counts.outcomes[name] ?? 0)),
        row('differing', 'With a fact that differs, not decided', counts.differing),
      ]}
    />
  );
}

export const nothing = z.object({});

/** Opens one child of the list: a look-up with its reason, as everywhere. */
export async function takeOpening(ctx: StaffCtx, _data: unknown, asked: Asked): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  await lookUp(ctx, personId, 'To settle their NHS number');
  return seeOther(`/people/${personId}/nhs-number`);
}

export async function takeBeginning(ctx: StaffCtx): Promise<Answer> {
  await beginNhsRun(ctx);
  return seeOther('/index/numbers', 'The NHS is being asked. This page shows how far it has come.');
}

export async function takeStop(ctx: StaffCtx, _data: unknown, asked: Asked): Promise<Answer> {
  await stopNhsRun(ctx, asked.params['id'] ?? '');
  return seeOther('/index/numbers', 'Stopped. What is known stays.');
}

export async function takeResumption(ctx: StaffCtx, _data: unknown, asked: Asked): Promise<Answer> {
  await resumeNhsRun(ctx, asked.params['id'] ?? '');
  return seeOther('/index/numbers', 'It goes on where it was stopped.');
}
