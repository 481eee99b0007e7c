import { z } from 'zod';
import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found } from '../../../../platform/access/refusal.ts';
import { clockTime } from '../../../../platform/time/plain-dates.ts';
import { id, requiredText } from '../../../../platform/web/fields.ts';
import { Button, Form, SelectField, TextArea, TextField } from '../../../../platform/web/form-kit.tsx';
import { InsetText } from '../../../../platform/web/govuk/inset-text.tsx';
import { EmptyList, ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { allowMore } from '../../actions/allow-more.ts';
import { allowNoLonger } from '../../actions/allow-no-longer.ts';
import { liftRestriction } from '../../actions/lift-restriction.ts';
import { restrictRecord } from '../../actions/restrict-record.ts';
import { restrictedRecords, type RestrictedRecord } from '../../guard.store.ts';
import { staffToChoose } from '../../involved/practitioner.store.ts';
import { aboutPerson } from '../person/about-person.tsx';

export const restrictShape = z.object({
  allowed: id('Name someone who may open the record'),
  reason: requiredText('Say why the record is restricted', 500),
});

/** Restricts one record to those named. */
export async function restrictPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  const state = { values: again?.values, errors: again?.errors };
  const staff = await staffToChoose(ctx);
  return aboutPerson(
    ctx,
    personId,
    'Restrict this record',
    again,
    <>
      <InsetText>
        For families of colleagues, councillors and people under threat. The name can still be found, with whom to contact; the record opens
        only to those named. It closes to you too unless you name yourself.
      </InsetText>
      <Form action={`/people/${personId}/restriction`} {...formCarries(ctx)}>
        <SelectField
          name="allowed"
          label="Who may open it"
          hint="Add others afterwards under “Restricted records”"
          items={staff}
          {...state}
        />
        <TextArea name="reason" label="Why" rows={3} maxlength={500} {...state} />
        <Button>Restrict this record</Button>
      </Form>
    </>,
  );
}

export async function takeRestriction(ctx: StaffCtx, data: z.output<typeof restrictShape>, asked: Asked): Promise<Answer> {
  await restrictRecord(ctx, asked.params['id'] ?? '', [data.allowed], data.reason);
  return seeOther('/restrictions', 'The record is restricted');
}

/** Restricted records and how many may open each. */
export async function restrictionsPage(ctx: StaffCtx): Promise<Answer> {
  const records = await restrictedRecords(ctx);
  saw(ctx, ...records.map((one) => one.personId));
  return staffView(
    ctx,
    { title: 'Restricted records', wide: true, breadcrumbs: [{ label: 'Restricted records' }] },
    <>
      <h1 class="govuk-heading-l">Restricted records</h1>
      <p class="govuk-body">
        <a class="govuk-link" href="/conflicts">
          Conflicts of interest
        </a>
      </p>
      <ListSummary count={records.length} noun={['record', 'records']} filter="restricted now" asOf={`${clockTime(ctx.now)} today`} />
      {records.length === 0 ? (
        <EmptyList why="No record is restricted." whatToDo="Restrict one from the person’s own page." />
      ) : (
        <SortableTable
          caption="Restricted records"
          captionHidden
          path="/restrictions"
          columns={['Name', 'Why', 'Who may open it'].map((heading) => ({ heading }))}
          rows={records.map((one) => ({
            cells: [
              <a class="govuk-link" href={`/restrictions/${one.personId}`}>
                {one.name}
              </a>,
              one.reason,
              one.allowed.map((who) => who.name).join(', '),
            ],
          }))}
        />
      )}
    </>,
  );
}

/** One restricted record: who may open it, and lifting the restriction. */
export async function restrictionPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const one = found((await restrictedRecords(ctx)).find((it) => it.personId === asked.params['id']));
  const state = { values: again?.values, errors: again?.errors };
  saw(ctx, one.personId);
  return staffView(
    ctx,
    {
      title: `Restricted: ${one.name}`,
      errors: again?.errors ?? [],
      breadcrumbs: [{ href: '/restrictions', label: 'Restricted records' }, { label: one.name }],
    },
    <>
      <h1 class="govuk-heading-l">{one.name}: restricted record</h1>
      <p class="govuk-body">{one.reason}</p>
      <SortableTable
        caption="Who may open it"
        path=""
        columns={[{ heading: 'Name' }, { heading: 'Change' }]}
        rows={one.allowed.map((who) => ({ cells: [who.name, <Remove ctx={ctx} personId={one.personId} who={who} />] }))}
      />
      <Form action={`/restrictions/${one.personId}/allow`} {...formCarries(ctx)}>
        <SelectField name="allowed" label="Another who may open it" items={await staffToChoose(ctx)} {...state} />
        <TextField name="reason" label="Why" width={30} {...state} />
        <Button classes="govuk-button--secondary">Add</Button>
      </Form>
      <Form action={`/restrictions/${one.personId}/lift`} {...formCarries(ctx)}>
        <Button classes="govuk-button--warning">Lift the restriction</Button>
      </Form>
    </>,
  );
}

function Remove({ ctx, personId, who }: { ctx: StaffCtx; personId: string; who: RestrictedRecord['allowed'][number] }) {
  return (
    <Form action={`/restrictions/${personId}/remove`} {...formCarries(ctx)}>
      <input type="hidden" name="staffId" value={who.staffId} />
      <button type="submit" class="govuk-button govuk-button--secondary gt-button--small" data-module="govuk-button">
        Take off the list<span class="govuk-visually-hidden">: {who.name}</span>
      </button>
    </Form>
  );
}

export async function takeAllow(ctx: StaffCtx, data: z.output<typeof restrictShape>, asked: Asked): Promise<Answer> {
  await allowMore(ctx, asked.params['id'] ?? '', [data.allowed], data.reason);
  return seeOther(`/restrictions/${asked.params['id']}`, 'Added to the list');
}

export const removeShape = z.object({ staffId: id() });

export async function takeRemoval(ctx: StaffCtx, data: z.output<typeof removeShape>, asked: Asked): Promise<Answer> {
  await allowNoLonger(ctx, asked.params['id'] ?? '', data.staffId);
  return seeOther('/restrictions', 'Taken off the list');
}

export async function takeLift(ctx: StaffCtx, _: unknown, asked: Asked): Promise<Answer> {
  await liftRestriction(ctx, asked.params['id'] ?? '');
  return seeOther('/restrictions', 'The restriction is lifted');
}
