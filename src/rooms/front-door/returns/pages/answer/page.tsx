import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { clockTime } from '../../../../../platform/time/plain-dates.ts';
import { draftOf } from '../../../../../platform/web/draft.store.ts';
import { Button, Choice, Form, TextArea, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { InsetText } from '../../../../../platform/web/govuk/inset-text.tsx';
import type { Again, Answer, Asked, Typed } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { requestMoved, type RequestState } from '../../../hub/enquiry.ts';
import { clockOfRequest, requestAsked, type RequestRow } from '../../asked.store.ts';
import { questionsFor } from '../../question-sets.codes.ts';
import { extrasIn, typedOf } from '../../read-return.ts';
import {
  answerDraft,
  beingWritten,
  extraPlace,
  standingReturn,
  mostExtra,
  placesOf,
  reaches,
  reachWords,
  type AskedAbout,
} from '../../return.ts';
import { returnsOf, type AgencyReturn } from '../../return.store.ts';
import { ClockTag } from '../../../../../platform/web/patterns/clock-tag.tsx';
import { PlaceFields } from './place-fields.tsx';

/** The question set on one page: a ready answer or words for each, and everything left can be answered with nothing known at once. What is typed is
 *  kept as the writer's own draft; read through, it is the agency's unreleased return. */
export const answerPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => shown(ctx, asked, null);
export const answerAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => shown(ctx, asked, again);

async function shown(ctx: StaffCtx, asked: Asked, again: Again | null): Promise<Answer> {
  const { request, people } = await requestAsked(ctx, asked.params['id'] ?? '');
  requestMoved(request.state as RequestState, 'answer with information');
  const [returns, draft] = [await returnsOf(ctx, request.id), await draftOf(ctx, answerDraft, request.id)];
  const begun = beingWritten(returns) ?? standingReturn(returns);
  const set = questionsFor(request.discipline);
  const places = placesOf(set, people);
  const values = again?.values ?? draft?.answers ?? (begun ? typedOf(begun.items, places) : {});
  const state: FieldState = { values, errors: again?.errors };
  const clock = await clockOfRequest(ctx, request.id);
  const open = returns.find((one) => !one.releasedAt);
  return staffView(
    ctx,
    { title: 'Answer the hub', wide: true, errors: again?.errors ?? [], breadcrumbs: trail(request, people) },
    <>
      <h1 class="govuk-heading-l">Answer the hub about {people.map((one) => one.name).join(', ')}</h1>
      {clock ? <ClockTag state={clock.reading.state} words={clock.reading.words} /> : null}
      <InsetText>
        <span class="gt-as-typed">{request.what_we_ask}</span>
      </InsetText>
      <Form
        action={`/asked-of-us/${request.id}/answer`}
        {...formCarries(ctx)}
        version={open?.version ?? 0}
        autosave="/drafts/save"
        draft={`${answerDraft}:${request.id}`}
        draftStatus={draft ? `Saved ${clockTime(draft.savedAt)}, only you can see this until you read it through` : undefined}
      >
        {standingReturn(returns) ? <Correction state={state} written={beingWritten(returns)} /> : null}
        <Choice
          name="reach"
          legend="Who may have what you return, unless an item says otherwise?"
          items={reaches.map((value) => ({ value, text: reachWords[value] }))}
          small
          {...state}
        />
        {places.map((place) => (
          <PlaceFields place={place} set={set} state={state} />
        ))}
        <Extras values={values} state={state} people={people} set={set} />
        <Send />
      </Form>
    </>,
  );
}

const trail = (request: RequestRow, people: readonly AskedAbout[]) => [
  { href: '/asked-of-us', label: 'Asked of us' },
  { href: `/asked-of-us/${request.id}`, label: people.map((one) => one.name).join(', ') },
  { label: 'Answer' },
];

/** A further return says why: the hub sees both, the newer first. */
function Correction({ state, written }: { state: FieldState; written: AgencyReturn | null }) {
  const values = state.values?.['correction'] === undefined ? { correction: written?.correctionReason ?? '' } : state.values;
  return (
    <TextArea
      name="correction"
      label="Why do you send a further return?"
      hint="The hub reads this beside both returns. The one before stays readable, marked as replaced."
      rows={2}
      {...state}
      values={values}
    />
  );
}

function Extras(props: {
  values: FieldState['values'];
  state: FieldState;
  people: readonly AskedAbout[];
  set: Parameters<typeof PlaceFields>[0]['set'];
}) {
  const filled = extrasIn((props.values ?? {}) as Typed, props.people).length;
  const many = Math.min(filled + 1, mostExtra);
  return (
    <>
      <h2 class="govuk-heading-m">Something nobody asked</h2>
      {Array.from({ length: many }, (_, at) => (
        <PlaceFields place={extraPlace(at + 1, null)} set={props.set} state={props.state} people={props.people} />
      ))}
    </>
  );
}

function Send() {
  return (
    <>
      <div class="gt-toolbar">
        <Button name="then" value="check" attributes={{ 'data-shortcut': 's' }}>
          Read it through
        </Button>
        <Button name="then" value="rest" classes="govuk-button--secondary" attributes={{ 'data-shortcut': '0' }}>
          Nothing known to all the rest
        </Button>
        <Button name="then" value="more" classes="govuk-button--secondary">
          Add another item
        </Button>
        <Button name="then" value="later" classes="govuk-button--secondary">
          Keep it for later
        </Button>
      </div>
      <p class="govuk-body gt-small">Nothing goes to the hub from this page. You release it after reading it through.</p>
    </>
  );
}
