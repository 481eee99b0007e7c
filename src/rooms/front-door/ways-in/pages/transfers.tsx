import { z } from 'zod';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid } from '../../../../platform/access/refusal.ts';
import { clocksOf } from '../../../../platform/time/clock.store.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { clockTime, fullDate } from '../../../../platform/time/plain-dates.ts';
import { draftOf, dropDraft } from '../../../../platform/web/draft.store.ts';
import { id, requiredText } from '../../../../platform/web/fields.ts';
import { Button, DateField, Form, SelectField, TextArea, TextField, type FieldState } from '../../../../platform/web/form-kit.tsx';
import { ClockTag } from '../../../../platform/web/patterns/clock-tag.tsx';
import { EmptyList, ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';
import { seeOther, type Again, type Answer, type Asked, type Typed } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { typedDate } from '../../pages/raise/typed.ts';
import { Places } from '../../places.tsx';
import { acknowledgeTransfer } from '../actions/acknowledge-transfer.ts';
import { keepTransferDate } from '../actions/keep-transfer-date.ts';
import { takeTransfer, type Standing } from '../actions/take-transfer.ts';
import { childPlaces, dateErrors, said, toldConcern } from '../told.ts';
import { transferStatuses, type TransferStatus } from '../transfer.ts';
import { transfers, type TransferRow } from '../transfer.store.ts';
import { onThisPage } from './phone.tsx';
import { PeopleFields, WordsFields } from './told-fields.tsx';

const transferDraft = 'transfer-in';
const crumbs = (label?: string) => [
  { href: '/front-door/ways-in', label: 'Ways in' },
  { href: '/front-door/transfers', label: 'Transfers in' },
  ...(label ? [{ label }] : []),
];

/** Transfers in: what is to be acknowledged, what is due next, what is overdue. */
export async function transfersPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const today = londonDate(ctx.now);
  const all = await transfers(ctx);
  const overdue = asked.query['show'] === 'overdue';
  const clocks = await clocksOf(
    ctx,
    'transfer-in',
    all.map((one) => one.contactId),
  );
  const late = (row: (typeof all)[number]): boolean =>
    (row.nextDue !== null && row.nextDue < today) || clocks.get(row.contactId)?.at(-1)?.reading.state === 'overdue';
  const rows = overdue ? all.filter(late) : all;
  return staffView(
    ctx,
    { title: 'Transfers in', wide: true, breadcrumbs: crumbs() },
    <>
      <h1 class="govuk-heading-l">Transfers in</h1>
      <Places ctx={ctx} here="/front-door/ways-in" />
      <div class="gt-toolbar">
        <a class="govuk-button" href="/front-door/transfers/new" role="button" draggable={false} data-module="govuk-button">
          Take a transfer
        </a>
        <a class="govuk-link" href={overdue ? '/front-door/transfers' : '/front-door/transfers?show=overdue'}>
          {overdue ? `All (${all.length})` : `Overdue only (${all.filter(late).length})`}
        </a>
      </div>
      <ListSummary
        count={rows.length}
        noun={['transfer', 'transfers']}
        filter={overdue ? 'overdue' : undefined}
        sort="to be acknowledged first, then by what is due next"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {rows.length === 0 ? (
        <EmptyList
          why={overdue ? 'Nothing is overdue.' : 'No other council has handed work on.'}
          whatToDo="A transfer is written down as it comes, by telephone, email or letter."
        />
      ) : (
        <Transfers rows={rows} clocks={clocks} today={today} />
      )}
    </>,
  );
}

type Clocks = Awaited<ReturnType<typeof clocksOf>>;
function Transfers({ rows, clocks, today }: { rows: readonly TransferRow[]; clocks: Clocks; today: string }) {
  return (
    <SortableTable
      path="/front-door/transfers"
      caption="Transfers from other councils"
      captionHidden
      columns={['Contact', 'Children', 'From', 'Stood there as', 'Acknowledged', 'Due next'].map((heading) => ({ heading }))}
      rows={rows.map((row) => {
        const reading = clocks.get(row.contactId)?.at(-1)?.reading;
        return {
          cells: [
            <a class="govuk-link" href={`/front-door/contacts/${row.contactId}/way-in`}>
              {row.reference}
            </a>,
            row.children.join(', '),
            `${row.fromCouncil}, ${row.theirReference}`,
            row.statuses.join(', '),
            row.acknowledgedAt ? (
              `To ${row.acknowledgedTo}`
            ) : reading ? (
              <ClockTag state={reading.state} words={reading.words} />
            ) : (
              'Not yet'
            ),
            row.nextDue ? `${row.nextWhat}, ${fullDate(row.nextDue)}${row.nextDue < today ? ': overdue' : ''}` : 'Nothing',
          ],
        };
      })}
    />
  );
}

/** A transfer as it is told. */
export async function transferPage(ctx: StaffCtx): Promise<Answer> {
  const draft = await draftOf(ctx, transferDraft);
  return shown(ctx, { values: draft?.answers ?? {}, errors: [] });
}
export const transferAgain = (ctx: StaffCtx, again: Again): Promise<Answer> => shown(ctx, again);

