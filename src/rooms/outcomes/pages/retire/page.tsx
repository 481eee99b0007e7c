import type { z } from 'zod';
import { invalid } from '../../../../platform/access/refusal.ts';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { readDate } from '../../../../platform/time/date-input.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { fullDate } from '../../../../platform/time/plain-dates.ts';
import { Button, DateField, Form, TextArea, type FieldState } from '../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { bringBackOutcome } from '../../actions/bring-back-outcome.ts';
import { retireOutcome } from '../../actions/retire-outcome.ts';
import { outcomeOf } from '../../outcome.store.ts';
import type { bringBackShape, retireShape } from './form.ts';

/** Gives an outcome its last day, or takes it away again. */
export const retirePage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => retireForm(ctx, null, asked);

export async function retireForm(ctx: StaffCtx, again: Again | null, { params }: Asked): Promise<Answer> {
  const outcome = await outcomeOf(ctx, params['outcome'] ?? '');
  const at = `/outcomes/pathway/${outcome.id}`;
  const title = outcome.validTo ? `Bring back “${outcome.label}”` : `Retire “${outcome.label}”`;
  const state = { values: again?.values, errors: again?.errors };
  return staffView(
    ctx,
    {
      title,
      errors: again?.errors ?? [],
      breadcrumbs: [
        { label: 'Outcomes', href: '/outcomes' },
        { label: 'The pathway', href: '/outcomes/pathway' },
        { label: outcome.label, href: at },
        { label: outcome.validTo ? 'Bring back' : 'Retire' },
      ],
    },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {outcome.validTo ? (
        <BringBack at={at} lastDay={outcome.validTo} ctx={ctx} state={state} />
      ) : (
        <Retire at={at} ctx={ctx} state={state} />
      )}
    </>,
  );
}

interface Part {
  at: string;
  ctx: StaffCtx;
  state: FieldState;
}

function Retire({ at, ctx, state }: Part) {
  return (
    <Form action={`${at}/retire`} {...formCarries(ctx)}>
      <p class="govuk-body">
        Goals that cite it keep it. From the day after its last day no new goal may cite it. Nothing is removed, and it can be brought back.
      </p>
      <DateField name="lastDay" legend="What is its last day?" hint="Today or later, for example 31 3 2027" {...state} />
      <TextArea name="reason" label="Why, and with whom it was agreed" rows={4} maxlength={1000} {...state} />
      <Button>Retire it</Button>
    </Form>
  );
}

function BringBack({ at, ctx, state, lastDay }: Part & { lastDay: string }) {
  return (
    <Form action={`${at}/bring-back`} {...formCarries(ctx)}>
      <p class="govuk-body">Its last day is {fullDate(lastDay)}. Bringing it back takes that day away: goals may cite it again.</p>
      <TextArea name="reason" label="Why, and with whom it was agreed" rows={4} maxlength={1000} {...state} />
      <Button>Bring it back</Button>
    </Form>
  );
}

export async function takeRetirement(ctx: StaffCtx, typed: z.output<typeof retireShape>, { params }: Asked): Promise<Answer> {
  const outcomeId = noted(ctx, params);
  const boxes = { day: typed['lastDay-day'] ?? '', month: typed['lastDay-month'] ?? '', year: typed['lastDay-year'] ?? '' };
  const read = readDate(boxes, { label: 'Last day', mustBe: 'today or in the future', today: londonDate(ctx.now) });
  if (!read.ok || !read.value) throw invalid([{ field: 'lastDay', message: read.ok ? 'Enter its last day' : read.message }]);
  await retireOutcome(ctx, outcomeId, { lastDay: read.value, reason: typed.reason });
  return seeOther(`/outcomes/pathway/${outcomeId}`, `Its last day is ${fullDate(read.value)}.`);
}

export async function takeBringBack(ctx: StaffCtx, typed: z.output<typeof bringBackShape>, { params }: Asked): Promise<Answer> {
  const outcomeId = noted(ctx, params);
  await bringBackOutcome(ctx, outcomeId, typed.reason);
  return seeOther(`/outcomes/pathway/${outcomeId}`, 'Goals may cite it again.');
}

function noted(ctx: StaffCtx, params: Asked['params']): string {
  const outcomeId = params['outcome'] ?? '';
  ctx.note.detail['outcome'] = outcomeId;
  return outcomeId;
}
