import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { clocksOf, type StandingClock } from '../../../../platform/time/clock.store.ts';
import { longMoment } from '../../../../platform/time/plain-dates.ts';
import { SummaryList } from '../../../../platform/web/govuk/summary-list.tsx';
import { Tag } from '../../../../platform/web/govuk/tag.tsx';
import { ClockTag } from '../../../../platform/web/patterns/clock-tag.tsx';
import { Timeline, type TimelineEntry } from '../../../../platform/web/patterns/timeline.tsx';
import type { Again, Answer, Asked } from '../../../../platform/web/route.ts';
import { staffView } from '../../../../platform/web/view.tsx';
import {
  outcomeWords,
  sideOf,
  standingOf,
  stageWords,
  stateWords,
  stages,
  type DisagreementState,
  type Outcome,
  type Side,
} from '../disagreement.ts';
import {
  disagreementOf,
  partiesOf,
  peopleOf,
  stagesOf,
  sideNames,
  subjectsOf,
  wordsOf,
  type DisagreementRow,
  type Party,
  type SpokenWord,
  type StageRow,
} from '../disagreement.store.ts';
import { WhatYouMayDo } from './steps.tsx';

/** One disagreement: what is disputed, where it stands on the ladder, who speaks, what was said, and what the reader may do now. */
export async function disagreementPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  return shown(ctx, asked, { values: {}, errors: [] });
}
export const disagreementAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => shown(ctx, asked, again);

async function shown(ctx: StaffCtx, asked: Asked, again: Again): Promise<Answer> {
  const row = await disagreementOf(ctx, asked.params['id'] ?? '');
  about(ctx, 'disagreement', row.id);
  saw(ctx, ...(await subjectsOf(ctx, [row.contact_id])));
  const reached = await stagesOf(ctx, row.id);
  const ids = reached.map((one) => one.id);
  const clocks = await clocksOf(ctx, 'disagreement-stage', ids);
  const parties = await partiesOf(ctx, row.id);
  const agencies = await sideNames(ctx, row);
  const side = sideOf(ctx.who, standingOf(row));
  return staffView(
    ctx,
    {
      title: `Disagreement ${row.reference}`,
      errors: again.errors,
      wide: true,
      breadcrumbs: [{ href: '/disagreements', label: 'Professional disagreements' }, { label: row.reference }],
    },
    <>
      <h1 class="govuk-heading-l">
        {row.reference}: {row.child}
      </h1>
      <p class="govuk-body">
        <Tag>{stateWords[row.state as DisagreementState]}</Tag> {stageWords(row.stage)}.{' '}
        {row.at_risk ? <Tag classes="govuk-tag--red">Child may be at risk</Tag> : null}
      </p>
      <p class="govuk-body">It pauses nothing. What protects the child goes on: {row.protection}</p>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Disputed row={row} agencies={agencies} />
          <Ended row={row} />
          <h2 class="govuk-heading-m">What was said</h2>
          <Said words={await wordsOf(ctx, row.id)} agencies={agencies} />
        </div>
        <div class="govuk-grid-column-one-third">
          <Ladder row={row} reached={reached} clocks={clocks} />
          <Speakers parties={parties} agencies={agencies} />
        </div>
      </div>
      <WhatYouMayDo ctx={ctx} row={row} side={side} again={again} colleagues={await colleaguesFor(ctx, row, side, parties)} />
    </>,
  );
}

/** Those of the reader's own agency who do not speak in it yet. */
async function colleaguesFor(ctx: StaffCtx, row: DisagreementRow, side: Side | null, parties: readonly Party[]) {
  if (row.state !== 'OPEN' || (side !== 'raised' && side !== 'against')) return [];
  const everyone = await peopleOf(ctx, side === 'raised' ? row.raised_agency_id : row.against_agency_id);
  return everyone.filter((one) => !parties.some((party) => party.staffId === one.id));
}

type SideNames = { raised: string; against: string };

