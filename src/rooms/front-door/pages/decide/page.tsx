import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, refused } from '../../../../platform/access/refusal.ts';
import { InsetText } from '../../../../platform/web/govuk/inset-text.tsx';
import { Button, Form, type FormValues } from '../../../../platform/web/form-kit.tsx';
import { clockTime } from '../../../../platform/time/plain-dates.ts';
import type { FieldError } from '../../../../platform/access/refusal.ts';
import { draftOf } from '../../../../platform/web/draft.store.ts';
import type { Again, Answer, Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { openWorkFor } from '../../../casework/index.ts';
import { contactOf, earlierContacts, namedIn, type ContactRow } from '../../contact.store.ts';
import { calledOfRow } from '../../submitted.ts';
import { Judgement, WhatFollows, Why } from './fields.tsx';

/** The child a decision is for, with the contact, or not found. */
export async function childToDecide(ctx: StaffCtx, asked: Asked) {
  const contact = await contactOf(ctx, asked.params['id'] ?? '');
  about(ctx, 'contact', contact.id);
  const named = await namedIn(ctx, contact.id);
  const child = found(named.find((one) => one.id === asked.params['namedId'] && one.part !== 'adult'));
  if (!child.person_id) throw refused(`Say who ${calledOfRow(child)} is before deciding for them.`);
  saw(ctx, child.person_id);
  return {
    contact,
    child,
    name: calledOfRow(child),
    personId: child.person_id,
    others: named.filter((one) => one.part !== 'adult' && one.id !== child.id).map(calledOfRow),
  };
}

/** The decision form for one child: level, reasons, outcome, why. Kept as a draft while it is written. */
export async function decidePage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const draft = await draftOf(ctx, 'contact-decision', asked.params['namedId'] ?? '');
  return shown(
    ctx,
    asked,
    draft?.answers ?? {},
    [],
    draft ? `Saved ${clockTime(draft.savedAt)}, only you can see this until you confirm it` : undefined,
  );
}
export const decideAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> =>
  shown(ctx, asked, again.values, again.errors, undefined);

async function shown(
  ctx: StaffCtx,
  asked: Asked,
  values: FormValues,
  errors: readonly FieldError[],
  status: string | undefined,
): Promise<Answer> {
  const { contact, child, name, personId, others } = await childToDecide(ctx, asked);
  const work = await openWorkFor(ctx, [personId]);
  const repeats = await earlierContacts(ctx, contact, [personId]);
  const at = `/front-door/contacts/${contact.id}`;
  const say = { values, errors };
  return staffView(
    ctx,
    {
      title: `Decide for ${name}`,
      errors,
      breadcrumbs: [
        { href: '/front-door', label: 'Front door' },
        { href: at, label: `Contact ${contact.reference}` },
        { label: `Decide for ${name}` },
      ],
    },
    <>
      <h1 class="govuk-heading-l">Decide for {name}</h1>
      {others.length > 0 ? (
        <InsetText>
          This decision is for {name} alone. {others.join(' and ')} need a decision of their own.
        </InsetText>
      ) : null}
      <Background contact={contact} repeats={repeats.length} open={work.map((one) => one.reference)} />
      <Form
        action={`${at}/children/${child.id}/decide`}
        {...formCarries(ctx)}
        version={contact.version}
        autosave="/drafts/save"
        draft={`contact-decision:${child.id}`}
        draftStatus={status}
      >
        <Judgement name={name} {...say} />
        <WhatFollows work={work} {...say} />
        <Why {...say} />
        <Button>Read it through</Button>
      </Form>
    </>,
  );
}

/** What the decider should have in mind: the referrer's words, repeat contacts, what is open already. */
function Background({ contact, repeats, open }: { contact: ContactRow; repeats: number; open: readonly string[] }) {
  const words = contact.what_happened;
  return (
    <>
      <p class="govuk-body">
        The referrer writes: “{words.slice(0, 400)}
        {words.length > 400 ? ' …' : ''}”{' '}
        <a class="govuk-link" href={`/front-door/contacts/${contact.id}`}>
          Read all of it
        </a>
      </p>
      <p class="govuk-body">
        {repeats === 0 ? 'No other contact in 12 months.' : `${repeats} other ${repeats === 1 ? 'contact' : 'contacts'} in 12 months.`}{' '}
        {open.length === 0 ? 'No open early help or referral.' : `Open now: ${open.join(', ')}.`}
      </p>
    </>
  );
}
