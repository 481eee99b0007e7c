import { z } from 'zod';
import { may, type Ctx, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { fullDate, longMoment } from '../../../../platform/time/plain-dates.ts';
import { oneOf, optionalId, optionalText, requiredText } from '../../../../platform/web/fields.ts';
import { Button, Choice, Form, SelectField, TextField, type FieldState } from '../../../../platform/web/form-kit.tsx';
import { WarningText } from '../../../../platform/web/govuk/warning-text.tsx';
import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';
import { seeOther, type Again, type Answer } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { concernView } from '../../pages/raise/view.tsx';
import { addLine } from '../actions/add-line.ts';
import { linesNow, type UrgentLine } from '../urgent.ts';
import { hubOpenNow, urgentLines } from '../urgent.store.ts';
import { DangerScript } from './action-log.tsx';

/** Danger now: 999 first, then who answers at this hour, with the number. For anyone. */
export async function urgentPage(ctx: Ctx): Promise<Answer> {
  const hubOpen = await hubOpenNow(ctx);
  const lines = linesNow(await urgentLines(ctx), { hubOpen, on: londonDate(ctx.now), professional: ctx.who.kind === 'staff' });
  return concernView(
    ctx,
    'A child in danger: who to call now',
    [],
    <>
      <h1 class="govuk-heading-l">A child in danger: who to call now</h1>
      <WarningText>If a child is in immediate danger, call 999 now.</WarningText>
      <p class="govuk-body">If you cannot speak: call 999 from a mobile, press 55 when asked, and listen.</p>
      <h2 class="govuk-heading-m">It cannot wait, but nobody is in danger this minute</h2>
      <p class="govuk-body">
        It is {longMoment(ctx.now)}. The front door is {hubOpen ? 'open' : 'closed; the emergency duty team answers'}.
      </p>
      {lines.map((line) => (
        <div class="govuk-inset-text">
          <p class="govuk-body">
            {line.name}:{' '}
            <a class="govuk-link govuk-!-font-weight-bold" href={`tel:${line.phone.replaceAll(/\s/g, '')}`}>
              {line.phone}
            </a>
          </p>
          {line.note ? <p class="govuk-body">{line.note}</p> : null}
        </div>
      ))}
      {ctx.who.kind === 'staff' ? (
        <>
          <h2 class="govuk-heading-m">In immediate danger, in this order</h2>
          <DangerScript />
        </>
      ) : null}
      <h2 class="govuk-heading-m">When the call is over, or it can wait a day</h2>
      <p class="govuk-body">
        <a class="govuk-link" href="/concern">
          Tell us in writing
        </a>
        {ctx.who.kind === 'staff' ? null : (
          <>
            {' or '}
            <a class="govuk-link" href="/help-for-me">
              ask for help for yourself or your family
            </a>
          </>
        )}
        .
      </p>
      <StaffLinks ctx={ctx} />
    </>,
  );
}

function StaffLinks({ ctx }: { ctx: Ctx }) {
  if (ctx.who.kind !== 'staff') return null;
  const links = [
    { label: "The night's work", href: '/out-of-hours', shown: ctx.who.memberships.some((one) => one.teamPurpose === 'out-of-hours') },
    { label: 'Who is on duty, and my turns', href: '/on-duty', shown: may(ctx, 'duty.view') },
    { label: 'Change these numbers', href: '/front-door/urgent-lines', shown: may(ctx, 'front-door.decide') },
  ];
  return (
    <ul class="govuk-list">
      {links
        .filter((one) => one.shown)
        .map((one) => (
          <li>
            <a class="govuk-link" href={one.href}>
              {one.label}
            </a>
          </li>
        ))}
    </ul>
  );
}

const opens = ['hub hours', 'out of hours', 'always'] as const;
export const lineShape = z.object({
  replaces: optionalId(),
  name: requiredText('Enter who answers', 100),
  phone: requiredText('Enter the number', 40),
  open: oneOf(opens, 'Select when it is answered'),
  forWhom: oneOf(['anyone', 'professionals'], 'Select for whom it is'),
  note: optionalText(300),
});

/** The numbers, and a new one or another in its place from tomorrow on. */
export const linesPage = (ctx: StaffCtx): Promise<Answer> => linesShown(ctx, { values: {}, errors: [] });
export const linesAgain = (ctx: StaffCtx, again: Again): Promise<Answer> => linesShown(ctx, again);

async function linesShown(ctx: StaffCtx, state: FieldState): Promise<Answer> {
  const lines = await urgentLines(ctx);
  const today = londonDate(ctx.now);
  return staffView(
    ctx,
    {
      title: 'Numbers to call now',
      errors: state.errors,
      breadcrumbs: [{ href: '/front-door/ways-in', label: 'Ways in' }, { label: 'Numbers to call now' }],
    },
    <>
      <h1 class="govuk-heading-l">Numbers to call now</h1>
      <p class="govuk-body">
        They stand on{' '}
        <a class="govuk-link" href="/urgent">
          the page for a child in danger
        </a>
        , which anyone may open. It shows those that are answered at that hour, by the hub's opening hours and bank holidays.
      </p>
      <SortableTable
        path="/front-door/urgent-lines"
        caption="Numbers, by when they are answered"
        columns={['Who answers', 'Number', 'When', 'For', 'From', 'Until'].map((heading) => ({ heading }))}
        rows={lines.map((line) => ({
          cells: [
            line.name,
            line.phone,
            line.open,
            line.forWhom,
            fullDate(line.validFrom),
            line.validTo ? fullDate(line.validTo) : 'further notice',
          ],
        }))}
      />
      <NewNumber ctx={ctx} standing={lines.filter((line) => line.validTo === null || line.validTo > today)} state={state} />
    </>,
  );
}

function NewNumber({ ctx, standing, state }: { ctx: StaffCtx; standing: readonly UrgentLine[]; state: FieldState }) {
  return (
    <Form action="/front-door/urgent-lines" {...formCarries(ctx)}>
      <h2 class="govuk-heading-m">A new number, from tomorrow</h2>
      <SelectField
        name="replaces"
        label="In place of"
        items={[
          { value: '', text: 'None: one more' },
          ...standing.map((line) => ({ value: line.id, text: `${line.name}, ${line.phone}` })),
        ]}
        {...state}
      />
      <TextField name="name" label="Who answers" width={30} {...state} />
      <TextField name="phone" label="Number" type="tel" width={20} {...state} />
      <Choice name="open" legend="When is it answered?" items={opens.map((one) => ({ value: one, text: one }))} inline {...state} />
      <Choice
        name="forWhom"
        legend="For whom?"
        items={[
          { value: 'anyone', text: 'Anyone' },
          { value: 'professionals', text: 'Professionals, signed in' },
        ]}
        inline
        {...state}
      />
      <TextField name="note" label="What to say or have ready" {...state} />
      <Button>Save it</Button>
    </Form>
  );
}

/** Writes a new number; the one it replaces is answered until tonight. */
export async function saveLine(ctx: StaffCtx, line: z.output<typeof lineShape>): Promise<Answer> {
  await addLine(ctx, line);
  return seeOther('/front-door/urgent-lines', 'Saved');
}
