import { may, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { longMoment } from '../../../../../platform/time/plain-dates.ts';
import { Button, Choice, Form, TextArea } from '../../../../../platform/web/form-kit.tsx';
import { Details } from '../../../../../platform/web/govuk/details.tsx';
import type { Again } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { ragFacts, rags, type Rag } from '../../enquiry.ts';
import { ragRules } from '../../suggestion.ts';
import { FamilyTold } from '../open.tsx';
import { RagTag } from '../rag-tag.tsx';
import type { EnquiryFacts } from './facts.ts';

/** How it was rated and why, every time; rating it anew; whether the family knows. */
export function Rating({ ctx, facts, say }: { ctx: StaffCtx; facts: EnquiryFacts; say: Again }) {
  const { enquiry } = facts;
  const at = `/front-door/hub/${enquiry.id}`;
  const others = rags.filter((one) => one !== enquiry.rag);
  const works = may(ctx, 'front-door.screen');
  return (
    <section aria-labelledby="rating">
      <h2 class="govuk-heading-m" id="rating">
        How it is rated
      </h2>
      <History facts={facts} />
      {works && !enquiry.decided_at ? (
        <Details summaryText="Rate it anew" open={say.errors.some((one) => one.field === 'rag' || one.field === 'rateReason')}>
          <Form action={`${at}/rate`} {...formCarries(ctx)}>
            <Choice
              name="rag"
              legend="Which colour now?"
              items={others.map((one) => ({ value: one, text: ragFacts[one].words, hint: { text: ragFacts[one].means } }))}
              small
              {...say}
            />
            <TextArea
              name="rateReason"
              label="Why?"
              hint="Its clocks stop and begin anew from the opening by the rule of the new colour."
              rows={3}
              {...say}
            />
            <Button classes="govuk-button--secondary">Rate it</Button>
          </Form>
        </Details>
      ) : null}
      <h2 class="govuk-heading-m" id="family">
        The family
      </h2>
      <p class="govuk-body">
        {enquiry.family_told === 'told'
          ? 'They have been told that agencies are asked.'
          : enquiry.family_told === 'not told'
            ? `They are not told: ${enquiry.not_told_because ?? ''}`
            : 'They have not been told yet that agencies are asked.'}
      </p>
      {works && !enquiry.closed_at ? (
        <Details summaryText="Change this" open={say.errors.some((one) => one.field === 'familyTold' || one.field === 'notToldBecause')}>
          <Form action={`${at}/family`} {...formCarries(ctx)}>
            <FamilyTold {...say} />
            <Button classes="govuk-button--secondary">Note it</Button>
          </Form>
        </Details>
      ) : null}
    </section>
  );
}

/** Ratings latest first, and the clocks that a change of colour stopped, as they stood then. */
function History({ facts }: { facts: EnquiryFacts }) {
  return (
    <ol class="govuk-list" reversed>
      {facts.ratings.toReversed().map((one) => {
        const rule = ragRules.find((its) => its.key === one.suggested_by);
        return (
          <li>
            <RagTag rag={one.rag as Rag} /> {one.reason}
            <br />
            <span class="gt-small">
              {one.by}, {longMoment(one.set_at)}.{rule ? ` A rule suggested it because ${rule.because}; ${one.by} decided.` : ''}
            </span>
          </li>
        );
      })}
      {facts.stopped.map((one) => (
        <li class="gt-small">
          {one.ruleInForce.name}: due {longMoment(one.reading.dueAt)}, stopped {one.cancelledAt ? longMoment(one.cancelledAt) : ''} when the
          colour changed{one.reading.state === 'overdue' ? '; it was overdue by then' : ''}.
        </li>
      ))}
    </ol>
  );
}