async function shown(ctx: StaffCtx, state: FieldState): Promise<Answer> {
  const draft = await draftOf(ctx, transferDraft);
  return staffView(
    ctx,
    { title: 'Take a transfer', wide: true, errors: state.errors, breadcrumbs: crumbs('New') },
    <>
      <h1 class="govuk-heading-l">Take a transfer from another council</h1>
      <Form
        action="/front-door/transfers/new"
        {...formCarries(ctx)}
        autosave="/drafts/save"
        draft={transferDraft}
        draftStatus={draft ? `Saved ${clockTime(draft.savedAt)}, only you can see this until you send it` : undefined}
      >
        <div class="gt-columns gt-columns--2">
          <div>
            <h2 class="govuk-heading-m">The other council</h2>
            <TextField name="fromCouncil" label="Council they moved from" width={30} {...state} />
            <TextField name="theirReference" label="Its reference" width={20} {...state} />
            <TextField name="yourName" label="Its worker" width={30} autocomplete="off" {...state} />
            <TextField name="yourPhone" label="Telephone" type="tel" width={20} autocomplete="off" {...state} />
            <TextField name="yourEmail" label="Email" type="email" width={30} autocomplete="off" spellcheck={false} {...state} />
            <DateField name="movedOn" legend="When did they move here?" {...state} />
            <h2 class="govuk-heading-m">Who it is about</h2>
            <PeopleFields state={state} />
          </div>
          <div>
            <h2 class="govuk-heading-m">How they stood there</h2>
            {childPlaces.map((at) => (
              <StandingFields at={at} state={state} />
            ))}
            <h2 class="govuk-heading-m">Dates their council gave</h2>
            {[1, 2].map((at) => (
              <>
                <TextField
                  name={`due${at}-what`}
                  label={`What is due${at === 1 ? '' : ' (2)'}`}
                  hint="For example, review conference"
                  {...state}
                />
                <DateField name={`due${at}`} legend={`By when${at === 1 ? '' : ' (2)'}`} {...state} />
              </>
            ))}
            <TextArea name="documentsHad" label="Documents that came with it" rows={2} {...state} />
            <TextArea name="documentsAwaited" label="Documents still to come" rows={2} {...state} />
            <h2 class="govuk-heading-m">What they told us</h2>
            <WordsFields state={state} label="Why the family is known, in their words" rows={6} />
          </div>
        </div>
        <Button>Send to the queue</Button>
      </Form>
    </>,
  );
}

function StandingFields({ at, state }: { at: number; state: FieldState }) {
  return (
    <>
      <SelectField
        name={`p${at}-status`}
        label={at === 1 ? 'The child' : `Child ${at}, if different`}
        items={transferStatuses.map((one) => ({ value: one, text: one }))}
        {...state}
      />
      <TextField name={`p${at}-category`} label="Category of the plan, or legal status" width={20} {...state} />
      {at === 1 ? <DateField name="p1-since" legend="Since" {...state} /> : null}
    </>
  );
}

const standingOf = (typed: Typed, at: number): Standing => ({
  status: (transferStatuses as readonly string[]).includes(said(typed, `p${at}-status`) ?? '')
    ? (said(typed, `p${at}-status`) as TransferStatus)
    : null,
  category: said(typed, `p${at}-category`),
  since: typedDate(typed, `p${at}-since`),
});

/** Sends the transfer to the queue. */
export async function sendTransfer(ctx: StaffCtx, typed: Typed): Promise<Answer> {
  const wrong = [
    ...dateErrors(
      typed,
      childPlaces.map((at) => `p${at}-dob`),
    ),
    ...dateErrors(typed, ['movedOn', 'p1-since', 'due1', 'due2'], 'The date'),
  ];
  if (wrong.length > 0) throw invalid(wrong);
  const dates = [1, 2].flatMap((at) => {
    const what = said(typed, `due${at}-what`);
    const dueOn = typedDate(typed, `due${at}`);
    return what && dueOn ? [{ what, dueOn, because: 'Date of the other council' }] : [];
  });
  const concern = toldConcern(typed);
  const raised = await onThisPage(() =>
    takeTransfer(
      ctx,
      { ...concern, referrer: { ...concern.referrer, agencyName: said(typed, 'fromCouncil'), role: 'Social worker' } },
      {
        transfer: {
          fromCouncil: said(typed, 'fromCouncil'),
          theirReference: said(typed, 'theirReference'),
          workerName: said(typed, 'yourName'),
          workerPhone: said(typed, 'yourPhone'),
          workerEmail: said(typed, 'yourEmail'),
          movedOn: typedDate(typed, 'movedOn'),
          documentsHad: said(typed, 'documentsHad'),
          documentsAwaited: said(typed, 'documentsAwaited'),
        },
        standings: childPlaces.map((at) => standingOf(typed, at)),
        dates,
      },
    ),
  );
  await dropDraft(ctx, transferDraft);
  return seeOther(
    `/front-door/contacts/${raised.id}/way-in`,
    `${raised.reference} is in the queue. Now tell the other council that you have it.`,
  );
}

export const acknowledgeShape = z.object({ to: requiredText('Enter who there was told, and how', 300) });
export const dateShape = z.object({ dateId: id() });

/** The other council was told. */
export async function tellCouncil(ctx: StaffCtx, form: z.output<typeof acknowledgeShape>, asked: Asked): Promise<Answer> {
  const contactId = asked.params['id'] ?? '';
  await acknowledgeTransfer(ctx, contactId, form.to);
  return seeOther(`/front-door/contacts/${contactId}/way-in`, 'Acknowledged');
}

/** Something due happened. */
export async function keepDue(ctx: StaffCtx, form: z.output<typeof dateShape>, asked: Asked): Promise<Answer> {
  const contactId = asked.params['id'] ?? '';
  await keepTransferDate(ctx, contactId, form.dateId);
  return seeOther(`/front-door/contacts/${contactId}/way-in`, 'Written down');
}
