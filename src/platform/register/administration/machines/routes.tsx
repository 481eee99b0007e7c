import { z } from 'zod';
import { about, type StaffCtx } from '../../../access/ctx.ts';
import { invalid } from '../../../access/refusal.ts';
import { clockTime } from '../../../time/plain-dates.ts';
import { id, oneOf, requiredText, wholeNumber } from '../../../web/fields.ts';
import { Button, Choice, Form, SelectField, TextArea, TextField } from '../../../web/form-kit.tsx';
import { EmptyList, ListSummary } from '../../../web/patterns/list-summary.tsx';
import { SortableTable } from '../../../web/patterns/sortable-table.tsx';
import { form, page, seeOther, type Again, type Answer, type Asked, type Route } from '../../../web/route.ts';
import { formCarries } from '../../../web/view.tsx';
import { agencies } from '../agencies/agency.store.ts';
import { frame } from '../frame.tsx';
import { recordId } from '../record-id.ts';
import { addMachineClient, changeMachineClient, machineClientOf, machineClients } from './machine-client.store.ts';

const path = '/administration/machines';

async function list(ctx: StaffCtx): Promise<Answer> {
  const rows = await machineClients(ctx);
  const cellsOf = (one: (typeof rows)[number]) => [
    <a class="govuk-link" href={`${path}/${one.id}`}>
      {one.name}
    </a>,
    one.agencyName,
    one.issuer,
    one.scopes.join(', '),
    one.active ? 'May call' : 'Switched off',
  ];
  return frame(
    ctx,
    { title: 'Machines', wide: true },
    <>
      <p class="govuk-body">
        Systems of partner agencies that call with their issuer’s token. What one may do is what both its token and this list say.
      </p>
      <Button href={`${path}/add`}>Add a machine</Button>
      <ListSummary count={rows.length} noun={['machine', 'machines']} sort="by agency and name" asOf={clockTime(ctx.now)} />
      {rows.length === 0 ? (
        <EmptyList why="No machine may call yet." />
      ) : (
        <SortableTable
          caption="Machines"
          captionHidden
          path={path}
          columns={['Name', 'Agency', 'Issuer', 'Scopes', 'Stands'].map((heading) => ({ heading }))}
          rows={rows.map((one) => ({ cells: cellsOf(one) }))}
        />
      )}
    </>,
  );
}

async function machineForm(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const machine = asked.params['id'] ? await machineClientOf(ctx, recordId(asked)) : null;
  const known = machine
    ? {
        ...machine,
        scopes: machine.scopes.join('\n'),
        callsPerMinute: String(machine.callsPerMinute),
        active: machine.active ? 'yes' : 'no',
      }
    : { callsPerMinute: '600', active: 'yes' };
  const state = again ?? { values: known as Again['values'], errors: [] };
  const items = (await agencies(ctx)).map((agency) => ({ value: agency.id, text: agency.name }));
  return frame(
    ctx,
    { title: machine ? `Change ${machine.name}` : 'Add a machine', trail: [{ href: path, label: 'Machines' }], errors: state.errors },
    <Form action={machine ? `${path}/${machine.id}` : `${path}/add`} {...formCarries(ctx)}>
      <TextField name="name" label="What it is" hint="For example: school roll feed" {...state} />
      <SelectField name="agencyId" label="Agency it acts for" items={items} {...state} />
      <TextField name="issuer" label="Issuer of its tokens" {...state} />
      <TextField name="subject" label="Subject in its tokens" {...state} />
      <TextArea name="scopes" label="Scopes agreed, one a line" hint="For example profile.read" rows={3} {...state} />
      <TextField name="callsPerMinute" label="Calls it may make in a minute" {...state} />
      <Choice
        name="active"
        legend="May call now"
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
  name: requiredText('Enter what the machine is', 200),
  agencyId: id('Select the agency'),
  issuer: requiredText('Enter the issuer', 500).refine(
    (text) => /^https:\/\/[^\s/]+/.test(text) || /^http:\/\/127\.0\.0\.1:\d+$/.test(text),
    'Enter an address that begins with https://',
  ),
  subject: requiredText('Enter the subject', 255),
  scopes: requiredText('Enter at least one scope', 1_000)
    .transform((text) => [...new Set(text.split(/\s+/))])
    .refine((scopes) => scopes.every((scope) => /^[a-z-]+(\.[a-z-]+)+$/.test(scope)), 'Enter scopes such as profile.read, one a line'),
  callsPerMinute: wholeNumber(1, 60_000, 'Enter a whole number from 1 to 60,000'),
  active: oneOf(['yes', 'no'], 'Select yes or no'),
});
type Given = z.output<typeof shape>;

async function save(ctx: StaffCtx, given: Given, asked: Asked): Promise<Answer> {
  const known = asked.params['id'] ? await machineClientOf(ctx, recordId(asked)) : null;
  const twin = (await machineClients(ctx)).find(
    (one) => one.issuer === given.issuer && one.subject === given.subject && one.id !== known?.id,
  );
  if (twin) throw invalid([{ field: 'subject', message: `${twin.name} has this issuer and subject already` }]);
  const facts = { ...given, active: given.active === 'yes' };
  if (known) await changeMachineClient(ctx, known.id, facts);
  about(ctx, 'machine-client', known?.id ?? (await addMachineClient(ctx, facts)));
  return seeOther(path, `${given.name} is saved.`);
}

export const machineRoutes: readonly Route[] = [
  page(path, 'admin.settings', 'administration.machines.view', list),
  page(`${path}/add`, 'admin.settings', 'administration.machine.begin', (ctx, asked) => machineForm(ctx, asked)),
  form(`${path}/add`, 'admin.settings', 'administration.machine.add', shape, save, (ctx, again, asked) => machineForm(ctx, asked, again)),
  page(`${path}/:id`, 'admin.settings', 'administration.machine.view', (ctx, asked) => machineForm(ctx, asked)),
  form(`${path}/:id`, 'admin.settings', 'administration.machine.change', shape, save, (ctx, again, asked) =>
    machineForm(ctx, asked, again),
  ),
];
