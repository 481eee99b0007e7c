import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { Button, Choice, DateField, Form, SelectField, TextArea, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { londonDate } from '../../../../../platform/time/london.ts';
import { boxesOf } from '../../../typed-date.ts';
import type { Meeting } from '../../meeting.store.ts';
import { nameIn } from '../../names-in.ts';
import type { OpenedPlan } from '../../open-plan.store.ts';
import type { TafMember } from '../../taf.store.ts';
import { attendanceField } from './form.ts';

interface RecordProps {
  ctx: StaffCtx;
  opened: OpenedPlan;
  meeting: Meeting;
  members: readonly TafMember[];
  state: FieldState;
}

/** Attendance first, then what was said; decisions are typed beside it. Quorum is checked when it is saved. */
export function RecordForm({ ctx, opened, meeting, members, state }: RecordProps) {
  const shown: FieldState = state.values
    ? state
    : {
        values: {
          worries: opened.plan?.worried_about ?? '',
          workingWell: opened.plan?.going_well ?? '',
          ...boxesOf('heldOn', londonDate(ctx.now)),
        },
      };
  const staff = members
    .filter((member) => member.staffId !== null)
    .map((member) => ({ value: member.staffId ?? '', text: member.name ?? '' }));
  return (
    <Form
      action={`${opened.path}/meetings/${meeting.id}/record`}
      {...formCarries(ctx)}
      version={meeting.version}
      draft={`meeting-record:${meeting.id}`}
      autosave="/drafts/save"
    >
      <p class="govuk-body">A quorum is someone of the family, the lead professional or backup, and at least one other practitioner.</p>
      {members.length === 0 ? (
        <p class="govuk-body">
          <strong>Nobody is in the team yet.</strong>{' '}
          <a class="govuk-link" href={`${opened.path}/team`}>
            Invite them first
          </a>
        </p>
      ) : null}
      <Attendance opened={opened} members={members} state={shown} />
      <DateField name="heldOn" legend="When was it held?" {...shown} />
      <TextArea name="workingWell" label="What is working well" hint="Filled in from the plan" rows={4} {...shown} />
      <TextArea name="worries" label="What we are worried about" hint="Filled in from the plan" rows={4} {...shown} />
      <TextArea name="familyViews" label="What the family says" rows={4} {...shown} />
      <SelectField name="minutesBy" label="Who took notes?" items={staff} empty="Someone else" {...shown} />
      <TextArea name="notQuorateBecause" label="If there was no quorum: why did it go ahead?" rows={2} {...shown} />
      <Button>Record the meeting</Button>
    </Form>
  );
}

function Attendance({ opened, members, state }: Pick<RecordProps, 'opened' | 'members' | 'state'>) {
  return (
    <>
      {members.map((member) => (
        <Choice
          name={attendanceField(member.id)}
          legend={`${member.personId ? nameIn(opened, member.personId) : (member.name ?? '')} (${member.part})`}
          inline
          small
          items={[
            { value: 'came', text: 'Came' },
            { value: 'apologies', text: 'Apologies' },
            { value: 'did not come', text: 'Did not come' },
          ]}
          {...state}
        />
      ))}
    </>
  );
}
