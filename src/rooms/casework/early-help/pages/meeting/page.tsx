import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { found } from '../../../../../platform/access/refusal.ts';
import { longMoment } from '../../../../../platform/time/plain-dates.ts';
import { Button, Form, TextField, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { InsetText } from '../../../../../platform/web/govuk/inset-text.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import type { Again, Answer, Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { attendanceOf, decisionsOf, meetingById, type Meeting } from '../../meeting.store.ts';
import { missingForQuorum, noteTakerWarning, quorumOf } from '../../meeting.ts';
import { nameIn, ownerWords } from '../../names-in.ts';
import { openPlan, type OpenedPlan } from '../../open-plan.store.ts';
import { episodeView } from '../../parts/episode-shell.tsx';
import { GoalProgress } from '../../parts/goal-progress.tsx';
import { Part, Said } from '../../parts/said.tsx';
import { isIn } from '../../taf.ts';
import { membersOf, type TafMember } from '../../taf.store.ts';
import { RecordForm } from './record-form.tsx';

export type Attendance = Awaited<ReturnType<typeof attendanceOf>>;

/** A meeting: prepared from the plan, recorded in the room, its decisions and minutes. */
export const meetingPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const meetingAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const opened = await openPlan(ctx, asked.params['id'] ?? '');
  const meeting = found(await meetingById(ctx, opened.episode.id, asked.params['meetingId'] ?? ''));
  const members = await membersOf(ctx, opened.episode.id);
  const attendance = await attendanceOf(ctx, meeting.id);
  const present = members.filter((member) => isIn(member) || attendance.has(member.id));
  return episodeView(
    ctx,
    opened,
    { title: `Meeting, ${longMoment(meeting.planned_for)}`, crumb: 'Meeting', errors: state.errors, wide: true },
    <div class="gt-columns gt-columns--2">
      <div>
        <p class="govuk-body">{meeting.venue}</p>
        {meeting.state === 'held' ? <Held opened={opened} meeting={meeting} members={present} attendance={attendance} /> : null}
        {meeting.state === 'planned' && opened.standing.manages ? (
          <RecordForm ctx={ctx} opened={opened} meeting={meeting} members={present.filter(isIn)} state={state} />
        ) : null}
        <Decisions ctx={ctx} opened={opened} meeting={meeting} decisions={await decisionsOf(ctx, meeting.id)} />
        {meeting.state === 'held' ? <Minutes ctx={ctx} opened={opened} meeting={meeting} state={state} /> : null}
      </div>
      <div>
        <Part title="The plan today">
          <GoalProgress goals={opened.goals} path={opened.path} />
        </Part>
        <OpenActions opened={opened} />
      </div>
    </div>,
  );
}

const attendedWords = { invited: 'Invited', came: 'Came', apologies: 'Sent apologies', 'did not come': 'Did not come' } as const;

function Held({
  opened,
  meeting,
  members,
  attendance,
}: {
  opened: OpenedPlan;
  meeting: Meeting;
  members: readonly TafMember[];
  attendance: Attendance;
}) {
  const came = members.filter((member) => attendance.get(member.id)?.attended === 'came');
  const quorum = quorumOf(came, { leadStaffId: opened.episode.lead_staff_id, backupStaffId: opened.episode.backup_staff_id });
  const warning = noteTakerWarning(meeting.minutes_by, opened.episode.lead_staff_id);
  return (
    <>
      <InsetText>
        {meeting.quorate
          ? 'The quorum was there: family, lead professional and at least one other.'
          : `No quorum. It went ahead because: ${meeting.not_quorate_because ?? missingForQuorum(quorum).join(', ')}`}
      </InsetText>
      {warning ? (
        <p class="govuk-body">
          <strong>Note:</strong> {warning}
        </p>
      ) : null}
      <PlainTable
        caption="Who was there"
        head={[{ text: 'Who' }, { text: 'Part' }, { text: 'Came' }]}
        rows={members.map((member) => [
          { text: member.personId ? nameIn(opened, member.personId) : (member.name ?? '') },
          { text: member.part },
          { text: attendedWords[attendance.get(member.id)?.attended ?? 'invited'] },
        ])}
      />
      <Part title="What is working well">
        <Said words={meeting.working_well} />
      </Part>
      <Part title="What we are worried about">
        <Said words={meeting.worries} />
      </Part>
      <Part title="What the family says">
        <Said words={meeting.family_views} />
      </Part>
      <p class="govuk-body-s">Notes by {meeting.minutes_by_name ?? 'someone not named'}.</p>
    </>
  );
}

function OpenActions({ opened }: { opened: OpenedPlan }) {
  const open = opened.actions.filter((action) => action.state === 'open');
  return (
    <Part title={`Open actions (${open.length})`}>
      <ul class="govuk-list">
        {open.map((action) => (
          <li>
            <a class="govuk-link" href={`${opened.path}/actions/${action.id}`}>
              {action.action}
            </a>
            : {ownerWords(opened, action)}, by {action.due_on}
          </li>
        ))}
      </ul>
      {opened.goals.length > 0 && opened.standing.manages ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`${opened.path}/plan`}>
            Assign an action from the plan
          </a>
        </p>
      ) : null}
    </Part>
  );
}

function Decisions({
  ctx,
  opened,
  meeting,
  decisions,
}: {
  ctx: StaffCtx;
  opened: OpenedPlan;
  meeting: Meeting;
  decisions: Awaited<ReturnType<typeof decisionsOf>>;
}) {
  return (
    <Part title={`Decisions (${decisions.length})`}>
      {decisions.length > 0 ? (
        <ol class="govuk-list govuk-list--number">
          {decisions.map((one) => (
            <li class="gt-as-typed">{one.decision}</li>
          ))}
        </ol>
      ) : (
        <p class="govuk-body gt-muted">None yet. Type each as it is made.</p>
      )}
      {opened.standing.manages && !opened.episode.closed_on ? (
        <Form action={`${opened.path}/meetings/${meeting.id}/decisions`} {...formCarries(ctx)}>
          <TextField name="decision" label="Add a decision" />
          <Button classes="govuk-button--secondary">Add</Button>
        </Form>
      ) : null}
    </Part>
  );
}

function Minutes({ ctx, opened, meeting, state }: { ctx: StaffCtx; opened: OpenedPlan; meeting: Meeting; state: FieldState }) {
  if (meeting.minutes_sent_at)
    return (
      <Part title="Minutes">
        <p class="govuk-body">
          Sent {longMoment(meeting.minutes_sent_at)} to {meeting.minutes_sent_to}.
        </p>
      </Part>
    );
  if (!opened.standing.manages) return null;
  return (
    <Part title="Minutes">
      <p class="govuk-body">
        Practitioners of the team are told inside Goldthread. Give the family its copy by hand or by a way that is safe.
      </p>
      <Form action={`${opened.path}/meetings/${meeting.id}/minutes`} {...formCarries(ctx)}>
        <TextField name="alsoTo" label="Who else got a copy, and how?" {...state} />
        <Button>Send the minutes</Button>
      </Form>
    </Part>
  );
}
