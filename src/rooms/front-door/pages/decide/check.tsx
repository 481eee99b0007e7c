import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { Button, Form } from '../../../../platform/web/form-kit.tsx';
import { CheckAnswers } from '../../../../platform/web/patterns/check-answers.tsx';
import { draftOf, dropDraft, keepDraft } from '../../../../platform/web/draft.store.ts';
import { invalid } from '../../../../platform/access/refusal.ts';
import { seeOther, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { decideChild } from '../../actions/decide-child.ts';
import { HubStandsInTheWay } from '../../hub/pages/in-the-way.tsx';
import { hubNeeds } from '../../hub/deciding.ts';
import { factorLabel } from '../../codes.ts';
import { decisionErrors, decisionSentence, outcomeOf } from '../../decision.ts';
import { childToDecide } from './page.tsx';
import { decideShape, type DecideForm } from './form.ts';

/** Takes the form into the draft and shows the decision as it reads aloud; nothing is decided yet. */
export async function readThrough(ctx: StaffCtx, form: DecideForm, asked: Asked): Promise<Answer> {
  const { contact, child } = await childToDecide(ctx, asked);
  const errors = decisionErrors(form);
  if (errors.length > 0) throw invalid(errors);
  await keepDraft(ctx, 'contact-decision', child.id, { ...asTyped(form), version: String(form._version) });
  return seeOther(`/front-door/contacts/${contact.id}/children/${child.id}/check`);
}

const asTyped = (form: DecideForm): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, Array.isArray(value) ? value : value === null ? '' : String(value)]),
  );

async function drafted(ctx: StaffCtx, asked: Asked): Promise<DecideForm> {
  const draft = await draftOf(ctx, 'contact-decision', asked.params['namedId'] ?? '');
  const parsed = decideShape.safeParse({ ...draft?.answers, _version: draft?.answers['version'] });
  if (!parsed.success) throw refused('Fill in the decision first.');
  return parsed.data;
}

/** The decision sentence, before it is confirmed. */
export async function checkPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const { contact, child, name } = await childToDecide(ctx, asked);
  const form = await drafted(ctx, asked);
  const hub = await hubNeeds(ctx, contact.id, form.outcomeCode);
  const at = `/front-door/contacts/${contact.id}/children/${child.id}`;
  const change = (question: string, field: string, answer: string | null) => ({
    question,
    answer: answer ?? 'Nothing written',
    changeHref: `${at}/decide#${field}`,
    changes: question.toLowerCase(),
  });
  return staffView(
    ctx,
    {
      title: `Check the decision for ${name}`,
      breadcrumbs: [
        { href: '/front-door', label: 'Front door' },
        { href: `/front-door/contacts/${contact.id}`, label: `Contact ${contact.reference}` },
        { label: 'Check the decision' },
      ],
    },
    <>
      <h1 class="govuk-heading-l">Check the decision for {name}</h1>
      <p class="govuk-body-l">
        {decisionSentence({
          childName: name,
          level: form.level,
          outcomeCode: form.outcomeCode,
          factorLabels: form.factors.map(factorLabel),
          rationale: form.rationale,
        })}
      </p>
      <CheckAnswers
        heading="In full"
        answers={[
          change('Level', 'level', `Level ${form.level}`),
          change('Reasons', 'factors', form.factors.map(factorLabel).join(', ') || null),
          change('What it means', 'analysis', form.analysis),
          change('What protects', 'protective', form.protective),
          change('History', 'history', form.history),
          change('Outcome', 'outcomeCode', outcomeOf(form.outcomeCode).label),
          change('Why', 'rationale', form.rationale),
          change('A different view', 'disagreement', form.disagreement),
        ]}
      />
      <p class="govuk-body">
        The referrer will be told in your words, on a page of its own. They can be told this: “{outcomeOf(form.outcomeCode).forReferrer}”
      </p>
      {hub.enquiryId && hub.needs.length > 0 ? (
        <HubStandsInTheWay enquiryId={hub.enquiryId} needs={hub.needs} />
      ) : (
        <Form action={`${at}/confirm`} {...formCarries(ctx)}>
          <input type="hidden" name="_back" value={`/front-door/contacts/${contact.id}`} />
          <Button>Confirm the decision for {name}</Button>
        </Form>
      )}
    </>,
  );
}

/** Decides, from the draft that was read through. */
export async function confirmDecision(ctx: StaffCtx, _nothing: unknown, asked: Asked): Promise<Answer> {
  const { contact, child, name } = await childToDecide(ctx, asked);
  const { _version, ...form } = await drafted(ctx, asked);
  await decideChild(ctx, { ...form, contactId: contact.id, namedId: child.id, version: _version });
  await dropDraft(ctx, 'contact-decision', child.id);
  return seeOther(`/front-door/contacts/${contact.id}`, `Decided for ${name}: ${outcomeOf(form.outcomeCode).label.toLowerCase()}`);
}
