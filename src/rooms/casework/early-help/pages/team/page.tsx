import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { shortDate, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { Button, Form, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { Details } from '../../../../../platform/web/govuk/details.tsx';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import type { Again, Answer, Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { practitioners } from '../../lead.store.ts';
import { openEpisode, type Opened } from '../../open-episode.store.ts';
import { nameIn } from '../../names-in.ts';
import { episodeView } from '../../parts/episode-shell.tsx';
import { LineOfItsOwn } from '../../parts/line-of-its-own.tsx';
import { asChoice } from '../../parts/find-practitioner.tsx';
import { isAsked, isIn } from '../../taf.ts';
import { membersOf, type TafMember } from '../../taf.store.ts';
import { InviteForms } from './invite-forms.tsx';

/** The team around the family: who is in it, who is asked, who left; invite across agencies, and the family itself. */
export const teamPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const teamAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const opened = await openEpisode(ctx, asked.params['id'] ?? '');
  const members = await membersOf(ctx, opened.episode.id);
  const words = asked.query['find'] ?? '';
  const open = opened.standing.manages && opened.episode.state !== 'REQUESTED' && !opened.episode.closed_on;
  const choices = open ? (await practitioners(ctx, words)).map(asChoice) : [];
  return episodeView(
    ctx,
    opened,
    { title: 'Team around the family', crumb: 'Team', errors: state.errors },
    <>
      {members.length === 0 ? (
        <EmptyList why="Nobody is in the team yet." whatToDo="The family chooses with you whom to invite." />
      ) : (
        <Members ctx={ctx} opened={opened} members={members} />
      )}
      {open ? <InviteForms ctx={ctx} opened={opened} choices={choices} words={words} state={state} /> : null}
      {opened.episode.state === 'REQUESTED' ? <p class="govuk-body">People are invited once the family has agreed.</p> : null}
    </>,
  );
}

function Members({ ctx, opened, members }: { ctx: StaffCtx; opened: Opened; members: readonly TafMember[] }) {
  const today = londonDate(ctx.now);
  return (
    <PlainTable
      caption={`${members.filter(isIn).length} in the team`}
      head={[{ text: 'Who' }, { text: 'Part' }, { text: 'How to reach them' }, { text: 'State' }, { text: 'Change' }]}
      rows={members.map((member) => [
        { text: member.personId ? nameIn(opened, member.personId) : (member.name ?? '') },
        { text: [member.part, member.agencyName].filter(Boolean).join(', ') },
        { text: member.personId ? 'See safe contact on their page' : (member.phone ?? 'No number known') },
        { text: standing(member, today) },
        {
          text:
            isIn(member) && (opened.standing.manages || member.staffId === ctx.who.staffId) && !opened.episode.closed_on ? (
              <Leave ctx={ctx} path={opened.path} member={member} />
            ) : (
              ''
            ),
        },
      ])}
    />
  );
}

function standing(member: TafMember, today: string): string {
  if (member.leftOn) return `Left ${shortDate(member.leftOn, today)}: ${member.leftBecause ?? ''}`;
  if (member.declinedAt) return `Declined: ${member.declineReason ?? ''}`;
  return isAsked(member)
    ? `Invited ${shortMoment(member.invitedAt, today)}, not answered`
    : `In since ${member.acceptedAt ? shortDate(londonDate(member.acceptedAt), today) : ''}`;
}

function Leave({ ctx, path, member }: { ctx: StaffCtx; path: string; member: TafMember }) {
  return (
    <Details summaryText="Leaves the team">
      <Form action={`${path}/team/${member.id}/leave`} {...formCarries(ctx)}>
        <LineOfItsOwn name="because" of={member.id} label="Why?" />
        <Button classes="govuk-button--secondary">End their part</Button>
      </Form>
    </Details>
  );
}
