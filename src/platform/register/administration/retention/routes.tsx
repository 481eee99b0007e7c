import { z } from 'zod';
import type { StaffCtx } from '../../../access/ctx.ts';
import { found } from '../../../access/refusal.ts';
import { clockTime } from '../../../time/plain-dates.ts';
import { oneOf, requiredText, wholeNumber } from '../../../web/fields.ts';
import { Button, Choice, Form, SelectField, TextArea, TextField } from '../../../web/form-kit.tsx';
import { Tag } from '../../../web/govuk/tag.tsx';
import { EmptyList, ListSummary } from '../../../web/patterns/list-summary.tsx';
import { SortableTable } from '../../../web/patterns/sortable-table.tsx';
import { form, page, seeOther, type Again, type Answer, type Asked, type Route } from '../../../web/route.ts';
import { formCarries } from '../../../web/view.tsx';
import { frame } from '../frame.tsx';
import type { RetentionRule } from './retention-rules.data.ts';
import { changeRetention, retentionRules } from './retention.store.ts';

const path = '/administration/retention';
const trail = [{ href: path, label: 'Retention rules' }];
const inWords = (recordClass: string): string => recordClass.charAt(0).toUpperCase() + recordClass.slice(1).replaceAll('-', ' ');
const bases = { statutory: 'Law', local: 'Local policy', professional: 'Professional practice' } as const;

async function list(ctx: StaffCtx): Promise<Answer> {
  const rows = await retentionRules(ctx);
  return frame(
    ctx,
    { title: 'Retention rules', wide: true },
    <>
      <p class="govuk-body">
        How long each class of record is kept, and why. Nothing is destroyed by this version: the rules are kept as data for the retention
        job, and a legal hold overrides them.
      </p>
      <ListSummary count={rows.length} noun={['rule', 'rules']} sort="by class of record" asOf={clockTime(ctx.now)} />
      {rows.length === 0 ? (
        <EmptyList why="The rules are not filled in yet." whatToDo="The worker fills them in when it first runs." />
      ) : (
        <SortableTable
          caption="Retention rules"
          captionHidden
          path={path}
          columns={['Class of record', 'Kept', 'Counted from', 'Basis', 'Source', 'Legal hold', 'What you can do'].map((heading) => ({
            heading,
          }))}
          rows={rows.map((rule) => ({
            cells: [
              inWords(rule.recordClass),
              `${rule.keepYears} years`,
              rule.countedFrom,
              bases[rule.basis],
              rule.source,
              rule.legalHold ? <Tag classes="govuk-tag--red">Held</Tag> : 'No',
              <a class="govuk-link" href={`${path}/${rule.recordClass}`}>
                Change<span class="govuk-visually-hidden"> {inWords(rule.recordClass)}</span>
              </a>,
            ],
          }))}
        />
      )}
    </>,
  );
}

const ruleOf = async (ctx: StaffCtx, asked: Asked): Promise<RetentionRule> =>
  found((await retentionRules(ctx)).find((one) => one.recordClass === asked.params['recordClass']));

async function ruleForm(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const rule = await ruleOf(ctx, asked);
  const state = again ?? {
    values: {
      keepYears: String(rule.keepYears),
      countedFrom: rule.countedFrom,
      basis: rule.basis,
      source: rule.source,
      legalHold: rule.legalHold ? 'yes' : 'no',
    },
    errors: [],
  };
  return frame(
    ctx,
    { title: inWords(rule.recordClass), trail, errors: state.errors },
    <Form action={`${path}/${rule.recordClass}`} {...formCarries(ctx)}>
      <TextField name="keepYears" label="Years kept" inputmode="numeric" width={3} {...state} />
      <TextField name="countedFrom" label="Counted from" {...state} />
      <SelectField name="basis" label="Basis" items={Object.entries(bases).map(([value, text]) => ({ value, text }))} {...state} />
      <TextArea name="source" label="Where it is written" rows={2} {...state} />
      <Choice
        name="legalHold"
        legend="Does a legal hold stop destruction of this class?"
        hint="For example during a public inquiry"
        inline
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
        {...state}
      />
      <Button>Save</Button>
    </Form>,
  );
}

const shape = z.object({
  keepYears: wholeNumber(1, 120, 'Enter the years as a whole number from 1 to 120'),
  countedFrom: requiredText('Enter what the years are counted from', 200),
  basis: oneOf(['statutory', 'local', 'professional'], 'Select the basis'),
  source: requiredText('Enter where it is written', 500),
  legalHold: oneOf(['yes', 'no'], 'Select yes or no'),
});

async function change(ctx: StaffCtx, given: z.output<typeof shape>, asked: Asked): Promise<Answer> {
  const rule = await ruleOf(ctx, asked);
  await changeRetention(ctx, { ...given, recordClass: rule.recordClass, legalHold: given.legalHold === 'yes' });
  Object.assign(ctx.note.detail, { recordClass: rule.recordClass, years: given.keepYears, legalHold: given.legalHold });
  return seeOther(path, 'Saved.');
}

export const retentionRoutes: readonly Route[] = [
  page(path, 'admin.settings', 'administration.retention.view', list),
  page(`${path}/:recordClass`, 'admin.settings', 'administration.retention.edit', (ctx, asked) => ruleForm(ctx, asked)),
  form(`${path}/:recordClass`, 'admin.settings', 'administration.retention.change', shape, change, (ctx, again, asked) =>
    ruleForm(ctx, asked, again),
  ),
];
