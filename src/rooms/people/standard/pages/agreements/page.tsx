import { z } from 'zod';
import { may, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { dateFields, typedDate } from '../../../../../platform/register/administration/date-fields.ts';
import { clockTime, fullDate } from '../../../../../platform/time/plain-dates.ts';
import { anyOf, oneOf, requiredText, wholeNumber } from '../../../../../platform/web/fields.ts';
import { Button, Choice, Choices, DateField, Form, TextField } from '../../../../../platform/web/form-kit.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { londonDay } from '../../../today.ts';
import { recordAgreement } from '../../actions/record-agreement.ts';
import { agreedFields, fieldWords, purposeCodes, purposeWords, recordTypes, recordTypeWords } from '../../agreement.ts';
import { systemsWithAgreements, systemWithAgreement, type SystemRow } from '../../agreement.store.ts';

const path = '/index/agreements';

/** Which partners' systems may ask the index, for what, and until when. */
export async function agreementsPage(ctx: StaffCtx): Promise<Answer> {
  const rows = await systemsWithAgreements(ctx);
  const today = londonDay(ctx);
  return staffView(
    ctx,
    { title: 'Systems that may ask', wide: true, breadcrumbs: [{ label: 'Systems that may ask' }] },
    <>
      <h1 class="govuk-heading-l">Systems that may ask the index</h1>
      <p class="govuk-body">
        A partner’s system is told who a child is only while an agreement is in force, and only the facts it names. It is never told of a
        child nobody may find, nor where a shielded child lives. Every answer is in the child’s “who has seen this”.
      </p>
      <ListSummary count={rows.length} noun={['system', 'systems']} sort="by agency and name" asOf={`${clockTime(ctx.now)} today`} />
      {rows.length === 0 ? (
        <EmptyList why="No partner’s system is let in yet." whatToDo="An administrator adds it first, under Administration, Machines." />
      ) : (
        <SortableTable
          caption="Systems"
          captionHidden
          path={path}
          columns={['System', 'Agency', 'Agreement', 'Purpose', 'Told', 'Stands'].map((heading) => ({ heading }))}
          rows={rows.map((row) => ({ cells: cellsOf(row, may(ctx, 'agreement.manage'), today) }))}
        />
      )}
    </>,
  );
}

function standing(row: SystemRow, today: string): string {
  if (!row.active) return 'Switched off';
  if (!row.reference || !row.validFrom) return 'No agreement: told nothing';
  if (row.validFrom > today) return `From ${fullDate(row.validFrom)}`;
  if (row.validTo && row.validTo < today) return `Ended ${fullDate(row.validTo)}: told nothing`;
  return row.validTo ? `Until ${fullDate(row.validTo)}` : 'In force';
}

const cellsOf = (row: SystemRow, link: boolean, today: string) => [
  link ? (
    <a class="govuk-link" href={`${path}/${row.clientId}`}>
      {row.name}
    </a>
  ) : (
    row.name
  ),
  row.agencyName,
  row.reference ?? 'None',
  row.purposeCode ? purposeWords[row.purposeCode] : '',
  row.fields?.map((field) => fieldWords[field]).join('; ') || 'No facts but that someone is known',
  standing(row, today),
];

export const agreementShape = z
  .object({
    reference: requiredText('Enter the reference of the agreement', 100),
    purpose: requiredText('Say what the system asks for', 300),
    purposeCode: oneOf(purposeCodes, 'Choose the kind of purpose'),
    legalBasis: requiredText('Name the law it rests on', 300),
    fields: anyOf(agreedFields),
    recordTypes: anyOf(recordTypes),
    upToAge: wholeNumber(1, 120, 'Enter an age from 1 to 120'),
  })
  .and(dateFields('validFrom', { label: 'First day' }))
  .and(dateFields('validTo', { label: 'Last day', optional: true }));

/** One system’s agreement, to be written by the privacy officer. */
export async function agreementPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const row = await systemWithAgreement(ctx, asked.params['id'] ?? '');
  const state = again ?? { values: typedFrom(row), errors: [] };
  return staffView(
    ctx,
    {
      title: `Agreement with ${row.name}`,
      errors: state.errors,
      breadcrumbs: [{ href: path, label: 'Systems that may ask' }, { label: row.name }],
    },
    <>
      <h1 class="govuk-heading-l">
        Agreement with {row.name} of {row.agencyName}
      </h1>
      <Form action={`${path}/${row.clientId}`} {...formCarries(ctx)}>
        <TextField name="reference" label="Reference of the agreement" {...state} />
        <TextField name="purpose" label="What the system asks for" hint="Stands beside every answer in “who has seen this”" {...state} />
        <Choice
          name="purposeCode"
          legend="Kind of purpose"
          items={purposeCodes.map((value) => ({ value, text: purposeWords[value] }))}
          {...state}
        />
        <TextField name="legalBasis" label="Law it rests on" hint="For example Children Act 2004, section 11" {...state} />
        <Choices
          name="fields"
          legend="Facts it may be told"
          items={agreedFields.map((value) => ({ value, text: fieldWords[value] }))}
          {...state}
        />
        <Choices
          name="recordTypes"
          legend="Kinds of record of which it may learn that they are held"
          items={recordTypes.map((value) => ({ value, text: recordTypeWords[value] }))}
          {...state}
        />
        <TextField name="upToAge" label="Up to what age" hint="People older than this are nobody to it" {...state} />
        <DateField name="validFrom" legend="First day" {...state} />
        <DateField name="validTo" legend="Last day (leave empty while it lasts)" {...state} />
        <Button>Save</Button>
      </Form>
    </>,
  );
}

const typedFrom = (row: SystemRow): Again['values'] => ({
  reference: row.reference ?? '',
  purpose: row.purpose ?? '',
  purposeCode: row.purposeCode ?? '',
  legalBasis: row.legalBasis ?? '',
  fields: [...(row.fields ?? [])],
  recordTypes: [...(row.recordTypes ?? [])],
  upToAge: String(row.upToAge ?? 18),
  ...typedDate('validFrom', row.validFrom),
  ...typedDate('validTo', row.validTo),
});

export async function takeAgreement(ctx: StaffCtx, data: z.output<typeof agreementShape>, asked: Asked): Promise<Answer> {
  await recordAgreement(ctx, asked.params['id'] ?? '', { ...data, validFrom: data.validFrom ?? londonDay(ctx) });
  return seeOther(path, 'The agreement is saved. It holds from the system’s next call.');
}
