import { form, page, type Route } from '../../../platform/web/route.ts';
import { actionPage, actionAgain } from './pages/action/page.tsx';
import { newActionShape, progressShape, takeNewAction, takeProgress } from './pages/action/form.ts';
import { actionNewAgain, actionNewPage } from './pages/action-new/page.tsx';
import { agreementAgain, agreementPage } from './pages/agreement/page.tsx';
import { agreementShape, notAgreedShape, takeAgreement, takeNotAgreed } from './pages/agreement/form.ts';
import { assessmentRoutes } from './assessment.routes.ts';
import { closeAgain, closePage, closeShape, movedShape, takeApprove, takeClose, takeMoved, takeSendBack } from './pages/close/page.tsx';
import { allocateShape, storyShape, takeAllocation, takeStory } from './pages/episode/act.ts';
import { episodePage } from './pages/episode/page.tsx';
import { familiesPage } from './pages/families/page.tsx';
import { familyPage } from './pages/family/page.tsx';
import { goalAgain, goalPage } from './pages/goal/page.tsx';
import { goalShape, takeGoal } from './pages/goal/form.ts';
import { lastingAgain, lastingPage, lastingShape, takeLasting } from './pages/lasting/page.tsx';
import { agreeShape, takeAgree } from './pages/plan/act.ts';
import { planAgain, planPage } from './pages/plan/page.tsx';
import { planEditAgain, planEditPage, planTextShape, takePlanText } from './pages/plan-edit/page.tsx';
import { printPlanPage } from './pages/print-plan/page.tsx';
import { requestAgain, requestPage, requestShape, takeRequest } from './pages/request/page.tsx';
import { reviewAgain, reviewPage } from './pages/review/page.tsx';
import { reviewShape, takeReview } from './pages/review/form.ts';
import { reviewsPage } from './pages/reviews/page.tsx';
import { stepUpAgain, stepUpPage, stepUpShape, takeStepUp } from './pages/step-up/page.tsx';
import { takeWithdrawal, withdrawAgain, withdrawPage, withdrawShape } from './pages/withdraw/page.tsx';
import { nothing } from './parts/ids.ts';
import { teamRoutes } from './team.routes.ts';

const sees = 'early-help.view';
const works = 'early-help.work';
const help = '/early-help/:id';

/** Early help, in the order it happens. */
export const earlyHelpRoutes: readonly Route[] = [
  page('/families', sees, 'early-help.families.view', familiesPage),
  page('/families/:familyId', sees, 'early-help.family.view', familyPage),
  page('/families/:familyId/request', works, 'early-help.request.view', requestPage),
  form('/families/:familyId/request', works, 'early-help.request.send', requestShape, takeRequest, requestAgain),
  page(help, sees, 'early-help.episode.view', episodePage),
  form(`${help}/story`, works, 'early-help.story.write', storyShape, takeStory),
  form(`${help}/allocate`, 'early-help.allocate', 'early-help.episode.allocate', allocateShape, takeAllocation),
  page(`${help}/agreement`, sees, 'early-help.agreement.view', agreementPage),
  form(`${help}/agreement`, works, 'early-help.agreement.record', agreementShape, takeAgreement, agreementAgain),
  form(`${help}/agreement/not-agreed`, works, 'early-help.agreement.refuse', notAgreedShape, takeNotAgreed, agreementAgain),
  page(`${help}/agreement/withdraw`, works, 'early-help.agreement.withdraw-view', withdrawPage),
  form(`${help}/agreement/withdraw`, works, 'early-help.agreement.withdraw', withdrawShape, takeWithdrawal, withdrawAgain),
  ...assessmentRoutes,
  ...teamRoutes,
  page(`${help}/plan`, sees, 'early-help.plan.view', planPage),
  page(`${help}/plan/print`, sees, 'early-help.plan.print', printPlanPage),
  page(`${help}/plan/edit`, works, 'early-help.plan.edit', planEditPage),
  form(`${help}/plan/edit`, works, 'early-help.plan.save', planTextShape, takePlanText, planEditAgain),
  form(`${help}/plan/agree`, works, 'early-help.plan.agree', agreeShape, takeAgree, planAgain),
  page(`${help}/goals/new`, works, 'early-help.goal.new', goalPage),
  form(`${help}/goals/new`, works, 'early-help.goal.add', goalShape, takeGoal, goalAgain),
  page(`${help}/goals/:goalId`, works, 'early-help.goal.view', goalPage),
  form(`${help}/goals/:goalId`, works, 'early-help.goal.change', goalShape, takeGoal, goalAgain),
  page(`${help}/goals/:goalId/actions/new`, works, 'early-help.action.new', actionNewPage),
  form(`${help}/goals/:goalId/actions/new`, works, 'early-help.action.add', newActionShape, takeNewAction, actionNewAgain),
  page(`${help}/actions/:actionId`, sees, 'early-help.action.view', actionPage),
  form(`${help}/actions/:actionId`, works, 'early-help.action.update', progressShape, takeProgress, actionAgain),
  page(`${help}/reviews`, sees, 'early-help.reviews.view', reviewsPage),
  page(`${help}/reviews/new`, works, 'early-help.review.new', reviewPage),
  form(`${help}/reviews/new`, works, 'early-help.review.record', reviewShape, takeReview, reviewAgain),
  page(`${help}/step-up`, sees, 'early-help.step-up.view', stepUpPage),
  form(`${help}/step-up`, works, 'early-help.step-up.send', stepUpShape, takeStepUp, stepUpAgain),
  page(`${help}/close`, sees, 'early-help.closing.view', closePage),
  form(`${help}/close`, works, 'early-help.closing.ask', closeShape, takeClose, closeAgain),
  form(`${help}/close/approve`, 'early-help.approve', 'early-help.closing.approve', nothing, takeApprove, closeAgain),
  form(`${help}/close/send-back`, 'early-help.approve', 'early-help.closing.send-back', nothing, takeSendBack, closeAgain),
  form(`${help}/close/moved`, works, 'early-help.closing.moved', movedShape, takeMoved, closeAgain),
  page(`${help}/lasting`, sees, 'early-help.lasting.view', lastingPage),
  form(`${help}/lasting`, works, 'early-help.lasting.record', lastingShape, takeLasting, lastingAgain),
];
