import { z } from 'zod';
import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { optionalId, requiredText, ticked } from '../../../../platform/web/fields.ts';
import { Button, Choices, Form, SelectField, TextArea } from '../../../../platform/web/form-kit.tsx';
import { InsetText } from '../../../../platform/web/govuk/inset-text.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { namedIn } from '../../contact.store.ts';
import { listed } from '../../decision.ts';
import { disciplines, questionSets, type Discipline } from '../../returns/question-sets.codes.ts';
import { calledOfRow } from '../../submitted.ts';
import { askAgencies } from '../actions/ask-agencies.ts';
import { addressWithheld, askableAgencies, type Askable } from '../agencies.store.ts';
import { blindWords } from '../asking.ts';
import { ragFacts, type Rag } from '../enquiry.ts';
import { enquiryOf } from '../enquiry.store.ts';
import { requestsOf, type RequestLine } from '../request.store.ts';
import { enquiryCrumbs } from './crumbs.ts';

const several = (shape: z.ZodType<string>) =>
  z.preprocess((typed) => (typed === undefined || typed === '' ? [] : [typed].flat()), z.array(shape));
const chosen = Object.fromEntries(disciplines.map((one) => [`to-${one}`, optionalId()])) as Record<
  `to-${Discipline}`,
  ReturnType<typeof optionalId>
>;
export const askShape = z.object({
  involved: several(z.string().regex(/^[0-9a-f-]{36}:[a-z-]+$/, { error: 'Select agencies from the list' })),
  ...chosen,
  people: several(z.uuid({ error: 'Select people from the list' })),
  withAddress: ticked,
  whatWeAsk: requiredText('Enter what they read', 2000),
  because: requiredText('Enter why telling them this does no more harm than not telling', 1000),
});

/** Choosing whom to ask, about whom, with which words; those already involved first. Asked again for others with fewer people or other words. */
export const askPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => shown(ctx, asked, null);
export const askAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => shown(ctx, asked, again);

async function shown(ctx: StaffCtx, asked: Asked, again: Again | null): Promise<Answer> {
  const { enquiry, contact } = await enquiryOf(ctx, asked.params['id'] ?? '');
  const named = await namedIn(ctx, contact.id);
  const personIds = named.flatMap((one) => one.person_id ?? []);
  saw(ctx, ...personIds);
  const agencies = await askableAgencies(ctx, personIds);
  const withheld = await addressWithheld(ctx, personIds);
  const requests = await requestsOf(ctx, enquiry.id);
  const names = new Map(named.map((one) => [one.person_id, calledOfRow(one)]));
  const say = again ?? { values: { people: named.map((one) => one.id), whatWeAsk: enquiry.purpose }, errors: [] };
  return staffView(
    ctx,
    { title: 'Ask agencies', errors: say.errors, breadcrumbs: enquiryCrumbs(enquiry.id, contact.reference, 'Ask agencies') },
    <>
      <h1 class="govuk-heading-l">Ask agencies what they know</h1>
      <p class="govuk-body">
        This is rated {ragFacts[enquiry.rag as Rag].words.toLowerCase()}. Each agency gets one request with a clock of its own, reads the
        words and the people below, and nothing else of the contact.
      </p>
      <AskedAlready requests={requests} />
      <Form action={`/front-door/hub/${enquiry.id}/ask`} {...formCarries(ctx)}>
        <Involved agencies={agencies} names={names} requests={requests} {...say} />
        <Others agencies={agencies} requests={requests} {...say} />
        <WhatTheyAreTold named={named} withheld={withheld} {...say} />
        <Button>Ask them</Button>
      </Form>
    </>,
  );
}

/** About whom, with or without the address, and the words. */
function WhatTheyAreTold({ named, withheld, ...say }: Again & { named: Awaited<ReturnType<typeof namedIn>>; withheld: boolean }) {
  return (
    <>
      <Choices
        name="people"
        legend="About whom?"
        hint="To name fewer people to some agencies, ask those separately"
        items={named.map((one) => ({
          value: one.id,
          text: `${calledOfRow(one)} (${one.part === 'adult' ? (one.relationship ?? 'adult') : one.part}${one.person_id ? '' : ', not recognised'})`,
        }))}
        {...say}
      />
      {withheld ? (
        <InsetText>The address is not told to any agency: where one of these people lives is shielded.</InsetText>
      ) : (
        <Choices name="withAddress" legend="The address" items={[{ value: 'yes', text: 'Tell them the address they live at' }]} {...say} />
      )}
      <TextArea
        name="whatWeAsk"
        label="What they read"
        hint="Why you ask and what you need. Leave out who raised it and anything they have no need to know."
        rows={5}
        {...say}
      />
      <TextArea
        name="because"
        label="Why does telling them this do the child no more harm than not telling?"
        hint="It is kept with the record of what was shared. If it would do more harm, do not ask."
        rows={2}
        {...say}
      />
    </>
  );
}

