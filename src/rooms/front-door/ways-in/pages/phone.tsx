import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid, Refusal } from '../../../../platform/access/refusal.ts';
import { clockTime } from '../../../../platform/time/plain-dates.ts';
import { draftOf, dropDraft } from '../../../../platform/web/draft.store.ts';
import { Button, Choice, Choices, Form, textValue, TextField, type FieldState } from '../../../../platform/web/form-kit.tsx';
import { WarningText } from '../../../../platform/web/govuk/warning-text.tsx';
import { seeOther, type Again, type Answer, type Typed } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { yesNo } from '../../pages/raise/section.tsx';
import { recordCall } from '../actions/record-call.ts';
import { phoneScript, scriptKeys } from '../phone.codes.ts';
import { childPlaces, dateErrors, placed, said, tickedOf, toldConcern } from '../told.ts';
import { CallerFields, PeopleFields, SafetyFields, WordsFields } from './told-fields.tsx';

const callDraft = 'phone-record';

/** A page an officer types while listening: the script on one side, what is said on the other. Everything is kept as it is typed. */
export async function callPage(ctx: StaffCtx): Promise<Answer> {
  const draft = await draftOf(ctx, callDraft);
  return shown(ctx, { values: draft?.answers ?? {}, errors: [] });
}
export const callAgain = (ctx: StaffCtx, again: Again): Promise<Answer> => shown(ctx, again);

async function shown(ctx: StaffCtx, state: FieldState): Promise<Answer> {
  const draft = await draftOf(ctx, callDraft);
  const began = textValue(state.values, 'beganAt') || ctx.now.toISOString();
  return staffView(
    ctx,
    {
      title: 'Telephone call',
      wide: true,
      errors: state.errors,
      breadcrumbs: [{ href: '/front-door/ways-in', label: 'Ways in' }, { label: 'Telephone call' }],
    },
    <>
      <h1 class="govuk-heading-l">Telephone call</h1>
      <Form
        action="/front-door/phone"
        {...formCarries(ctx)}
        autosave="/drafts/save"
        draft={callDraft}
        draftStatus={draft ? `Saved ${clockTime(draft.savedAt)}, only you can see this until you send it` : undefined}
      >
        <input type="hidden" name="beganAt" value={began} />
        <p class="govuk-body">Call began {clockTime(new Date(began))}. Only a child, what is said and a way to call back are needed.</p>
        <div class="gt-columns gt-columns--2">
          <div>
            <h2 class="govuk-heading-m">What is said</h2>
            <WordsFields state={state} label="What they tell you" rows={10} />
            <h2 class="govuk-heading-m">Who it is about</h2>
            <PeopleFields state={state} />
          </div>
          <div>
            <Script state={state} />
            <h2 class="govuk-heading-m">Calling back</h2>
            <TextField name="callBackNumber" label="Number to call back" type="tel" width={20} autocomplete="off" {...state} />
            <Choice name="safeToCallBack" legend="Is it safe to call it?" items={yesNo} inline small {...state} />
            <TextField name="callBackNote" label="When and how, who may hear" {...state} />
            <h2 class="govuk-heading-m">Is the child safe now</h2>
            <SafetyFields state={state} />
            <h2 class="govuk-heading-m">The caller</h2>
            <CallerFields state={state} who="Caller" />
          </div>
        </div>
        <Button>Send to the queue</Button>
      </Form>
    </>,
  );
}

function Script({ state }: { state: FieldState }) {
  return (
    <>
      <WarningText>In immediate danger: 999 first. Then write.</WarningText>
      <Choices name="asked" legend="Ask" small items={phoneScript.map(([value, text]) => ({ value, text }))} {...state} />
    </>
  );
}

/** Sends the call to the queue; the draft is gone in the same transaction. */
export async function sendCall(ctx: StaffCtx, typed: Typed): Promise<Answer> {
  const wrong = dateErrors(
    typed,
    childPlaces.map((at) => `p${at}-dob`),
  );
  if (wrong.length > 0) throw invalid(wrong);
  const safe = said(typed, 'safeToCallBack');
  const began = new Date(said(typed, 'beganAt') ?? '');
  const raised = await onThisPage(() =>
    recordCall(ctx, toldConcern(typed), {
      beganAt: Number.isNaN(began.getTime()) ? ctx.now : began,
      callBackNumber: said(typed, 'callBackNumber'),
      safeToCallBack: safe === 'yes' || safe === 'no' ? safe : 'not known',
      callBackNote: said(typed, 'callBackNote'),
      asked: tickedOf(typed, 'asked').filter((one) => scriptKeys.includes(one)),
    }),
  );
  await dropDraft(ctx, callDraft);
  return seeOther(`/front-door/contacts/${raised.id}`, `${raised.reference} is in the queue`);
}

/** Runs an action and puts its messages where this page has the field. */
export async function onThisPage<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') throw invalid(placed(refusal.errors));
    throw refusal;
  }
}
