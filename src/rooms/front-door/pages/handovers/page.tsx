import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { clocksOf } from '../../../../platform/time/clock.store.ts';
import { clockTime, longMoment } from '../../../../platform/time/plain-dates.ts';
import { Button, Form, TextField } from '../../../../platform/web/form-kit.tsx';
import { ClockTag } from '../../../../platform/web/patterns/clock-tag.tsx';
import { EmptyList, ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import type { Answer } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { handoversForMe } from '../../handover.store.ts';

/** "Passed to you": contacts about families already being worked with. Not taken within a working day, it goes back to screening. */
export async function handoversPage(ctx: StaffCtx): Promise<Answer> {
  const rows = await handoversForMe(ctx);
  const clocks = await clocksOf(
    ctx,
    'contact-handover',
    rows.map((row) => row.id),
  );
  saw(ctx, ...rows.map((row) => row.personId));
  return staffView(
    ctx,
    { title: 'Passed to you', breadcrumbs: [{ label: 'Passed to you' }] },
    <>
      <h1 class="govuk-heading-l">Passed to you</h1>
      <ListSummary
        count={rows.length}
        noun={['contact', 'contacts']}
        filter="waiting for you or your team to take it"
        sort="oldest first"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {rows.length === 0 ? (
        <EmptyList
          why="Nothing waits for you or your team."
          whatToDo="A contact about a family you work with comes here straight from the front door."
        />
      ) : (
        rows.map((row) => (
          <section class="gt-card" aria-labelledby={row.reference}>
            <h2 class="govuk-heading-m" id={row.reference}>
              {row.reference}: {row.child}
            </h2>
            <div class="govuk-body">
              Passed to {row.toName}, {longMoment(row.sentAt)}.{' '}
              {clocks.get(row.id)?.map((clock) => (
                <ClockTag state={clock.reading.state} words={clock.reading.words} exact={clock.reading.exact} />
              ))}
            </div>
            <blockquote class="gt-quote">{row.whatHappened}</blockquote>
            <p class="govuk-body">
              <a class="govuk-link" href={`/front-door/contacts/${row.contactId}`}>
                Read all of {row.reference}
              </a>
            </p>
            <Form action={`/front-door/handovers/${row.id}/accept`} {...formCarries(ctx)}>
              <input type="hidden" name="byName" value={ctx.who.name} />
              <Button>I have read it and take it</Button>
            </Form>
            <Form action={`/front-door/handovers/${row.id}/return`} {...formCarries(ctx)}>
              <TextField name="reason" label="Or why it goes back to the front door" />
              <Button classes="govuk-button--secondary">Send it back</Button>
            </Form>
          </section>
        ))
      )}
    </>,
  );
}
