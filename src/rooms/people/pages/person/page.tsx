import { may, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { ageInWords } from '../../../../platform/time/age.ts';
import { fullDate, shortDate } from '../../../../platform/time/plain-dates.ts';
import { SummaryList } from '../../../../platform/web/govuk/summary-list.tsx';
import { IdentityBar } from '../../../../platform/web/patterns/identity-bar.tsx';
import { EmptyList } from '../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';
import type { Answer, Asked } from '../../../../platform/web/route.ts';
import { staffView } from '../../../../platform/web/view.tsx';
import { safeContact } from '../../family.store.ts';
import { showNhsNumber } from '../../identifier.ts';
import { relationInWords } from '../../identity.ts';
import { identityOf } from '../../identity.store.ts';
import { entryFacts, type EntryFacts } from '../../index-entry.store.ts';
import { householdOf, type Relative } from '../../person.store.ts';
import { londonDay } from '../../today.ts';

const kinds: Readonly<Record<string, string>> = {
  'nhs-number': 'NHS number',
  upn: 'UPN',
  'la-child-id': 'Child number of this authority',
  uln: 'Unique learner number',
  other: 'Other number',
};

/** An index entry: who a child is and who they live with. Never case content. Opens to those with a relation or a stated reason. */
export async function personPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const id = asked.params['id'] ?? '';
  const identity = await identityOf(ctx, id);
  const [household, facts] = [await householdOf(ctx, id), await entryFacts(ctx, id)];
  const reach = await safeContact(ctx, id);
  return staffView(
    ctx,
    { title: identity.name, wide: true, breadcrumbs: [{ href: '/people/find', label: 'Find a child' }, { label: identity.name }] },
    <>
      <h1 class="govuk-visually-hidden">{identity.name}</h1>
      <IdentityBar {...identity.bar} href={undefined} />
      <Actions ctx={ctx} id={id} unborn={identity.expectedOn !== null} mayBear={mayBear(facts.sex, identity.dateOfBirth, londonDay(ctx))} />
      <div class="gt-columns gt-columns--2">
        <section>
          <h2 class="govuk-heading-m">Family</h2>
          <Family household={household} today={londonDay(ctx)} />
        </section>
        <section>
          <h2 class="govuk-heading-m">In the index</h2>
          <Entry facts={facts} today={londonDay(ctx)} reach={reach} />
        </section>
      </div>
      <p class="govuk-body-s">
        This is the index alone: who someone is and who works with them. What help is being given is on the family’s own pages, for those
        who give it.
      </p>
    </>,
  );
}

/** Offered for women and girls of ten and over, and where either is not known. */
const mayBear = (sex: string, born: string | null, today: string): boolean =>
  sex !== 'M' && (born === null || Number(today.slice(0, 4)) - Number(born.slice(0, 4)) >= 10);

function Actions({ ctx, id, unborn, mayBear: offered }: { ctx: StaffCtx; id: string; unborn: boolean; mayBear: boolean }) {
  const links: (readonly [string, string, boolean])[] = [
    ['involved', 'Who is involved', true],
    ['records', 'Records and sources', true],
    ['correct', 'Correct this record', may(ctx, 'person.correct')],
    ['address', 'Record an address', may(ctx, 'person.correct')],
    ['relationship', 'Record a relationship', may(ctx, 'person.correct')],
    ['warning', 'Record a warning', may(ctx, 'person.correct')],
    ['unborn', 'Record an unborn baby', may(ctx, 'person.correct') && !unborn && offered],
    ['birth', 'Record the birth', may(ctx, 'person.correct') && unborn],
    ['nhs-number', 'NHS number', true],
    ['emergency', 'Emergency access', may(ctx, 'break-glass.use')],
    ['restriction', 'Restrict this record', may(ctx, 'restriction.manage')],
    ['conflict', 'I know this person privately', true],
  ];
  const shield = may(ctx, 'shield.desk') ? (
    <li>
      <a class="govuk-link" href={`/shield/people/${id}`}>
        Shield
      </a>
    </li>
  ) : null;
  return (
    <nav aria-label="About this person" class="govuk-!-margin-bottom-4">
      <ul class="gt-tabs">
        {links
          .filter(([, , allowed]) => allowed)
          .map(([path, words]) => (
            <li>
              <a class="govuk-link" href={`/people/${id}/${path}`}>
                {words}
              </a>
            </li>
          ))}
        {shield}
      </ul>
    </nav>
  );
}

function Family({ household, today }: { household: readonly Relative[]; today: string }) {
  if (household.length === 0)
    return (
      <EmptyList
        why="No family is recorded here that you may see."
        whatToDo="Ask the family or the referrer who the child lives with, and record it."
      />
    );
  const columns = [
    { heading: 'Name' },
    { heading: 'Who they are' },
    { heading: 'Age' },
    { heading: 'Lives with them' },
    { heading: 'Parental responsibility' },
  ];
  const yesNo = (value: boolean | null): string => (value === null ? 'Not known' : value ? 'Yes' : 'No');
  return (
    <SortableTable
      caption="Family"
      captionHidden
      columns={columns}
      path=""
      rows={household.map((one) => ({
        cells: [
          one.name,
          relationInWords(one.relation, one.part),
          one.dateOfBirth ? ageInWords(one.dateOfBirth, today) : '',
          one.livesHere ? 'Yes' : 'No',
          one.part === 'child' || one.relation === 'sibling' || one.relation === 'twin' ? '' : yesNo(one.parentalResponsibility),
        ],
      }))}
    />
  );
}

function Entry({ facts, today, reach }: { facts: EntryFacts; today: string; reach: Awaited<ReturnType<typeof safeContact>> }) {
  const row = (key: string, value: string | null) => ({ key, value: value ?? 'Not known' });
  const safe = reach.map((one) => `${one.isSafe ? '' : 'Never use: '}${one.value}${one.note ? ` (${one.note})` : ''}`);
  return (
    <SummaryList
      rows={[
        row('Address', facts.address),
        ...facts.earlierAddresses.map((it) => ({ key: 'Earlier address', value: it })),
        row('Sex', { F: 'Female', M: 'Male', U: null }[facts.sex]),
        row('First language', facts.firstLanguage),
        row('Interpreter needed', facts.interpreterNeeded === null ? null : facts.interpreterNeeded ? 'Yes' : 'No'),
        row('How to reach them safely', safe.join('; ') || null),
        ...facts.identifiers.map((it) => ({
          key: kinds[it.kind] ?? it.kind,
          value: `${it.kind === 'nhs-number' ? showNhsNumber(it.value) : it.value}${it.validTo ? ` (until ${shortDate(it.validTo, today)})` : ''}, from ${it.source}`,
        })),
        ...(facts.otherNames.length > 0
          ? [row('Other names', facts.otherNames.map((it) => `${it.name} (${it.kind}, from ${it.source})`).join('; '))]
          : []),
        row('Recorded', fullDate(facts.recordedOn)),
      ]}
    />
  );
}
