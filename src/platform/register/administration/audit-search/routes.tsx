import { z } from 'zod';
import { saw, type StaffCtx } from '../../../access/ctx.ts';
import { roleNames, type Role } from '../../../access/roles.ts';
import type { FieldError } from '../../../access/refusal.ts';
import { londonTime } from '../../../time/london.ts';
import { clockTime, shortDate } from '../../../time/plain-dates.ts';
import { optionalOneOf, optionalText } from '../../../web/fields.ts';
import { Button, DateField, Form, SelectField, TextField } from '../../../web/form-kit.tsx';
import { EmptyList, ListSummary } from '../../../web/patterns/list-summary.tsx';
import { SortableTable } from '../../../web/patterns/sortable-table.tsx';
import { form, page, type Again, type Answer, type Route } from '../../../web/route.ts';
import { formCarries, staffView } from '../../../web/view.tsx';
import { dateFields } from '../date-fields.ts';
import { auditEvents, everyone, pageSize, type AuditLine, type AuditQuestion } from './audit-search.store.ts';

const outcomes = { done: 'Done', refused: 'Refused by a rule', 'not-allowed': 'Not allowed', 'not-found': 'Not found' } as const;
const optionalUuid = (message: string) => optionalText(36).refine((text) => text === null || z.uuid().safeParse(text).success, message);
const shape = z
  .object({
    personId: optionalUuid('Enter the id of the person’s record, as in its address'),
    staffId: optionalUuid('Select someone from the list'),
    outcome: optionalOneOf(['done', 'refused', 'not-allowed', 'not-found']),
    action: optionalText(100).refine(
      (text) => text === null || /^[a-z.-]+$/.test(text),
      'Enter an act such as people.person.view, or its beginning: people',
    ),
    before: optionalText(15).refine((text) => text === null || /^\d{1,15}$/.test(text), 'Start the search again'),
  })
  .and(dateFields('from', { label: 'The first day', optional: true }))
  .and(dateFields('to', { label: 'The last day', optional: true }));

/** Searches are POSTs: whose record and who looked never stand in an address. Each look is itself audited, with everyone it showed. */
async function search(ctx: StaffCtx, given: z.output<typeof shape>): Promise<Answer> {
  const question: AuditQuestion = { ...given, before: given.before ? Number(given.before) : null };
  const found = await auditEvents(ctx, question);
  const shown = found.slice(0, pageSize);
  saw(ctx, given.personId, ...shown.flatMap((line) => line.subjectIds));
  Object.assign(ctx.note.detail, {
    shown: shown.length,
    person: given.personId,
    staff: given.staffId,
    act: given.action,
    from: given.from,
    to: given.to,
  });
  const values = {
    personId: given.personId ?? '',
    staffId: given.staffId ?? '',
    action: given.action ?? '',
    outcome: given.outcome ?? '',
    ...kept(given),
  };
  return view(ctx, { values, errors: [] }, { shown, more: found.length > pageSize, before: question.before });
}

const kept = (given: { from: string | null; to: string | null }): Record<string, string> =>
  Object.fromEntries(
    (['from', 'to'] as const).flatMap((name) => {
      const [year, month, day] = given[name]?.split('-') ?? [];
      return year
        ? [
            [`${name}-day`, day!],
            [`${name}-month`, month!],
            [`${name}-year`, year],
          ]
        : [];
    }),
  );

interface Found {
  shown: readonly AuditLine[];
  more: boolean;
  before: number | null;
}

async function view(ctx: StaffCtx, again: Again, found: Found | null): Promise<Answer> {
  const people = (await everyone(ctx)).map(({ id, name }) => ({ value: id, text: name }));
  return staffView(
    ctx,
    { title: 'Audit', wide: true, ...(again.errors.length > 0 ? { errors: again.errors as FieldError[] } : {}) },
    <>
      <h1 class="govuk-heading-l">Audit: who did what, to whose information</h1>
      <p class="govuk-body">Every look at this page is itself written down.</p>
      <Form action="/audit" {...formCarries(ctx)} classes="gt-filters">
        <div class="gt-filters__questions">
          <TextField
            name="personId"
            label="Whose record (id, optional)"
            hint="The last part of the address of the person’s page"
            width={30}
            {...again}
          />
          <SelectField name="staffId" label="By whom (optional)" items={people} empty="Anyone" {...again} />
          <TextField
            name="action"
            label="What (optional)"
            hint="An act or its beginning, for example people or platform.sign-in"
            width={20}
            {...again}
          />
          <SelectField
            name="outcome"
            label="How it ended"
            items={Object.entries(outcomes).map(([value, text]) => ({ value, text }))}
            empty="Any way"
            {...again}
          />
          <DateField name="from" legend="From (optional)" {...again} />
          <DateField name="to" legend="To (optional)" {...again} />
        </div>
        <Button>Search</Button>
      </Form>
      {found ? <Lines ctx={ctx} found={found} values={again.values} /> : null}
    </>,
  );
}

