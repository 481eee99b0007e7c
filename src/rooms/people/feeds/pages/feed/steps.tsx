import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { Button, Choice, Form, TextArea } from '../../../../../platform/web/form-kit.tsx';
import { InsetText } from '../../../../../platform/web/govuk/inset-text.tsx';
import type { Again } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import type { DecisionKind, Feed, FeedState } from '../../feed.ts';

const words: Readonly<Partial<Record<DecisionKind, { text: string; hint: string }>>> = {
  shadow: { text: 'Put it in shadow', hint: 'Files are matched and counted; nothing goes into the index' },
  'ask to go live': { text: 'Ask for it to go live', hint: 'A second person reads what happened in shadow and agrees' },
  'go live': { text: 'Agree that it goes live', hint: 'From the next file on it changes the index' },
  pause: { text: 'Pause it', hint: 'Files are kept but not loaded' },
  end: { text: 'End it', hint: 'No file is taken any more. What it told stays' },
};
const possible: Readonly<Record<FeedState, readonly DecisionKind[]>> = {
  draft: ['shadow', 'end'],
  shadow: ['ask to go live', 'pause', 'end'],
  live: ['pause', 'shadow', 'end'],
  paused: ['shadow', 'ask to go live', 'end'],
  ended: [],
};

interface StepsProps {
  ctx: StaffCtx;
  feed: Feed;
  waiting: { by: string; byId: string; why: string } | null;
  again: Again | undefined;
}

/** What a feed may become, each step with a reason; going live takes someone else than who asked for it. */
export function Steps({ ctx, feed, waiting, again }: StepsProps) {
  const second = waiting !== null && waiting.byId !== ctx.who.staffId;
  const steps = [
    ...(second ? (['go live'] as const) : []),
    ...possible[feed.state].filter((step) => !(waiting && step === 'ask to go live')),
  ];
  if (steps.length === 0) return null;
  const state = { values: again?.values ?? {}, errors: again?.errors ?? [] };
  return (
    <>
      <h2 class="govuk-heading-m">What happens next</h2>
      {waiting ? (
        <InsetText>
          {waiting.by} asked that this feed goes live: {waiting.why}. {second ? 'You may agree.' : 'Someone else of the index desk agrees.'}
        </InsetText>
      ) : null}
      <Form action={`/index/feeds/${feed.id}/decide`} {...formCarries(ctx)}>
        <Choice
          name="kind"
          legend="What should happen?"
          items={steps.map((value) => ({ value, text: words[value]?.text ?? value, hint: words[value]?.hint }))}
          {...state}
        />
        <TextArea name="why" label="Why?" rows={2} maxlength={500} {...state} />
        <Button classes="govuk-button--secondary">Save this step</Button>
      </Form>
    </>
  );
}