function Disputed({ row, agencies }: { row: DisagreementRow; agencies: SideNames }) {
  const typed = (text: string) => <span class="gt-as-typed">{text}</span>;
  return (
    <SummaryList
      rows={[
        { key: 'Between', value: `${agencies.raised} raised it with ${agencies.against}` },
        { key: 'Raised', value: longMoment(row.raised_at) },
        { key: 'Decision disputed', value: typed(row.decision_disputed) },
        { key: 'Why', value: typed(row.concern) },
        { key: 'What should happen', value: typed(row.wanted) },
      ]}
    />
  );
}

function Ended({ row }: { row: DisagreementRow }) {
  if (!row.settled_at) return null;
  return (
    <div class="gt-card">
      <h2 class="govuk-heading-m">{row.outcome ? outcomeWords[row.outcome as Outcome] : 'It was withdrawn'}</h2>
      <p class="govuk-body gt-as-typed">{row.outcome_words}</p>
      {row.learning ? (
        <p class="govuk-body">
          <strong>What both learn:</strong> {row.learning}
        </p>
      ) : null}
      <p class="govuk-body gt-small">{longMoment(row.settled_at)}</p>
    </div>
  );
}

const kinds: Readonly<Record<string, string>> = {
  said: 'Said',
  protection: 'To protect the child',
  'not agreed': 'Did not agree',
  named: 'Speaker',
};

function Said({ words, agencies }: { words: readonly SpokenWord[]; agencies: SideNames }) {
  if (words.length === 0) return <p class="govuk-body">Nothing yet. Speak to each other, and write down what was said.</p>;
  const entries = words.map((one): TimelineEntry => ({
    when: longMoment(one.saidAt),
    at: one.saidAt.toISOString(),
    kind: kinds[one.kind] ?? one.kind,
    title: stageWords(one.stage),
    by: `${one.byName}, ${one.byTitle}, for ${one.side === 'scrutineer' ? 'the safeguarding partners' : agencies[one.side as keyof SideNames]}`,
    body: <p class="gt-as-typed">{one.words}</p>,
  }));
  return <Timeline entries={entries} label="What was said, oldest first" />;
}

interface LadderFacts {
  row: DisagreementRow;
  reached: readonly StageRow[];
  clocks: ReadonlyMap<string, StandingClock[]>;
}

function Ladder({ row, reached, clocks }: LadderFacts) {
  return (
    <>
      <h2 class="govuk-heading-m">The ladder</h2>
      <ol class="govuk-list govuk-list--number">
        {stages.map(({ stage, who, within }) => {
          const one = reached.find((it) => it.stage === stage);
          const reading = one ? clocks.get(one.id)?.at(-1)?.reading : undefined;
          return (
            <li aria-current={row.state === 'OPEN' && stage === row.stage ? 'step' : undefined}>
              {stage === row.stage ? <strong>{who}</strong> : who}
              <br />
              {reading ? <ClockTag state={reading.state} words={reading.words} /> : <span class="gt-small">Within {within}</span>}
              {one && stage > 1 ? <p class="gt-small">{`${one.byName}: ${one.because}`}</p> : null}
            </li>
          );
        })}
      </ol>
    </>
  );
}

function Speakers({ parties, agencies }: { parties: readonly Party[]; agencies: SideNames }) {
  return (
    <>
      <h2 class="govuk-heading-m">Who speaks</h2>
      {(['raised', 'against'] as const).map((side) => {
        const ours = parties.filter((one) => one.side === side);
        return (
          <>
            <h3 class="govuk-heading-s">{agencies[side]}</h3>
            {ours.length === 0 ? (
              <p class="govuk-body">Nobody is named yet.</p>
            ) : (
              <ul class="govuk-list">
                {ours.map((one) => (
                  <li>
                    {one.name}, {one.title}
                  </li>
                ))}
              </ul>
            )}
          </>
        );
      })}
    </>
  );
}
