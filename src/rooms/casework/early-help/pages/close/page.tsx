import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { oneOf, optionalText, requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Choice, Form, TextArea, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { Details } from '../../../../../platform/web/govuk/details.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { askToClose } from '../../actions/ask-to-close.ts';
import { decideClosing } from '../../actions/decide-closing.ts';
import { moveOut } from '../../actions/move-out.ts';
import { closureCodeList, closureCodes, type ClosureCode } from '../../early-help.codes.ts';
import { closingWarnings, closureWords } from '../../episode.ts';
import { openPlan, type OpenedPlan } from '../../open-plan.store.ts';
import { episodeView } from '../../parts/episode-shell.tsx';
import { Part, Said } from '../../parts/said.tsx';

export const closeShape = z.object({
  code: oneOf(closureCodeList, 'Select why it ends'),
  summary: requiredText('Write what was achieved, what stays and who to call'),
  familyView: optionalText(),
});
export const movedShape = z.object({ movedTo: requiredText('Enter where the family moved', 200) });

/** Close: asked for with a code, what was achieved and the family's view; approved by someone else. */
export const closePage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const closeAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const opened = await openPlan(ctx, asked.params['id'] ?? '');
  const { episode, standing } = opened;
  const closing = episode.state === 'CLOSING';
  return episodeView(
    ctx,
    opened,
    { title: 'Close', crumb: 'Close', errors: state.errors },
    <>
      {closing ? <Asked ctx={ctx} opened={opened} /> : null}
      {episode.closed_on ? <p class="govuk-body">This help has ended.</p> : null}
      {!closing && !episode.closed_on && standing.manages ? <AskForm ctx={ctx} opened={opened} state={state} /> : null}
      {!closing && !episode.closed_on && !standing.manages ? <p class="govuk-body">The lead professional asks to close.</p> : null}
    </>,
  );
}

function warningsOf(opened: OpenedPlan): string[] {
  const code = (opened.episode.closure_code ?? 'NEEDS_MET') as ClosureCode;
  return closingWarnings({
    code,
    openGoals: opened.goals.filter((goal) => goal.state === 'working').length,
    openActions: opened.actions.filter((action) => action.state === 'open').length,
    familyView: opened.episode.closure_family_view,
    agreementWithdrawn: false,
  });
}

function Asked({ ctx, opened }: { ctx: StaffCtx; opened: OpenedPlan }) {
  const { episode, standing, path } = opened;
  const mayDecide = standing.approves && ctx.who.staffId !== episode.closure_asked_by && ctx.who.staffId !== episode.lead_staff_id;
  const warnings = warningsOf(opened);
  return (
    <>
      <Part title={`Closing asked for: ${closureWords(episode.closure_code)}`}>
        <Said words={episode.closure_summary} />
      </Part>
      <Part title="What the family says">
        <Said words={episode.closure_family_view} />
      </Part>
      {warnings.length > 0 ? (
        <>
          <p class="govuk-body">
            <strong>Look at this first:</strong>
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {warnings.map((warning) => (
              <li>{warning}</li>
            ))}
          </ul>
        </>
      ) : null}
      {mayDecide ? (
        <>
          <Form action={`${path}/close/approve`} {...formCarries(ctx)}>
            <Button>Approve closing</Button>
          </Form>
          <Form action={`${path}/close/send-back`} {...formCarries(ctx)}>
            <Button classes="govuk-button--secondary">Send back</Button>
          </Form>
        </>
      ) : (
        <p class="govuk-body">Waits for an early help co-ordinator or team manager who neither leads this help nor asked to close it.</p>
      )}
    </>
  );
}

function AskForm({ ctx, opened, state }: { ctx: StaffCtx; opened: OpenedPlan; state: FieldState }) {
  const early = opened.episode.state === 'REQUESTED';
  const warnings = warningsOf(opened).filter((warning) => !warning.startsWith('The family’s view'));
  if (early)
    return (
      <p class="govuk-body">
        The family has not agreed yet.{' '}
        <a class="govuk-link" href={`${opened.path}/agreement`}>
          Record that they do not want this help
        </a>
        .
      </p>
    );
  return (
    <>
      {warnings.length > 0 ? (
        <ul class="govuk-list govuk-list--bullet">
          {warnings.map((warning) => (
            <li>{warning}</li>
          ))}
        </ul>
      ) : null}
      <Form action={`${opened.path}/close`} {...formCarries(ctx)}>
        <Choice
          name="code"
          legend="Why does it end?"
          items={closureCodeList.map((value) => ({ value, text: closureCodes[value] }))}
          small
          {...state}
        />
        <TextArea name="summary" label="What was achieved, what stays in place, who to call?" rows={6} {...state} />
        <TextArea name="familyView" label="What does the family say about the help?" rows={4} {...state} />
        <Button>Ask to close</Button>
      </Form>
      <Details summaryText="The family moved to another authority">
        <Form action={`${opened.path}/close/moved`} {...formCarries(ctx)}>
          <TextArea name="movedTo" label="Where to, and who was told there?" rows={2} {...state} />
          <Button classes="govuk-button--secondary">End: moved away</Button>
        </Form>
      </Details>
    </>
  );
}

const idOf = (asked: Asked): string => asked.params['id'] ?? '';
export async function takeClose(ctx: StaffCtx, data: z.output<typeof closeShape>, asked: Asked): Promise<Answer> {
  await askToClose(ctx, idOf(asked), data);
  return seeOther(`/early-help/${idOf(asked)}`, 'Closing asked for. Someone else approves it.');
}
export async function takeApprove(ctx: StaffCtx, _data: unknown, asked: Asked): Promise<Answer> {
  await decideClosing(ctx, idOf(asked), true);
  return seeOther('/families', 'Closed.');
}
export async function takeSendBack(ctx: StaffCtx, _data: unknown, asked: Asked): Promise<Answer> {
  await decideClosing(ctx, idOf(asked), false);
  return seeOther(`/early-help/${idOf(asked)}`, 'Sent back. Help goes on.');
}
export async function takeMoved(ctx: StaffCtx, data: z.output<typeof movedShape>, asked: Asked): Promise<Answer> {
  await moveOut(ctx, idOf(asked), data.movedTo);
  return seeOther('/families', 'Ended: the family moved away.');
}