const headings = ['When', 'Who', 'What', 'How it ended', 'Purpose', 'About', 'Sealed'];

function Lines({ ctx, found, values }: { ctx: StaffCtx; found: Found; values: Again['values'] }) {
  // The seals are the privacy officer's to read (policy); to anyone else the column would say nothing true.
  const mayKnowSeals = ctx.who.memberships.some((one) => one.role === 'DPO');
  if (found.shown.length === 0)
    return (
      <EmptyList
        why={found.before ? 'There is nothing earlier.' : 'Nothing was written that fits these questions.'}
        whatToDo="Ask more widely: fewer questions, or more days."
      />
    );
  return (
    <>
      <ListSummary
        count={found.shown.length}
        noun={['event', 'events']}
        filter={`${found.before ? 'earlier ones' : 'the latest'} that fit${found.more ? '; there are more' : ''}`}
        sort="latest first"
        asOf={clockTime(ctx.now)}
      />
      <SortableTable
        caption="Audit events"
        captionHidden
        path="/audit"
        columns={headings.slice(0, mayKnowSeals ? 7 : 6).map((heading) => ({ heading }))}
        rows={found.shown.map((line) => ({ cells: cells(line).slice(0, mayKnowSeals ? 7 : 6) }))}
      />
      {found.more ? (
        <Form action="/audit" {...formCarries(ctx)}>
          {Object.entries(values).map(([name, value]) => (
            <input type="hidden" name={name} value={String(value)} />
          ))}
          <input type="hidden" name="before" value={String(found.shown.at(-1)!.id)} />
          <Button classes="govuk-button--secondary">Show earlier events</Button>
        </Form>
      ) : null}
    </>
  );
}

/** "22 Nov 2026, 15:17:05": to the second, because order matters here. */
function exactMoment(instant: Date): string {
  const { date, hour, minute, second } = londonTime(instant);
  return `${shortDate(date)}, ${[hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':')}`;
}

function cells(line: AuditLine) {
  const who = line.staffName
    ? `${line.staffName}${line.role ? `, ${roleNames[line.role as Role] ?? line.role}` : ''}${line.agencyName ? `, ${line.agencyName}` : ''}`
    : ({ public: 'A member of the public', system: 'Goldthread itself', machine: 'A machine' }[line.actor] ?? line.actor);
  const about = [
    line.subjectIds.length > 0 ? `${line.subjectIds.length} ${line.subjectIds.length === 1 ? 'person' : 'people'}` : null,
    line.recordKind,
  ]
    .filter(Boolean)
    .join(', ');
  const more = Object.entries(line.detail).filter(([, value]) => value !== null && value !== '');
  return [
    exactMoment(line.at),
    who,
    line.action,
    outcomes[line.outcome as keyof typeof outcomes] ?? line.outcome,
    line.purpose ?? '',
    <>
      {about}
      {more.length > 0 || line.subjectIds.length > 0 ? (
        <details class="govuk-details govuk-!-margin-bottom-0">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">More</span>
          </summary>
          <div class="govuk-details__text">
            {line.recordId ? (
              <p class="govuk-body-s">
                {line.recordKind} {line.recordId}
              </p>
            ) : null}
            {line.subjectIds.map((id) => (
              <p class="govuk-body-s">Person {id}</p>
            ))}
            {more.map(([name, value]) => (
              <p class="govuk-body-s">
                {name}: {String(value)}
              </p>
            ))}
          </div>
        </details>
      ) : null}
    </>,
    line.sealed ? 'Yes' : 'Within a second',
  ];
}

export const auditSearchRoutes: readonly Route[] = [
  page('/audit', 'audit.view', 'administration.audit.open', (ctx) => view(ctx, { values: {}, errors: [] }, null)),
  form('/audit', 'audit.view', 'administration.audit.search', shape, search, (ctx, again) => view(ctx, again, null)),
];
