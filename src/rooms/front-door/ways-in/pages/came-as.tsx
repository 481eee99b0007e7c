import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { fullDate, longMoment } from '../../../../platform/time/plain-dates.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { Button, Form, TextField, type FieldState } from '../../../../platform/web/form-kit.tsx';
import { SummaryList } from '../../../../platform/web/govuk/summary-list.tsx';
import { WarningText } from '../../../../platform/web/govuk/warning-text.tsx';
import { formCarries } from '../../../../platform/web/view.tsx';
import { legalStatusWords } from '../health.ts';
import type { HealthConcern } from '../health.store.ts';
import { phoneScript } from '../phone.codes.ts';
import type { TransferFacts } from '../transfer.store.ts';
import type { CameAs } from '../way-in.store.ts';

type Row = { key: string; value: string };

function Facts({ id, heading, rows }: { id: string; heading: string; rows: readonly Row[] }) {
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {heading}
      </h2>
      <SummaryList rows={rows} />
    </section>
  );
}

/** How it is safe to reach whoever asked, before every call. */
export function SafeContactSection({ safe }: { safe: NonNullable<CameAs['safe']> }) {
  return (
    <>
      {safe.never ? <WarningText>{safe.never}</WarningText> : null}
      <Facts
        id="safe"
        heading="How it is safe to reach them"
        rows={[
          { key: 'Who asks', value: safe.who },
          { key: 'Safest way', value: safe.how },
          { key: 'Number, address or person', value: safe.reach ?? 'Not given' },
          { key: 'Safe times', value: safe.good_times ?? 'Not said' },
          { key: 'Leave a message', value: safe.may_leave_message ? 'Yes' : 'No' },
          { key: 'Say who is calling', value: safe.may_say_who ? 'Yes' : 'No' },
        ]}
      />
    </>
  );
}

/** How the call went. */
export function PhoneSection({ phone }: { phone: NonNullable<CameAs['phone']> }) {
  const left = phoneScript.filter(([key]) => !phone.asked.includes(key)).map(([, words]) => words);
  return (
    <Facts
      id="call"
      heading="The call"
      rows={[
        { key: 'Taken by', value: `${phone.taken_by_name ?? 'A colleague'}, ${longMoment(phone.call_began_at)}` },
        { key: 'Call back on', value: phone.call_back_number ?? 'Not given' },
        { key: 'Safe to call', value: phone.safe_to_call_back },
        { key: 'When and how', value: phone.call_back_note ?? 'Not said' },
        { key: 'Not asked', value: left.length === 0 ? 'Nothing: every point was asked' : left.join(' ') },
      ]}
    />
  );
}

/** Where the message came from. */
export function EmailSection({ email }: { email: NonNullable<CameAs['email']> }) {
  return (
    <Facts
      id="email"
      heading="The email"
      rows={[
        { key: 'From', value: [email.from_name, email.from_address].filter(Boolean).join(', ') || 'Not said' },
        { key: 'Subject', value: email.subject ?? 'None' },
        { key: 'Sent', value: email.sent_at ? longMoment(email.sent_at) : 'Not said' },
        { key: 'Captured', value: longMoment(email.captured_at) },
      ]}
    />
  );
}

/** The child's legal status, always in view, and what open work means for it. */
export function HealthSection({
  ctx,
  health,
  open,
  recognised,
}: {
  ctx: StaffCtx;
  health: HealthConcern;
  open: readonly { reference: string; workerName: string | null; teamName: string | null; href: string }[];
  recognised: boolean;
}) {
  return (
    <>
      <Facts
        id="health"
        heading="A child in care"
        rows={[
          {
            key: 'Legal status',
            value: `${legalStatusWords(health.legal_status)} (${health.legal_status})${health.legal_status_since ? `, since ${fullDate(health.legal_status_since)}` : ''}`,
          },
          { key: 'Cared for by', value: health.placed_with ?? 'Not said' },
          { key: 'Brought up by', value: health.reason },
          { key: 'Health concern', value: health.health_issue },
          { key: 'Told by', value: [health.raised_by_name, health.raised_by_title].filter(Boolean).join(', ') },
          { key: 'Went to', value: health.added_to ?? 'Not passed on yet' },
        ]}
      />
      {recognised ? (
        <p class="govuk-body">{openWords(open)}</p>
      ) : (
        <Form action={`/front-door/contacts/${health.contact_id}/health/recognise`} {...formCarries(ctx)}>
          <p class="govuk-body">It was raised from the child's own page in the record.</p>
          <Button classes="govuk-button--secondary">It is that child</Button>
        </Form>
      )}
    </>
  );
}

function openWords(open: readonly { reference: string; workerName: string | null; teamName: string | null }[]): string {
  if (open.length === 0) return 'No work is open with the child.';
  const works = open.map((one) => `${one.reference}, ${one.workerName ?? one.teamName ?? 'not allocated'}`).join('; ');
  return `Work is open: ${works}. Decide “pass to the allocated worker”: a second referral is not opened.`;
}

/** What another council handed on, what is due, and the word back to them. */
export function TransferSection({ ctx, facts, state }: { ctx: StaffCtx; facts: TransferFacts; state: FieldState }) {
  const { transfer, children, dates } = facts;
  const today = londonDate(ctx.now);
  const place = `/front-door/contacts/${transfer.contact_id}/transfer`;
  return (
    <>
      <Facts
        id="transfer"
        heading={`From ${transfer.from_council}`}
        rows={[
          { key: 'Their reference', value: transfer.their_reference },
          {
            key: 'Their worker',
            value: [transfer.worker_name, transfer.worker_phone, transfer.worker_email].filter(Boolean).join(', ') || 'Not said',
          },
          { key: 'Moved here', value: transfer.moved_on ? fullDate(transfer.moved_on) : 'Not said' },
          ...children.map((child) => ({
            key: [child.given_name, child.family_name].filter(Boolean).join(' ') || (child.description ?? 'A child'),
            value: [child.status, child.category, child.since ? `since ${fullDate(child.since)}` : null].filter(Boolean).join(', '),
          })),
          { key: 'Documents', value: transfer.documents_had ?? 'None yet' },
          { key: 'Still to come', value: transfer.documents_awaited ?? 'Nothing' },
          {
            key: 'Acknowledged',
            value: transfer.acknowledged_at
              ? `${longMoment(transfer.acknowledged_at)} by ${transfer.acknowledged_by_name}: ${transfer.acknowledged_to}`
              : 'Not yet: the other council does not know that we have it',
          },
        ]}
      />
      {transfer.acknowledged_at ? null : (
        <Form action={`${place}/acknowledge`} {...formCarries(ctx)}>
          <TextField name="to" label="Who there was told, and how" {...state} />
          <Button classes="govuk-button--secondary">They know that we have it</Button>
        </Form>
      )}
      <h3 class="govuk-heading-s">Due</h3>
      {dates.length === 0 ? <p class="govuk-body">No date came with it.</p> : null}
      {dates.map((date) => (
        <Form action={`${place}/dates`} {...formCarries(ctx)} classes="gt-inline-form">
          <input type="hidden" name="dateId" value={date.id} />
          <span class="govuk-body">
            {fullDate(date.due_on)}: {date.what} ({date.because}).{' '}
            {date.done_on ? `Done ${fullDate(date.done_on)}.` : date.due_on < today ? <strong>Overdue.</strong> : null}
          </span>{' '}
          {date.done_on ? null : (
            <Button classes="govuk-button--secondary gt-button--small">
              It happened<span class="govuk-visually-hidden">: {date.what}</span>
            </Button>
          )}
        </Form>
      ))}
    </>
  );
}
