import type { StaffCtx } from '../../../access/ctx.ts';
import { found } from '../../../access/refusal.ts';
import { roleNames } from '../../../access/roles.ts';
import { londonDate } from '../../../time/london.ts';
import { Button, DateField, Form, SelectField, TextField } from '../../../web/form-kit.tsx';
import type { Again, Answer, Asked } from '../../../web/route.ts';
import { formCarries } from '../../../web/view.tsx';
import { agencies } from '../agencies/agency.store.ts';
import { typedDate } from '../date-fields.ts';
import { frame } from '../frame.tsx';
import { providers } from '../providers/provider-list.store.ts';
import { recordId } from '../record-id.ts';
import { teams } from '../teams/team.store.ts';
import { trail } from './staff-pages.tsx';
import { colleaguesOf, postsOf, workerOf, type Worker } from './staff.store.ts';

const path = '/administration/people';
const under = (worker: Worker) => [...trail, { href: `${path}/${worker.id}`, label: worker.name }];
const empty: Again = { values: {}, errors: [] };

/** The form for someone new. Roles and sign-in come after. */
export const addWorkerForm = async (ctx: StaffCtx, again: Again = empty): Promise<Answer> =>
  frame(
    ctx,
    { title: 'Add someone', trail, errors: again.errors },
    <Form action={`${path}/add`} {...formCarries(ctx)}>
      <WhoQuestions again={again} />
      <Button>Save and go on to their role</Button>
    </Form>,
  );

function WhoQuestions({ again }: { again: Again }) {
  return (
    <>
      <TextField name="name" label="Name shown to colleagues" {...again} />
      <TextField name="jobTitle" label="Job title" {...again} />
      <TextField name="email" label="Work email (optional)" type="email" {...again} />
      <TextField name="phone" label="Work telephone (optional)" type="tel" width={20} {...again} />
    </>
  );
}

/** The form to change someone's facts, and who covers while they are away. */
export async function changeWorkerForm(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const worker = await workerOf(ctx, recordId(asked));
  const state = again ?? {
    values: {
      name: worker.name,
      jobTitle: worker.jobTitle,
      email: worker.email ?? '',
      phone: worker.phone ?? '',
      coverId: worker.coverId ?? '',
      ...typedDate('awayUntil', worker.awayUntil),
    },
    errors: [],
  };
  const colleagues = await colleaguesOf(ctx, worker.id);
  return frame(
    ctx,
    { title: `Change ${worker.name}`, trail: under(worker), errors: state.errors },
    <Form action={`${path}/${worker.id}/change`} {...formCarries(ctx)}>
      <WhoQuestions again={state} />
      <DateField name="awayUntil" legend="Away up to and including (optional)" {...state} />
      <SelectField
        name="coverId"
        label="Who covers (optional)"
        items={colleagues.map(({ id, name }) => ({ value: id, text: name }))}
        empty="Nobody"
        {...state}
      />
      <Button>Save</Button>
    </Form>,
  );
}

/** The form for a role: what, where, from when. */
export async function addPostForm(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const worker = await workerOf(ctx, recordId(asked));
  const state = again ?? { values: typedDate('from', londonDate(ctx.now)), errors: [] };
  const agreed = (await agencies(ctx))
    .filter((agency) => agency.agreementSignedOn && agency.dpiaReference)
    .map(({ id, name }) => ({ value: id, text: name }));
  const ofAgencies = (await teams(ctx)).map((team) => ({ value: team.id, text: `${team.agencyName}: ${team.name}` }));
  return frame(
    ctx,
    { title: `Add a role for ${worker.name}`, trail: under(worker), errors: state.errors },
    <Form action={`${path}/${worker.id}/roles/add`} {...formCarries(ctx)}>
      <SelectField
        name="role"
        label="Role"
        items={Object.entries(roleNames)
          .map(([value, text]) => ({ value, text }))
          .toSorted((a, b) => a.text.localeCompare(b.text))}
        {...state}
      />
      <SelectField name="agencyId" label="Agency" hint="Agencies whose agreement is recorded" items={agreed} {...state} />
      <SelectField
        name="teamId"
        label="Team (optional)"
        hint="Must be a team of that agency"
        items={ofAgencies}
        empty="No team"
        {...state}
      />
      <DateField name="from" legend="First day" {...state} />
      <DateField name="to" legend="Last day (optional)" hint="For temporary posts" {...state} />
      <Button>Add this role</Button>
    </Form>,
  );
}

/** Asks for the last day of a role. */
export async function endPostForm(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const worker = await workerOf(ctx, recordId(asked));
  const post = found((await postsOf(ctx, worker.id)).find((one) => one.id === recordId(asked, 'postId')));
  const state = again ?? { values: typedDate('lastDay', londonDate(ctx.now)), errors: [] };
  return frame(
    ctx,
    { title: `End a role of ${worker.name}`, trail: under(worker), errors: state.errors },
    <Form action={`${path}/${worker.id}/roles/${post.id}/end`} {...formCarries(ctx)}>
      <p class="govuk-body">{`${roleNames[post.role]} at ${post.agencyName}${post.teamName ? `, ${post.teamName}` : ''}.`}</p>
      <DateField name="lastDay" legend="Last day in this role" {...state} />
      <Button classes="govuk-button--warning">End this role</Button>
    </Form>,
  );
}

/** Asks for someone's last day of work. */
export async function leaveForm(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const worker = await workerOf(ctx, recordId(asked));
  const state = again ?? { values: {}, errors: [] };
  return frame(
    ctx,
    { title: `${worker.name} leaves`, trail: under(worker), errors: state.errors },
    <Form action={`${path}/${worker.id}/leave`} {...formCarries(ctx)}>
      <p class="govuk-body">
        Every role ends with that day, and nothing opens after it. What they wrote stays under their name. Work that sits with them must be
        handed over by their manager.
      </p>
      <DateField name="lastDay" legend="Last day of work" {...state} />
      <Button classes="govuk-button--warning">Record that they leave</Button>
    </Form>,
  );
}

/** Links a provider's account to someone, by the subject the provider knows them by. */
export async function addTieForm(ctx: StaffCtx, asked: Asked, again: Again = empty): Promise<Answer> {
  const worker = await workerOf(ctx, recordId(asked));
  const items = (await providers(ctx)).map((provider) => ({ value: provider.id, text: provider.name }));
  return frame(
    ctx,
    { title: `Link an account to ${worker.name}`, trail: under(worker), errors: again.errors },
    <Form action={`${path}/${worker.id}/sign-ins/add`} {...formCarries(ctx)}>
      <SelectField name="providerId" label="Provider" items={items} {...again} />
      <TextField
        name="subject"
        label="Subject"
        hint="The fixed id of the account at that provider (Entra ID: the “sub” of this application), never an email address: addresses are given to somebody else one day."
        {...again}
      />
      <Button>Link this account</Button>
    </Form>,
  );
}
