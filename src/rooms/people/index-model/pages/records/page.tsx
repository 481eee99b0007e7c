import { may, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { fullDate, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { IdentityBar } from '../../../../../platform/web/patterns/identity-bar.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { identityOf } from '../../../identity.store.ts';
import { showNhsNumber } from '../../../identifier.ts';
import { londonDay } from '../../../today.ts';
import { openItems } from '../../apportion.store.ts';
import { assertionsOf, type ToldAssertion } from '../../assertion.store.ts';
import { foldPerson, type PersonState } from '../../fold.ts';
import { assertionInWords, bornInWords } from '../../in-words.ts';
import { live } from '../../live.ts';
import { namesOf, sourceRecords, type SourceRecord } from '../../records.store.ts';

/** "Records and sources": what each source says, why what is shown is shown, and everything ever asserted, in words. */
export async function recordsPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const id = asked.params['id'] ?? '';
  const identity = await identityOf(ctx, id);
  const [assertions, records, items] = [await assertionsOf(ctx, id), await sourceRecords(ctx, id), await openItems(ctx, id)];
  const names = await namesOf(
    ctx,
    assertions.flatMap((one) => one.otherPersonId ?? []),
  );
  const desk = may(ctx, 'index.desk');
  return staffView(
    ctx,
    {
      title: 'Records and sources',
      wide: true,
      breadcrumbs: [
        { href: '/people/find', label: 'Find a child' },
        { href: `/people/${id}`, label: identity.name },
        { label: 'Records and sources' },
      ],
    },
    <>
      <h1 class="govuk-heading-l">Records and sources</h1>
      <IdentityBar {...identity.bar} />
      {items.length > 0 ? (
        <div class="govuk-inset-text">
          {items.length === 1 ? 'One entry was' : `${items.length} entries were`} written while two people were wrongly one.{' '}
          <a class="govuk-link" href={`/people/${id}/apportion`}>
            Say whose {items.length === 1 ? 'it is' : 'they are'}
          </a>
        </div>
      ) : null}
      <h2 class="govuk-heading-m">What is shown, and why</h2>
      <Shown state={assertions.length > 0 ? foldPerson(assertions, id) : null} />
      <h2 class="govuk-heading-m">Source records</h2>
      <Records ctx={ctx} id={id} records={records} desk={desk} />
      <h2 class="govuk-heading-m">History</h2>
      <History ctx={ctx} root={id} assertions={assertions} names={names} records={records} desk={desk} />
      {desk ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/people/${id}/join`}>
            Join with another person, or say they are certainly not the same
          </a>
        </p>
      ) : null}
    </>,
  );
}

function Shown({ state }: { state: PersonState | null }) {
  if (!state) return <EmptyList why="Everything here stands as it was first recorded. Nothing has been added by a source or corrected." />;
  const row = (what: string, value: string | null, because: string | undefined) => ({
    cells: [what, value ?? 'Not known', because ?? 'Nobody has said'],
  });
  return (
    <SortableTable
      caption="What is shown, and why"
      captionHidden
      path=""
      columns={[{ heading: 'Fact' }, { heading: 'Shown' }, { heading: 'Why this one' }]}
      rows={[
        row('Name', state.name ? [state.name.facts.given, state.name.facts.family].filter(Boolean).join(' ') : null, state.name?.because),
        row('Date of birth', state.born ? bornInWords(state.born.facts) : null, state.born?.because),
        row('Sex', state.sex ? { F: 'Female', M: 'Male', U: null }[state.sex.facts.sex] : null, state.sex?.because),
        row(
          'Address',
          state.address ? [state.address.facts.line1, state.address.facts.postcode].filter(Boolean).join(', ') : null,
          state.address?.because,
        ),
      ]}
    />
  );
}

const saysInWords = (it: SourceRecord): string =>
  [
    [it.given, it.family].filter(Boolean).join(' ') || 'no name',
    it.born ? `born ${fullDate(it.born)}` : it.bornAsWritten ? `date of birth written as ${it.bornAsWritten}` : null,
    [it.line1, it.postcode].filter(Boolean).join(', ') || null,
    it.nhsNumber ? `NHS number ${showNhsNumber(it.nhsNumber)}` : null,
    it.upn ? `UPN ${it.upn}` : null,
    it.motherName ? `mother ${it.motherName}` : null,
  ]
    .filter(Boolean)
    .join('; ');

function Records({ ctx, id, records, desk }: { ctx: StaffCtx; id: string; records: readonly SourceRecord[]; desk: boolean }) {
  const today = londonDay(ctx);
  if (records.length === 0)
    return (
      <EmptyList
        why="No partner’s record stands under this person."
        whatToDo="Records come with the feeds; a feed that is late is said on the page of who is involved."
      />
    );
  return (
    <>
      <ListSummary count={records.length} noun={['record', 'records']} sort="newest first" asOf={shortMoment(ctx.now, today)} />
      <SortableTable
        caption="Source records"
        captionHidden
        path=""
        columns={[
          { heading: 'Source' },
          { heading: 'What it says' },
          { heading: 'True on' },
          { heading: 'Came' },
          ...(desk ? [{ heading: 'Is it theirs?' }] : []),
        ]}
        rows={records.map((it) => ({
          cells: [
            <>
              {it.feed ?? 'Came one at a time'}
              <br />
              <span class="gt-muted">{it.agency}</span>
            </>,
            `${saysInWords(it)}${it.replaced ? ' (an earlier version)' : ''}`,
            it.factsOn ? fullDate(it.factsOn) : 'Not told',
            `${shortMoment(it.receivedAt, today)}${it.seenAt ? `; feed last came ${shortMoment(it.seenAt, today)}` : ''}`,
            ...(desk && !it.replaced
              ? [
                  <a class="govuk-link" href={`/people/${id}/records/${it.id}/part`}>
                    Not this person’s<span class="govuk-visually-hidden"> record from {it.feed ?? it.agency}</span>
                  </a>,
                ]
              : desk
                ? ['']
                : []),
          ],
        }))}
      />
    </>
  );
}

interface HistoryProps {
  ctx: StaffCtx;
  root: string;
  assertions: readonly ToldAssertion[];
  names: ReadonlyMap<string, string>;
  records: readonly SourceRecord[];
  desk: boolean;
}

function History({ ctx, root, assertions, names, records, desk }: HistoryProps) {
  if (assertions.length === 0) return <EmptyList why="Nothing has been asserted of this person beside what was first recorded." />;
  const standing = new Set(
    [...Map.groupBy(assertions, (one) => one.personId).values()].flatMap((all) => live(all)).map((one) => `${one.personId} ${one.place}`),
  );
  const of = new Map(records.map((it) => [it.id, `The record from ${it.feed ?? it.agency}`]));
  const shown = assertions.toReversed().slice(0, 200);
  return (
    <>
      <ListSummary
        count={assertions.length}
        noun={['entry', 'entries']}
        sort={assertions.length > 200 ? 'newest 200 first' : 'newest first'}
        asOf={shortMoment(ctx.now, londonDay(ctx))}
      />
      <SortableTable
        caption="Everything asserted about this person"
        captionHidden
        path=""
        columns={[{ heading: 'What' }, { heading: 'Who and when' }, { heading: 'Why' }, { heading: 'State' }]}
        rows={shown.map((one) => ({
          cells: [
            assertionInWords(
              one,
              one.otherPersonId ? (names.get(one.otherPersonId) ?? null) : null,
              one.sourceRecordId ? (of.get(one.sourceRecordId) ?? null) : null,
            ),
            `${one.madeByName ?? (one.modelVersion ? `The matcher (${one.modelVersion})` : 'From a source')}, ${shortMoment(new Date(one.madeAt), londonDay(ctx))}`,
            one.why,
            <State
              one={one}
              stands={one.kind === 'retract' ? !takenBack(one, assertions) : standing.has(`${one.personId} ${one.place}`)}
              desk={desk}
              root={root}
            />,
          ],
        }))}
      />
    </>
  );
}

/** A taking back that was itself taken back, and so on. */
function takenBack(one: ToldAssertion, all: readonly ToldAssertion[]): boolean {
  return all.some((it) => it.kind === 'retract' && it.personId === one.personId && it.retracts === one.place && !takenBack(it, all));
}

function State({ one, stands, desk, root }: { one: ToldAssertion; stands: boolean; desk: boolean; root: string }) {
  if (!stands) return <>Taken back</>;
  if (!desk || one.kind === 'as recorded') return <>Stands</>;
  return (
    <>
      Stands.{' '}
      <a class="govuk-link" href={`/people/${root}/taking-back?of=${one.personId}&place=${one.place}`}>
        Take back<span class="govuk-visually-hidden"> this entry: {one.why}</span>
      </a>
    </>
  );
}
