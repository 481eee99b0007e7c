import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { clockTime, longMoment } from '../../../../../platform/time/plain-dates.ts';
import { draftOf, type Draft } from '../../../../../platform/web/draft.store.ts';
import { Button, Form } from '../../../../../platform/web/form-kit.tsx';
import { ClockTag } from '../../../../../platform/web/patterns/clock-tag.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { isOwed, ragFacts, requestStateWords, type Rag, type RequestState } from '../../../hub/enquiry.ts';
import { clockOfRequest, namesOf, requestAsked, type RequestRow } from '../../asked.store.ts';
import { onwardAsks } from '../../onward.store.ts';
import { questionsFor } from '../../question-sets.codes.ts';
import { answerDraft, beingWritten } from '../../return.ts';
import { returnsOf, type AgencyReturn } from '../../return.store.ts';
import { People } from '../about-people.tsx';
import { RagTag } from '../../../hub/pages/rag-tag.tsx';
import { Outcome, OnwardList, Returns } from './parts.tsx';

type Names = Awaited<ReturnType<typeof namesOf>>;

/** One request of the hub: what it asks and about whom; what we answered and what became of it. Nothing else of the contact. */
export async function requestPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const { request, people } = await requestAsked(ctx, asked.params['id'] ?? '');
  const [names, returns] = [await namesOf(ctx, request), await returnsOf(ctx, request.id)];
  const [onward, draft] = [await onwardAsks(ctx, { requestId: request.id }), await draftOf(ctx, answerDraft, request.id)];
  const set = questionsFor(request.discipline);
  const whom = people.map((one) => one.name).join(', ');
  return staffView(
    ctx,
    { title: `The hub asks about ${whom}`, wide: true, breadcrumbs: [{ href: '/asked-of-us', label: 'Asked of us' }, { label: whom }] },
    <>
      <h1 class="govuk-heading-l">The hub asks {names.agency}</h1>
      <div class="gt-columns gt-columns--2">
        <div>
          <h2 class="govuk-heading-m">What it asks, and why</h2>
          <blockquote class="gt-quote">{request.what_we_ask}</blockquote>
          <p class="govuk-body gt-small">
            Asked by {names.askedBy} on {longMoment(request.asked_at)}. Questions for {set.name.toLowerCase()}: {set.questions.length}.
          </p>
          <People ctx={ctx} people={people} />
          <Outcome request={request} />
          <Returns returns={returns} set={set} people={people} />
          <OnwardList asks={onward} set={set} />
        </div>
        <aside class="gt-panel" aria-label="Answer">
          <Standing request={request} names={names} clock={await clockOfRequest(ctx, request.id)} />
          <Actions ctx={ctx} request={request} written={beingWritten(returns)} draft={draft} />
        </aside>
      </div>
    </>,
  );
}

function Standing(props: { request: RequestRow; names: Names; clock: Awaited<ReturnType<typeof clockOfRequest>> }) {
  const { request, names, clock } = props;
  return (
    <>
      <p class="govuk-body">
        <RagTag rag={request.rag as Rag} /> {ragFacts[request.rag as Rag].means}
      </p>
      {clock ? (
        <p class="govuk-body">
          <ClockTag state={clock.reading.state} words={clock.reading.words} exact={clock.reading.exact} />
        </p>
      ) : null}
      <p class="govuk-body">
        {requestStateWords[request.state as RequestState]}.{names.heldBy ? ` ${names.heldBy} has it.` : ' Nobody has it yet.'}
        {request.answered_at && names.answeredBy ? ` Answered by ${names.answeredBy} on ${longMoment(request.answered_at)}.` : ''}
      </p>
      {request.decline_reason && request.state === 'DECLINED' ? <p class="govuk-body">We said: {request.decline_reason}</p> : null}
      {request.cancel_reason ? <p class="govuk-body">The hub says: {request.cancel_reason}</p> : null}
      {names.chases.length > 0 ? (
        <ul class="govuk-list govuk-list--bullet">
          {names.chases.map((chase) => (
            <li>
              {chase.by} reminded us {chase.how}
              {chase.spoke_to ? ` (${chase.spoke_to})` : ''} on {longMoment(chase.chased_at)}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Actions(props: { ctx: StaffCtx; request: RequestRow; written: AgencyReturn | null; draft: Draft | null }) {
  const { ctx, request, written, draft } = props;
  const at = `/asked-of-us/${request.id}`;
  const state = request.state as RequestState;
  if (state === 'CANCELLED') return null;
  const owed = isOwed(state);
  return (
    <>
      {state === 'SENT' ? (
        <Form action={`${at}/acknowledge`} {...formCarries(ctx)}>
          <Button classes="govuk-button--secondary" attributes={{ 'data-shortcut': 'k' }}>
            We have it
          </Button>
        </Form>
      ) : null}
      {written ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`${at}/check`} data-shortcut="c">
            Read the return through and release it
          </a>
          . {written.writtenBy} wrote it, saved on {longMoment(written.writtenAt)}. Nobody outside your agency sees it yet.
        </p>
      ) : null}
      {draft ? <p class="govuk-body">You began to write, saved {clockTime(draft.savedAt)}. Only you can see that.</p> : null}
      <Button href={`${at}/answer`} attributes={{ 'data-shortcut': 'a' }}>
        {owed ? (written || draft ? 'Go on with the answer' : 'Answer the questions') : 'Send a further return'}
      </Button>
      {owed && !written ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`${at}/nothing-known`} data-shortcut="0">
            We know nothing of them
          </a>
        </p>
      ) : null}
      {owed ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`${at}/decline`} data-shortcut="d">
            We do not share this
          </a>
        </p>
      ) : null}
    </>
  );
}
