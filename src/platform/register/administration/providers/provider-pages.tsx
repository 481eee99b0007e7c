import type { StaffCtx } from '../../../access/ctx.ts';
import { clockTime } from '../../../time/plain-dates.ts';
import { Button, Choice, Choices, Form, TextField } from '../../../web/form-kit.tsx';
import { EmptyList, ListSummary } from '../../../web/patterns/list-summary.tsx';
import { SortableTable } from '../../../web/patterns/sortable-table.tsx';
import type { Again, Answer, Asked } from '../../../web/route.ts';
import { formCarries } from '../../../web/view.tsx';
import { agencies } from '../agencies/agency.store.ts';
import { frame } from '../frame.tsx';
import { recordId } from '../record-id.ts';
import { providerOf, providers } from './provider-list.store.ts';

const path = '/administration/providers';
const trail = [{ href: path, label: 'Sign-in providers' }];

/** The providers people sign in with. */
export async function providerList(ctx: StaffCtx): Promise<Answer> {
  const rows = await providers(ctx);
  return frame(
    ctx,
    { title: 'Sign-in providers', wide: true },
    <>
      <Button href={`${path}/add`}>Add a provider</Button>
      <ListSummary count={rows.length} noun={['provider', 'providers']} sort="by name" asOf={clockTime(ctx.now)} />
      {rows.length === 0 ? (
        <EmptyList why="No provider is set up here." whatToDo="Nobody can sign in until one is." />
      ) : (
        <SortableTable
          caption="Sign-in providers"
          captionHidden
          path={path}
          columns={['Name', 'Issuer', 'Agencies', 'Offered'].map((heading) => ({ heading }))}
          rows={rows.map((one) => ({
            cells: [
              <a class="govuk-link" href={`${path}/${one.id}`}>
                {one.name}
              </a>,
              one.issuer,
              one.agencyIds.length,
              one.active ? 'Yes' : 'No',
            ],
          }))}
        />
      )}
    </>,
  );
}

/** The form for a provider, new or known. */
export async function providerForm(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const provider = asked.params['id'] ? await providerOf(ctx, recordId(asked)) : null;
  const known = provider
    ? {
        name: provider.name,
        issuer: provider.issuer,
        clientId: provider.clientId,
        secretName: provider.secretName ?? '',
        active: provider.active ? 'yes' : 'no',
        agencyIds: provider.agencyIds,
      }
    : { active: 'yes' };
  const state = again ?? { values: known, errors: [] };
  const items = (await agencies(ctx)).map((agency) => ({ value: agency.id, text: agency.name }));
  return frame(
    ctx,
    { title: provider ? `Change ${provider.name}` : 'Add a provider', trail, errors: state.errors },
    <Form action={provider ? `${path}/${provider.id}` : `${path}/add`} {...formCarries(ctx)}>
      <TextField name="name" label="Name on the sign-in button" hint="“Sign in with …”, for example: your council account" {...state} />
      <TextField
        name="issuer"
        label="Issuer"
        hint={
          <>
            Exactly as in its discovery document, for example <span class="gt-as-typed">https://login.microsoftonline.com/tenant/v2.0</span>
          </>
        }
        {...state}
      />
      <TextField name="clientId" label="Our client id there" {...state} />
      <TextField
        name="secretName"
        label="Name of the environment variable that holds the client secret (optional)"
        hint="The secret is never entered here. Leave empty for a client held by PKCE alone."
        {...state}
      />
      <Choice
        name="active"
        legend="Offered on the sign-in page"
        inline
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
        {...state}
      />
      <Choices name="agencyIds" legend="Agencies whose people it may sign in" small items={items} {...state} />
      <Button>Save</Button>
    </Form>,
  );
}
