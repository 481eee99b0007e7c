import { z } from 'zod';
import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, invalid, notFound } from '../../../../platform/access/refusal.ts';
import { clockTime, shortMoment } from '../../../../platform/time/plain-dates.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { draftOf, dropDraft } from '../../../../platform/web/draft.store.ts';
import { oneOf, optionalText, requiredText } from '../../../../platform/web/fields.ts';
import { Button, Form, TextArea, TextField, textValue, type FieldState } from '../../../../platform/web/form-kit.tsx';
import { WarningText } from '../../../../platform/web/govuk/warning-text.tsx';
import { EmptyList, ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';
import { seeOther, type Again, type Answer, type Asked, type Typed } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { logAction } from '../actions/log-action.ts';
import { recordNight } from '../actions/record-night.ts';
import { worksByNight } from '../out-of-hours.ts';
import { nightRows } from '../out-of-hours.store.ts';
import { childPlaces, dateErrors, said, toldConcern } from '../told.ts';
import { actionKinds } from '../urgent.ts';
import { actionsOf } from '../urgent.store.ts';
import { ActionLog, DangerScript } from './action-log.tsx';
import { onThisPage } from './phone.tsx';
import { CallerFields, PeopleFields, SafetyFields, WordsFields } from './told-fields.tsx';

const nightDraft = 'night-record';
const crumbs = (label: string) => [{ href: '/urgent', label: 'Urgent' }, { href: '/out-of-hours', label: "The night's work" }, { label }];

/** What the emergency duty team took in over two weeks, and which of it the day has taken over. */
export async function nightPage(ctx: StaffCtx): Promise<Answer> {
  if (!worksByNight(ctx)) throw notFound();
  const rows = (await nightRows(ctx)).toReversed();
  const today = londonDate(ctx.now);
  return staffView(
    ctx,
    { title: "The night's work", wide: true, breadcrumbs: [{ href: '/urgent', label: 'Urgent' }, { label: "The night's work" }] },
    <>
      <h1 class="govuk-heading-l">The night's work</h1>
      <a class="govuk-button" href="/out-of-hours/record" role="button" draggable={false} data-module="govuk-button">
        Write down a call
      </a>
      <ListSummary
        count={rows.length}
        noun={['call', 'calls']}
        filter="of the last 14 days"
        sort="newest first"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {rows.length === 0 ? (
        <EmptyList
          why="Nothing was taken in these two weeks."
          whatToDo="Each call you write down is on the day's list at 8 in the morning."
        />
      ) : (
        <SortableTable
          path="/out-of-hours"
          caption="Calls taken out of hours, newest first"
          captionHidden
          columns={['Contact', 'About', 'Taken', 'Left for the day', 'With the day'].map((heading) => ({ heading }))}
          rows={rows.map((row) => ({
            cells: [
              <a class="govuk-link" href={`/out-of-hours/contacts/${row.contactId}`}>
                {row.reference}
              </a>,
              row.children.join(', '),
              `${shortMoment(row.takenAt, today)} by ${row.takenBy}`,
              row.leftForDay,
              row.acceptedAt
                ? `Accepted by ${row.acceptedBy}, ${shortMoment(row.acceptedAt, today)}`
                : row.listId
                  ? 'On the list, not accepted yet'
                  : 'On the next list',
            ],
          }))}
        />
      )}
    </>,
  );
}

/** A page to write while listening, at night. */
export async function recordPage(ctx: StaffCtx): Promise<Answer> {
  const draft = await draftOf(ctx, nightDraft);
  return recordShown(ctx, { values: draft?.answers ?? {}, errors: [] });
}
export const recordAgain = (ctx: StaffCtx, again: Again): Promise<Answer> => recordShown(ctx, again);

async function recordShown(ctx: StaffCtx, state: FieldState): Promise<Answer> {
  if (!worksByNight(ctx)) throw notFound();
  const draft = await draftOf(ctx, nightDraft);
  const at = textValue(state.values, 'at') || clockTime(ctx.now);
  return staffView(
    ctx,
    { title: 'A call out of hours', wide: true, errors: state.errors, breadcrumbs: crumbs('A call') },
    <>
      <h1 class="govuk-heading-l">A call out of hours</h1>
      <Form
        action="/out-of-hours/record"
        {...formCarries(ctx)}
        autosave="/drafts/save"
        draft={nightDraft}
        draftStatus={draft ? `Saved ${clockTime(draft.savedAt)}, only you can see this until you send it` : undefined}
      >
        <div class="gt-columns gt-columns--2">
          <div>
            <TextField name="at" label="When the call came" width={5} values={{ ...state.values, at }} errors={state.errors} />
            <h2 class="govuk-heading-m">What is said</h2>
            <WordsFields state={state} label="What they tell you" rows={8} />
            <h2 class="govuk-heading-m">Who it is about</h2>
            <PeopleFields state={state} />
          </div>
          <div>
            <WarningText>In immediate danger: 999 first. Then write.</WarningText>
            <DangerScript />
            <h2 class="govuk-heading-m">For the day team</h2>
            <TextArea name="leftForDay" label="What the day must do" hint="Or: nothing is left, and why" rows={4} {...state} />
            <TextField name="childIsWhere" label="Where the child is now, and with whom" {...state} />
            <h2 class="govuk-heading-m">Is the child safe now</h2>
            <SafetyFields state={state} />
            <h2 class="govuk-heading-m">The caller</h2>
            <CallerFields state={state} who="Caller" />
          </div>
        </div>
        <Button>Send to the queue and write the log</Button>
      </Form>
    </>,
  );
}

/** Sends the night's call to the queue and goes on to its log. */
export async function sendNight(ctx: StaffCtx, typed: Typed): Promise<Answer> {
  const wrong = dateErrors(
    typed,
    childPlaces.map((at) => `p${at}-dob`),
  );
  if (wrong.length > 0) throw invalid(wrong);
  const raised = await onThisPage(() =>
    recordNight(ctx, toldConcern(typed), {
      at: said(typed, 'at') ?? '',
      leftForDay: said(typed, 'leftForDay'),
      childIsWhere: said(typed, 'childIsWhere'),
    }),
  );
  await dropDraft(ctx, nightDraft);
  return seeOther(`/out-of-hours/contacts/${raised.id}`, `${raised.reference} is in the queue. Write down what was done at once.`);
}

export const actionShape = z.object({
  at: requiredText('Enter the time as 14:05', 5),
  kind: oneOf(actionKinds, 'Select what kind of action it was'),
  what: requiredText('Enter what was done', 2000),
  withWhom: optionalText(300),
  outcome: optionalText(500),
});

/** One night's contact: what was said, what is left for the day, the log. */
export const nightContactPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => nightShown(ctx, asked, { values: {}, errors: [] });
export const nightContactAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => nightShown(ctx, asked, again);

async function nightShown(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const row = found((await nightRows(ctx)).find((one) => one.contactId === asked.params['id']));
  about(ctx, 'contact', row.contactId);
  const today = londonDate(ctx.now);
  return staffView(
    ctx,
    { title: `${row.reference} out of hours`, errors: state.errors, breadcrumbs: crumbs(row.reference) },
    <>
      <h1 class="govuk-heading-l">
        {row.reference}: {row.children.join(' and ')}
      </h1>
      <p class="govuk-body">
        Taken {shortMoment(row.takenAt, today)} by {row.takenBy}.{' '}
        {row.acceptedAt ? `Accepted by ${row.acceptedBy}, ${shortMoment(row.acceptedAt, today)}.` : 'The day has not accepted it yet.'}
      </p>
      <blockquote class="gt-quote">{row.happened}</blockquote>
      <h2 class="govuk-heading-m">For the day team</h2>
      <p class="govuk-body">{row.leftForDay}</p>
      <p class="govuk-body">Where the child is: {row.childIsWhere ?? 'not said'}</p>
      <ActionLog
        ctx={ctx}
        rows={await actionsOf(ctx, [row.contactId])}
        action={`/out-of-hours/contacts/${row.contactId}/actions`}
        state={state}
      />
    </>,
  );
}

/** Adds to the log, by night. */
export async function addNightAction(ctx: StaffCtx, form: z.output<typeof actionShape>, asked: Asked): Promise<Answer> {
  if (!worksByNight(ctx)) throw notFound();
  const contactId = asked.params['id'] ?? '';
  await logAction(ctx, { contactId, ...form });
  return seeOther(`/out-of-hours/contacts/${contactId}#actions`, 'Written down');
}
