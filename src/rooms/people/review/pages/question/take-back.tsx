import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { clockTime } from '../../../../../platform/time/plain-dates.ts';
import { Form } from '../../../../../platform/web/form-kit.tsx';
import { formCarries } from '../../../../../platform/web/view.tsx';

export interface LastAnswer {
  questionId: string;
  answer: string;
  at: Date;
  settled: boolean;
}

/** What the reader answered last, with the way to take it back. */
export function TakeBack({ ctx, last }: { ctx: StaffCtx; last: LastAnswer }) {
  return (
    <Form action={`/index/review/${last.questionId}/take-back`} classes="gt-no-print" {...formCarries(ctx)}>
      <p class="govuk-body">
        Your last answer, at {clockTime(last.at)}: <strong>{last.answer}</strong>
        {last.settled ? '. It settled the question and was carried out.' : '. It was kept; someone else reads the question next.'}{' '}
        <button type="submit" class="govuk-button govuk-button--secondary gt-button--small" data-module="govuk-button" data-shortcut="z">
          Take it back
        </button>
      </p>
    </Form>
  );
}
