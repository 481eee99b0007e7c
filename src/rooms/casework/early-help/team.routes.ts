import { form, page, type Route } from '../../../platform/web/route.ts';
import { answerShape, invitationAgain, invitationPage, takeLeadAnswer, takeTeamAnswer } from './pages/invitation/page.tsx';
import { invitationsPage } from './pages/invitations/page.tsx';
import { backupShape, offerShape, takeBack, takeBackup, takeOffer } from './pages/lead/form.ts';
import { leadAgain, leadPage } from './pages/lead/page.tsx';
import { decisionShape, minutesShape, recordShape, takeDecision, takeMinutes, takeRecord } from './pages/meeting/form.ts';
import { meetingAgain, meetingPage } from './pages/meeting/page.tsx';
import { meetingsAgain, meetingsPage, planShape, takePlanned } from './pages/meetings/page.tsx';
import { inviteShape, leaveShape, takeInvite, takeLeave } from './pages/team/form.ts';
import { teamAgain, teamPage } from './pages/team/page.tsx';
import { nothing } from './parts/ids.ts';

const sees = 'early-help.view';
const works = 'early-help.work';
const help = '/early-help/:id';

/** Lead professional, team around the family and its meetings. */
export const teamRoutes: readonly Route[] = [
  page('/invitations', sees, 'early-help.invitations.view', invitationsPage),
  page('/invitations/lead/:offerId', sees, 'early-help.lead.offer-view', invitationPage),
  form('/invitations/lead/:offerId', works, 'early-help.lead.answer', answerShape, takeLeadAnswer, invitationAgain),
  page('/invitations/team/:memberId', sees, 'early-help.team.invitation-view', invitationPage),
  form('/invitations/team/:memberId', works, 'early-help.team.answer', answerShape, takeTeamAnswer, invitationAgain),
  page(`${help}/lead`, sees, 'early-help.lead.view', leadPage),
  form(`${help}/lead`, works, 'early-help.lead.offer', offerShape, takeOffer, leadAgain),
  form(`${help}/lead/backup`, works, 'early-help.lead.backup', backupShape, takeBackup, leadAgain),
  form(`${help}/lead/:offerId/take-back`, works, 'early-help.lead.take-back', nothing, takeBack, leadAgain),
  page(`${help}/team`, sees, 'early-help.team.view', teamPage),
  form(`${help}/team`, works, 'early-help.team.invite', inviteShape, takeInvite, teamAgain),
  form(`${help}/team/:memberId/leave`, works, 'early-help.team.leave', leaveShape, takeLeave, teamAgain),
  page(`${help}/meetings`, sees, 'early-help.meetings.view', meetingsPage),
  form(`${help}/meetings`, works, 'early-help.meeting.plan', planShape, takePlanned, meetingsAgain),
  page(`${help}/meetings/:meetingId`, sees, 'early-help.meeting.view', meetingPage),
  form(`${help}/meetings/:meetingId/record`, works, 'early-help.meeting.record', recordShape, takeRecord, meetingAgain),
  form(`${help}/meetings/:meetingId/decisions`, works, 'early-help.meeting.decide', decisionShape, takeDecision, meetingAgain),
  form(`${help}/meetings/:meetingId/minutes`, works, 'early-help.meeting.minutes', minutesShape, takeMinutes, meetingAgain),
];
