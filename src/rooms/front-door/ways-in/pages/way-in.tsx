import { z } from 'zod';
import { about, may, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { longMoment } from '../../../../platform/time/plain-dates.ts';
import { oneOf, optionalOneOf, requiredText } from '../../../../platform/web/fields.ts';
import { Button, Choice, Form, TextField, type FieldState } from '../../../../platform/web/form-kit.tsx';
import { Tag } from '../../../../platform/web/govuk/tag.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { openWorkFor } from '../../../casework/index.ts';
import { contactOf, namedIn } from '../../contact.store.ts';
import { calledOfRow } from '../../submitted.ts';
import { answerRating } from '../actions/answer-rating.ts';
import { logAction } from '../actions/log-action.ts';
import { healthConcernOf } from '../health.store.ts';
import { channelWords, laneWords, priorityWords, rags, ragWords } from '../lanes.codes.ts';
import { routingsOf, type Routing } from '../routing.store.ts';
import { transferOf } from '../transfer.store.ts';
import { actionsOf } from '../urgent.store.ts';
import { cameAs } from '../way-in.store.ts';
import { ActionLog, DangerScript } from './action-log.tsx';
import { EmailSection, HealthSection, PhoneSection, SafeContactSection, TransferSection } from './came-as.tsx';
import type { actionShape } from './night.tsx';

/** How a contact came, where it waits and by which rule, the rating suggested, and what was done at once. */
export const wayInPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => shown(ctx, asked, { values: {}, errors: [] });
export const wayInAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => shown(ctx, asked, again);

async function shown(ctx: StaffCtx, asked: Asked, state: FieldState & Again): Promise<Answer> {
  const contact = await contactOf(ctx, asked.params['id'] ?? '');
  about(ctx, 'contact', contact.id);
  const named = await namedIn(ctx, contact.id);
  const personIds = named.flatMap((one) => one.person_id ?? []);
  saw(ctx, ...personIds);
  const came = await cameAs(ctx, contact.id);
  const transfer = contact.channel === 'TRANSFER_IN' ? await transferOf(ctx, contact.id) : null;
  const health = contact.channel === 'HEALTH_TRIGGER' ? await healthConcernOf(ctx, contact.id) : null;
  const open = health ? await openWorkFor(ctx, personIds) : [];
  const routings = await routingsOf(ctx, contact.id);
  const children = named.filter((one) => one.part !== 'adult').map(calledOfRow);
  return staffView(
    ctx,
    {
      title: `How ${contact.reference} came`,
      wide: true,
      errors: state.errors,
      breadcrumbs: [
        { href: '/front-door', label: 'Front door' },
        { href: `/front-door/contacts/${contact.id}`, label: `Contact ${contact.reference}` },
        { label: 'How it came' },
      ],
    },
    <>
      <h1 class="govuk-heading-l">
        How {contact.reference} came: {children.join(' and ')}
      </h1>
      <p class="govuk-body">
        {channelWords[contact.channel] ?? contact.channel}, {longMoment(contact.received_at)}.{' '}
        {contact.immediate_danger ? <Tag classes="govuk-tag--red">Immediate danger</Tag> : null}
      </p>
      <div class="gt-columns gt-columns--2">
        <div>
          {came.safe ? <SafeContactSection safe={came.safe} /> : null}
          {health ? <HealthSection ctx={ctx} health={health} open={open} recognised={personIds.length > 0} /> : null}
          {transfer ? <TransferSection ctx={ctx} facts={transfer} state={state} /> : null}
          {came.phone ? <PhoneSection phone={came.phone} /> : null}
          {came.email ? <EmailSection email={came.email} /> : null}
          {contact.immediate_danger ? (
            <>
              <h2 class="govuk-heading-m">In immediate danger, in this order</h2>
              <DangerScript />
            </>
          ) : null}
          <ActionLog
            ctx={ctx}
            rows={await actionsOf(ctx, [contact.id])}
            action={`/front-door/contacts/${contact.id}/actions`}
            state={state}
          />
        </div>
        <Routed ctx={ctx} contactId={contact.id} routings={routings} state={state} />
      </div>
    </>,
  );
}

function Routed({
  ctx,
  contactId,
  routings,
  state,
}: {
  ctx: StaffCtx;
  contactId: string;
  routings: readonly Routing[];
  state: FieldState;
}) {
  const [now, ...before] = routings;
  return (
    <section aria-labelledby="routed">
      <h2 class="govuk-heading-m" id="routed">
        Where it waits
      </h2>
      {now ? (
        <p class="govuk-body">
          <strong>{laneWords[now.lane]}</strong>, {(priorityWords[now.priority] ?? '').toLowerCase()}
          {now.discipline ? `, ${now.discipline} first` : ''}. By the rule{' '}
          <a class="govuk-link" href={`/front-door/rules/${now.rule_id}`}>
            {now.rule_name}
          </a>
          : {now.because}. {now.rule_because}
        </p>
      ) : (
        <p class="govuk-body">Not routed yet. It waits with everything else, and is routed within five minutes.</p>
      )}
      {now?.suggested_rag ? <Suggested ctx={ctx} contactId={contactId} routing={now} state={state} /> : null}
      {before.length > 0 ? <h3 class="govuk-heading-s">Before</h3> : null}
      <ul class="govuk-list govuk-list--bullet">
        {before.map((one) => (
          <li>
            {longMoment(one.routed_at)}: {laneWords[one.lane]}, by {one.rule_name}
            {one.rag_answer
              ? `; ${one.rag_by_name} said ${one.rag_answer}${one.rag_given ? ` (${ragWords[one.rag_given]})` : ''}: ${one.rag_reason}`
              : ''}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Suggested({ ctx, contactId, routing, state }: { ctx: StaffCtx; contactId: string; routing: Routing; state: FieldState }) {
  const rag = ragWords[routing.suggested_rag ?? ''] ?? '';
  const said = (
    <p class="govuk-body">
      The rule “{routing.rag_rule_name}” suggests <strong>{rag.toLowerCase()}</strong>: {routing.rag_because}.
    </p>
  );
  if (routing.rag_answer)
    return (
      <>
        {said}
        <p class="govuk-body">
          {routing.rag_by_name} said: {routing.rag_answer}
          {routing.rag_given ? ` (${(ragWords[routing.rag_given] ?? '').toLowerCase()})` : ''},{' '}
          {routing.rag_at ? longMoment(routing.rag_at) : ''}. {routing.rag_reason}
        </p>
        {routing.rag_given ? (
          <p class="govuk-body">
            <a class="govuk-link" href={`/front-door/contacts/${contactId}/hub`}>
              Ask the hub for a picture
            </a>
          </p>
        ) : null}
      </>
    );
  return (
    <div class="gt-panel">
      {said}
      <p class="govuk-body">It rates nothing. A person says whether it is so.</p>
      {may(ctx, 'front-door.screen') ? (
        <Form action={`/front-door/contacts/${contactId}/rating`} {...formCarries(ctx)}>
          <Choice
            name="answer"
            legend="Is it so?"
            small
            items={[
              { value: 'confirmed', text: `Yes, ${rag.toLowerCase()}` },
              { value: 'another rating', text: 'Another rating' },
              { value: 'no rating', text: 'No rating: the hub is not needed' },
            ]}
            {...state}
          />
          <Choice
            name="given"
            legend="If another, which"
            small
            inline
            items={rags.filter((one) => one !== routing.suggested_rag).map((one) => ({ value: one, text: ragWords[one] ?? one }))}
            {...state}
          />
          <TextField name="reason" label="Why" {...state} />
          <Button>Say so</Button>
        </Form>
      ) : null}
    </div>
  );
}

export const ratingShape = z.object({
  answer: oneOf(['confirmed', 'another rating', 'no rating'], 'Say whether the suggestion is right'),
  given: optionalOneOf(rags),
  reason: requiredText('Enter why', 1000),
});

/** A person's answer to a suggested rating. */
export async function rate(ctx: StaffCtx, form: z.output<typeof ratingShape>, asked: Asked): Promise<Answer> {
  const contactId = asked.params['id'] ?? '';
  await answerRating(ctx, { contactId, ...form });
  return seeOther(`/front-door/contacts/${contactId}/way-in`, 'Written down');
}

/** Adds to the log, by day. */
export async function addAction(ctx: StaffCtx, form: z.output<typeof actionShape>, asked: Asked): Promise<Answer> {
  const contactId = asked.params['id'] ?? '';
  await logAction(ctx, { contactId, ...form });
  return seeOther(`/front-door/contacts/${contactId}/way-in#actions`, 'Written down');
}
