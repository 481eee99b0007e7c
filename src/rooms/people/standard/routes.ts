import { form, page, type Route } from '../../../platform/web/route.ts';
import { agreementPage, agreementShape, agreementsPage, takeAgreement } from './pages/agreements/page.tsx';
import { nothing, numbersPage, takeBeginning, takeOpening, takeResumption, takeStop } from './pages/numbers/page.tsx';
import { decisionShape, leaveShape, personNumberPage, takeDecision, takeEndOfLeave, takeLeave } from './pages/person-number/page.tsx';

/** Pages of the index's contracts with other systems: NHS numbers, and which systems may ask. */
export const standardRoutes: readonly Route[] = [
  page('/index/numbers', 'nhs-number.view', 'people.number.list', (ctx, asked) => numbersPage(ctx, asked)),
  form('/index/numbers/begin', 'nhs-number.view', 'people.number.begin', nothing, takeBeginning, (ctx, again, asked) =>
    numbersPage(ctx, asked, again),
  ),
  form('/index/numbers/runs/:id/stop', 'nhs-number.view', 'people.number.stop', nothing, takeStop),
  form('/index/numbers/runs/:id/resume', 'nhs-number.view', 'people.number.resume', nothing, takeResumption),
  form('/index/numbers/:id/open', 'nhs-number.work', 'people.number.open', nothing, takeOpening),
  page('/people/:id/nhs-number', 'person.view', 'people.number.view', (ctx, asked) => personNumberPage(ctx, asked)),
  form('/people/:id/nhs-number', 'nhs-number.decide', 'people.number.decide', decisionShape, takeDecision, (ctx, again, asked) =>
    personNumberPage(ctx, asked, again),
  ),
  form('/people/:id/nhs-number/leave', 'shield.desk', 'people.number.allow', leaveShape, takeLeave, (ctx, again, asked) =>
    personNumberPage(ctx, asked, again),
  ),
  form('/people/:id/nhs-number/leave/end', 'shield.desk', 'people.number.allow-no-longer', nothing, takeEndOfLeave),
  page('/index/agreements', 'agreement.view', 'people.agreement.list', agreementsPage),
  page('/index/agreements/:id', 'agreement.manage', 'people.agreement.view', (ctx, asked) => agreementPage(ctx, asked)),
  form('/index/agreements/:id', 'agreement.manage', 'people.agreement.record', agreementShape, takeAgreement, (ctx, again, asked) =>
    agreementPage(ctx, asked, again),
  ),
];
