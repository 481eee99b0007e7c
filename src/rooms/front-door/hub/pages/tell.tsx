import { z } from 'zod';
import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid } from '../../../../platform/access/refusal.ts';
import { Button, Form, TextArea } from '../../../../platform/web/form-kit.tsx';
import { EmptyList } from '../../../../platform/web/patterns/list-summary.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { outcomeOf, type OutcomeCode } from '../../decision.ts';
import { decisionsOf } from '../../decision.store.ts';
import { tellAgencies } from '../actions/tell-agencies.ts';
import { toBeTold } from '../deciding.ts';
import { isOwed } from '../enquiry.ts';
import { enquiryOf } from '../enquiry.store.ts';
import { requestsOf, type RequestLine } from '../request.store.ts';
import { enquiryCrumbs } from './crumbs.ts';

/** One text for each request, named by it: told-<id>. Checked against the requests when taken. */
export const tellShape = z.looseObject({});

/** Telling the agencies that answered what became of it: of the people each was asked about, and of no one else. */
export async function tellPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const { enquiry } = await enquiryOf(ctx, asked.params['id'] ?? '');
  const decisions = await decisionsOf(ctx, enquiry.contact_id);
  const words = (request: RequestLine): string =>
    request.people
      .flatMap((person) => {
        const decision = decisions.find((one) => one.contact_person_id === person.namedId);
        return decision ? [`${person.name}: ${outcomeOf(decision.outcome_code as OutcomeCode).forReferrer}`] : [];
      })
      .join('\n');
  const requests = await requestsOf(ctx, enquiry.id);
  return shown(ctx, asked, { values: Object.fromEntries(requests.map((one) => [`told-${one.id}`, words(one)])), errors: [] });
}
export const tellAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => shown(ctx, asked, again);

async function shown(ctx: StaffCtx, asked: Asked, say: Again): Promise<Answer> {
  const { enquiry, contact } = await enquiryOf(ctx, asked.params['id'] ?? '');
  const requests = await requestsOf(ctx, enquiry.id);
  saw(ctx, ...requests.flatMap((one) => one.people.map((person) => person.personId)));
  const owed = requests.filter((one) => isOwed(one.state));
  return staffView(
    ctx,
    { title: 'Tell the agencies', errors: say.errors, breadcrumbs: enquiryCrumbs(enquiry.id, contact.reference, 'Tell the agencies') },
    <>
      <h1 class="govuk-heading-l">Tell the agencies what became of it</h1>
      <p class="govuk-body">Each reads its own words on its own page. The referrer is told on the contact.</p>
      {owed.length > 0 ? (
        <p class="govuk-body">{owed.map((one) => one.agency).join(', ')} never answered. They are no longer asked, and read that.</p>
      ) : null}
      {toBeTold(requests).length === 0 ? <EmptyList why="No agency answered, so there is nobody to tell." /> : null}
      {enquiry.decided_at && !enquiry.closed_at ? (
        <Form action={`/front-door/hub/${enquiry.id}/tell`} {...formCarries(ctx)}>
          {toBeTold(requests).map((one) => (
            <TextArea
              name={`told-${one.id}`}
              label={`${one.agency}, asked about ${one.people.map((who) => who.name).join(', ')}`}
              rows={4}
              {...say}
            />
          ))}
          <Button>Tell them and close the enquiry</Button>
        </Form>
      ) : (
        <p class="govuk-body">
          {enquiry.closed_at ? 'The agencies are told and the enquiry is closed.' : 'Once every child has a decision.'}
        </p>
      )}
    </>,
  );
}

const longest = 2000;

/** Tells them and closes the enquiry. */
export async function takeTelling(ctx: StaffCtx, form: z.output<typeof tellShape>, asked: Asked): Promise<Answer> {
  const { enquiry } = await enquiryOf(ctx, asked.params['id'] ?? '');
  const told = new Map<string, string>();
  const errors = toBeTold(await requestsOf(ctx, enquiry.id)).flatMap(({ id, agency }) => {
    const typed = [form[`told-${id}`]].flat().at(-1);
    const words = typeof typed === 'string' ? typed.trim() : '';
    told.set(id, words);
    if (words === '') return [{ field: `told-${id}`, message: `Enter what ${agency} is told` }];
    return words.length > longest ? [{ field: `told-${id}`, message: 'Use 2,000 characters or fewer' }] : [];
  });
  if (errors.length > 0) throw invalid(errors);
  await tellAgencies(ctx, { enquiryId: enquiry.id, told });
  return seeOther(`/front-door/hub/${enquiry.id}`, 'The agencies are told and the enquiry is closed');
}
