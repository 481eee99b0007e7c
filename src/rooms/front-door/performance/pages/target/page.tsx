import { z } from 'zod';
import { may, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { notFound } from '../../../../../platform/access/refusal.ts';
import { fullDate } from '../../../../../platform/time/plain-dates.ts';
import { requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Form, TextArea, TextField } from '../../../../../platform/web/form-kit.tsx';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { endTarget } from '../../actions/end-target.ts';
import { setTarget } from '../../actions/set-target.ts';
import { inUnit } from '../../figure.ts';
import { measureOf, type Measure } from '../../measure.ts';
import { noTargetBecause } from '../../target.ts';
import { targetHistory } from '../../target.store.ts';
import { here } from '../../words.ts';
import { frame } from '../frame.tsx';

export const targetShape = z.object({
  target: requiredText('Enter the target', 10),
  reason: requiredText('Say why this target, and who agreed to it', 500),
});

const measureFrom = ({ params }: Asked): Measure => {
  const measure = measureOf(params['measure'] ?? '');
  if (!measure) throw notFound();
  return measure;
};

/** What a measure is held against, now and before; those who may set or end it. */
export async function targetPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const measure = measureFrom(asked);
  const history = await targetHistory(ctx, measure.key);
  const why = noTargetBecause(measure);
  const standing = history.find((one) => one.validTo === null);
  return frame(
    ctx,
    { title: 'Target', trail: [{ href: `${here}/${measure.key}`, label: measure.name }], errors: again?.errors ?? [], wide: false },
    <>
      <h1 class="govuk-heading-l">{`Target: ${measure.name}`}</h1>
      {why || !may(ctx, 'front-door.targets') ? (
        <p class="govuk-body">{why ?? 'Targets are set by front door managers and the director.'}</p>
      ) : (
        <Forms ctx={ctx} measure={measure} again={again} standing={standing !== undefined} />
      )}
      {history.length === 0 ? (
        <EmptyList why="No target was ever set." />
      ) : (
        <SortableTable
          caption="Targets, latest first"
          path=""
          columns={['Target', 'From', 'To', 'Why', 'Set by'].map((heading) => ({ heading }))}
          rows={history.map((one) => ({
            cells: [
              inUnit(one.target, measure.unit),
              fullDate(one.validFrom),
              one.validTo === null ? 'Stands' : one.validTo < one.validFrom ? 'Replaced the same day' : fullDate(one.validTo),
              one.reason,
              one.by,
            ],
          }))}
        />
      )}
    </>,
  );
}

function Forms({ ctx, measure, again, standing }: { ctx: StaffCtx; measure: Measure; again: Again | undefined; standing: boolean }) {
  return (
    <>
      <Form action={`${here}/${measure.key}/target`} {...formCarries(ctx)}>
        <TextField
          name="target"
          label={measure.unit === 'percent' ? 'Target, in percent' : 'Target, in hours'}
          hint={`${measure.better === 'more' ? 'More' : 'Less'} is better. It stands from today; the charts show it as one line.`}
          width={5}
          inputmode="decimal"
          {...again}
        />
        <TextArea
          name="reason"
          label="Why this target, and who agreed to it?"
          hint="Nothing about a child"
          rows={3}
          maxlength={500}
          {...again}
        />
        <Button>Set the target</Button>
      </Form>
      {standing ? (
        <Form action={`${here}/${measure.key}/target/end`} {...formCarries(ctx)}>
          <Button classes="govuk-button--secondary">End the target</Button>
        </Form>
      ) : null}
    </>
  );
}

export async function takeTarget(ctx: StaffCtx, data: z.output<typeof targetShape>, asked: Asked): Promise<Answer> {
  const measure = measureFrom(asked);
  await setTarget(ctx, measure, data);
  return seeOther(`${here}/${measure.key}`, 'The target is set');
}

export async function takeTargetEnd(ctx: StaffCtx, _: unknown, asked: Asked): Promise<Answer> {
  const measure = measureFrom(asked);
  await endTarget(ctx, measure);
  return seeOther(`${here}/${measure.key}`, 'The target has ended');
}

export const targetAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => targetPage(ctx, asked, again);