function AskedAlready({ requests }: { requests: readonly RequestLine[] }) {
  const standing = requests.filter((one) => one.state !== 'CANCELLED');
  if (standing.length === 0) return null;
  return <p class="govuk-body">Asked already: {listed(standing.map((one) => `${one.agency} (${one.discipline})`))}.</p>;
}

const isAsked = (requests: readonly RequestLine[], agencyId: string, discipline: string): boolean =>
  requests.some((one) => one.state !== 'CANCELLED' && one.agencyId === agencyId && one.discipline === discipline);

interface Offer extends Again {
  agencies: readonly Askable[];
  requests: readonly RequestLine[];
}

/** Agencies that work with one of these people already; each says who there could not see the request. */
function Involved({ agencies, names, requests, ...say }: Offer & { names: ReadonlyMap<string | null, string> }) {
  const items = agencies
    .filter((one) => one.involved.length > 0)
    .flatMap((agency) =>
      agency.sets
        .filter((set) => !isAsked(requests, agency.id, set.key))
        .map((set) => ({
          value: `${agency.id}:${set.key}`,
          text: `${agency.name}: ${set.name.toLowerCase()} questions`,
          hint: { text: hintFor(agency, names) },
          disabled: agency.answering === 0,
        })),
    );
  if (items.length === 0)
    return (
      <p class="govuk-body" id="involved">
        No agency that can be asked is known to work with them, or each is asked already.
      </p>
    );
  return <Choices name="involved" legend="Agencies already involved" small items={items} {...say} />;
}

function hintFor(agency: Askable, names: ReadonlyMap<string | null, string>): string {
  const roles = listed(agency.involved);
  if (agency.answering === 0) return `${roles}. ${blindWords(agency)}`;
  const closed = agency.closed.flatMap((id) => names.get(id) ?? []);
  if (agency.mayRead === 0)
    return `${roles}. Nobody there may know ${closed.length > 0 ? listed(closed) : 'everyone named'}: the shield desk has to name someone there first.`;
  return roles;
}

/** Every other agency, one list a question set. */
function Others({ agencies, requests, ...say }: Offer) {
  const lists = questionSets.map((set) => ({
    set,
    fit: agencies.filter((one) => one.answering > 0 && one.sets.some((its) => its.key === set.key) && !isAsked(requests, one.id, set.key)),
  }));
  const nobody = lists.filter(({ fit }) => fit.length === 0).map(({ set }) => set.name.toLowerCase());
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Other agencies, by what they are asked</legend>
      <div class="gt-columns gt-columns--3">
        {lists
          .filter(({ fit }) => fit.length > 0)
          .map(({ set, fit }) => (
            <SelectField
              name={`to-${set.key}`}
              label={set.name}
              empty="Do not ask"
              items={fit.map((one) => ({ value: one.id, text: one.mayRead === 0 ? `${one.name} (nobody there may know them)` : one.name }))}
              {...say}
            />
          ))}
      </div>
      {nobody.length > 0 ? (
        <p class="govuk-body">
          No agency left to ask in Goldthread for {listed(nobody)}: none answers there yet, or each is asked already.
        </p>
      ) : null}
    </fieldset>
  );
}

/** Sends the requests. */
export async function takeAsking(ctx: StaffCtx, form: z.output<typeof askShape>, asked: Asked): Promise<Answer> {
  const enquiryId = asked.params['id'] ?? '';
  const to = [
    ...form.involved.map((pair) => ({ agencyId: pair.slice(0, 36), discipline: pair.slice(37) })),
    ...disciplines.flatMap((one) => {
      const agencyId = form[`to-${one}`];
      return agencyId ? [{ agencyId, discipline: one }] : [];
    }),
  ];
  const once = to.filter(
    (one, at) => to.findIndex((other) => other.agencyId === one.agencyId && other.discipline === one.discipline) === at,
  );
  const ids = await askAgencies(ctx, {
    enquiryId,
    to: once,
    namedIds: form.people,
    whatWeAsk: form.whatWeAsk,
    withAddress: form.withAddress,
    because: form.because,
  });
  return seeOther(`/front-door/hub/${enquiryId}`, ids.length === 1 ? 'One agency is asked.' : `${ids.length} agencies are asked.`);
}
