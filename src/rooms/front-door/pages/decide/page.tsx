import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, refused } from '../../../../platform/access/refusal.ts';
import { Details } from '../../../../platform/web/govuk/details.tsx';
import { InsetText } from '../../../../platform/web/govuk/inset-text.tsx';
import { Button, Choice, Choices, Form, SelectField, TextArea, TextField, type FormValues } from '../../../../platform/web/form-kit.tsx';
import { clockTime } from '../../../../platform/time/plain-dates.ts';
import type { FieldError } from '../../../../platform/access/refusal.ts';
import { draftOf } from '../../../../platform/web/draft.store.ts';
import type { Again, Answer, Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { openWorkFor } from '../../../casework/index.ts';
import { factors, primaryNeeds } from '../../codes.ts';
import { contactOf, earlierContacts, namedIn } from '../../contact.store.ts';
import { levels, outcomes } from '../../decision.ts';
import { calledOfRow } from '../../submitted.ts';

/** The child a decision is for, with the contact, or not found. */
export async function childToDecide(ctx: StaffCtx, asked: Asked) {
  const contact = await contactOf(ctx, asked.params['id'] ?? '');
  about(ctx, 'contact', contact.id);
  const named = await namedIn(ctx, contact.id);
  const child = found(named.find((one) => one.id === asked.params['namedId'] && one.part !== 'adult'));
  if (!child.person_id) throw refused(`Say who ${calledOfRow(child)} is before deciding for them.`);
  saw(ctx, child.person_id);
  return { contact, child, name: calledOfRow(child), personId: child.person_id, others: named.filter((one) => one.part !== 'adult' && one.id !== child.id).map(calledOfRow) };
}

/** The decision form for one child: level, reasons, outcome, why. Kept as a draft while it is written. */
export async function decidePage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const draft = await draftOf(ctx, 'contact-decision', asked.params['namedId'] ?? '');
  return shown(ctx, asked, draft?.answers ?? {}, [], draft ? `Saved ${clockTime(draft.savedAt)}, only you can see this until you confirm it` : undefined);
}
export const decideAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => shown(ctx, asked, again.values, again.errors, undefined);

async function shown(ctx: StaffCtx, asked: Asked, values: FormValues, errors: readonly FieldError[], status: string | undefined): Promise<Answer> {
  const { contact, child, name, personId, others } = await childToDecide(ctx, asked);
  const work = await openWorkFor(ctx, [personId]);
  const repeats = await earlierContacts(ctx, contact, [personId]);
  const at = `/front-door/contacts/${contact.id}`;
  const say = { values, errors };
  return staffView(ctx, { title: `Decide for ${name}`, errors, breadcrumbs: [{ href: '/front-door', label: 'Front door' }, { href: at, label: `Contact ${contact.reference}` }, { label: `Decide for ${name}` }] }, (
    <>
      <h1 class="govuk-heading-l">Decide for {name}</h1>
      {others.length > 0 ? <InsetText>This decision is for {name} alone. {others.join(' and ')} need a decision of their own.</InsetText> : null}
      <p class="govuk-body">The referrer writes: “{contact.what_happened.slice(0, 400)}{contact.what_happened.length > 400 ? ' …' : ''}” <a class="govuk-link" href={at}>Read all of it</a></p>
      <p class="govuk-body">{repeats.length === 0 ? 'No other contact in 12 months.' : `${repeats.length} other ${repeats.length === 1 ? 'contact' : 'contacts'} in 12 months.`} {work.length === 0 ? 'No open early help or referral.' : `Open now: ${work.map((one) => one.reference).join(', ')}.`}</p>
      <Form action={`${at}/children/${child.id}/decide`} {...formCarries(ctx)} version={contact.version} autosave="/drafts/save" draft={`contact-decision:${child.id}`} draftStatus={status}>
        <Choice name="level" legend={`What level is this for ${name}?`} items={levels.map((one) => ({ value: String(one.level), text: one.name, hint: { text: `${capital(one.words)}. The family's agreement is ${one.agreement}.` } }))} {...say} />
        <div class="gt-in-columns"><Choices name="factors" legend="What are the reasons?" hint="Select all that apply. They are the factors of the national census, so nobody types them again." small items={factors.map(([value, text]) => ({ value, text }))} {...say} /></div>
        <TextArea name="analysis" label={`What does this mean for ${name}?`} hint="So what? Write it so that a colleague could act on it tonight." rows={5} {...say} />
        <TextArea name="protective" label={`What protects ${name}?`} rows={3} {...say} />
        <TextArea name="history" label="What do earlier contacts and help tell? (optional)" rows={3} {...say} />
        <div class="gt-in-columns"><Choice name="outcomeCode" legend="What happens next?" hint="Each says which levels it fits" small items={outcomes.map((one) => ({ value: one.code, text: `${one.label} (level ${one.levels.length === 4 ? 'any' : one.levels.join(', ')})` }))} {...say} /></div>
        <SelectField name="primaryNeed" label="Primary need, if a referral is opened" items={primaryNeeds.map(([value, text]) => ({ value, text: `${value} ${text}` }))} {...say} />
        <Details summaryText="If it is passed on, repeats another contact, or a hub picture is asked for" open={errors.some((one) => ['handedTo', 'duplicateOf', 'hubRag', 'handedHow'].includes(one.field)) || work.length > 0}>
          {work.length > 0 ? <Choice name="handedToStaffId" legend="Worker already involved" items={[...work.filter((one) => one.workerId).map((one) => ({ value: one.workerId ?? '', text: `${one.workerName ?? ''} (${one.reference})` })), { value: '', text: 'Someone else' }]} {...say} /> : null}
          {work.length > 0 ? <Choice name="handedToTeamId" legend="Or their team" items={[...work.filter((one) => one.teamId).map((one) => ({ value: one.teamId ?? '', text: `${one.teamName ?? ''} (${one.reference})` })), { value: '', text: 'No team here' }]} {...say} /> : null}
          <TextField name="handedTo" label="Who it is passed to" hint="Name and service" {...say} />
          <Choice name="handedHow" legend="How they were told" items={['by telephone', 'by secure email', 'in person'].map((one) => ({ value: one, text: capital(one) }))} inline {...say} />
          <TextField name="duplicateOf" label="Reference of the contact it repeats" width={10} {...say} />
          <Choice name="hubRag" legend="How urgent is the hub picture?" items={[{ value: 'RED', text: 'Red: significant harm now or likely' }, { value: 'AMBER', text: 'Amber: significant concern' }, { value: 'GREEN', text: 'Green: wellbeing, below statutory' }]} {...say} />
        </Details>
        <TextArea name="rationale" label="Why is this outcome right?" rows={4} {...say} />
        <TextArea name="disagreement" label="Does anyone see it differently? (optional)" hint="Whose view, and what it is" rows={2} {...say} />
        <Button>Read it through</Button>
      </Form>
    </>
  ));
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
