import { z } from 'zod';
import { form, page, type Route } from '../../../web/route.ts';
import * as agreements from './pages/agreements.tsx';
import { applicationPage, applicationsPage, enterPage, takeEntered } from './pages/applications.tsx';
import { appliedPage, applyPage, applyShape, joinPage, takeApplication } from './pages/apply.tsx';
import * as step from './pages/next-step.tsx';
import * as ours from './pages/our-agency.tsx';

const nothing = z.object({});
const application = '/administration/partners/:id';
const agency = '/administration/agencies/:id';
const agreement = '/administration/agreements/:id';

/** Partner onboarding (S-006, S-158): applying, checking, agreeing, an agency's own people. */
export const partnerRoutes: readonly Route[] = [
  page('/join', 'public', 'partners.join.view', joinPage),
  page('/join/sent/:id', 'public', 'partners.receipt.view', appliedPage),
  page('/join/:way', 'public', 'partners.application.begin', (ctx, asked) => applyPage(ctx, asked)),
  form('/join/:way', 'public', 'partners.application.send', applyShape, takeApplication, (ctx, again, asked) =>
    applyPage(ctx, asked, again),
  ),
  page('/administration/partners', 'partners.view', 'partners.applications.view', applicationsPage),
  page('/administration/partners/add/:way', 'partners.manage', 'partners.application.begin', (ctx, asked) => enterPage(ctx, asked)),
  form('/administration/partners/add/:way', 'partners.manage', 'partners.application.enter', applyShape, takeEntered, (ctx, again, asked) =>
    enterPage(ctx, asked, again),
  ),
  page(application, 'partners.view', 'partners.application.view', (ctx, asked) => applicationPage(ctx, asked)),
  form(`${application}/begin`, 'partners.manage', 'partners.application.ring', step.beginShape, step.begin, (ctx, again, asked) =>
    applicationPage(ctx, asked, again),
  ),
  form(`${application}/checked`, 'partners.manage', 'partners.application.check', step.checkedShape, step.checked, (ctx, again, asked) =>
    applicationPage(ctx, asked, again),
  ),
  form(`${application}/end`, 'partners.manage', 'partners.application.end', step.endShape, step.end, (ctx, again, asked) =>
    applicationPage(ctx, asked, again),
  ),
  page(`${agency}/agreements/add`, 'partners.manage', 'partners.agreement.begin', (ctx, asked) => agreements.draftPage(ctx, asked)),
  form(
    `${agency}/agreements/add`,
    'partners.manage',
    'partners.agreement.draft',
    agreements.draftShape,
    agreements.takeDraft,
    (ctx, again, asked) => agreements.draftPage(ctx, asked, again),
  ),
  page(`${agency}/administrator`, 'partners.manage', 'partners.administrator.begin', (ctx, asked) => ours.administratorPage(ctx, asked)),
  form(
    `${agency}/administrator`,
    'partners.manage',
    'partners.administrator.add',
    ours.administratorShape,
    ours.addAdministrator,
    (ctx, again, asked) => ours.administratorPage(ctx, asked, again),
  ),
  page(agreement, 'partners.view', 'partners.agreement.view', (ctx, asked) => agreements.agreementPage(ctx, asked)),
  form(
    `${agreement}/theirs`,
    'partners.manage',
    'partners.agreement.sign',
    agreements.theirsShape,
    agreements.signTheirs,
    (ctx, again, asked) => agreements.agreementPage(ctx, asked, again),
  ),
  form(`${agreement}/ours`, 'partners.manage', 'partners.agreement.sign', nothing, agreements.signOurs),
  form(
    `${agreement}/privacy`,
    'agreement.manage',
    'partners.agreement.assess',
    agreements.privacyShape,
    agreements.recordPrivacy,
    (ctx, again, asked) => agreements.agreementPage(ctx, asked, again),
  ),
  form(`${agreement}/stand`, 'partners.manage', 'partners.agreement.stand', nothing, agreements.stand),
  form(`${agreement}/end`, 'partners.manage', 'partners.agreement.end', agreements.endShape, agreements.end, (ctx, again, asked) =>
    agreements.agreementPage(ctx, asked, again),
  ),
  page('/our-agency', 'agency.people', 'partners.our-agency.view', (ctx, asked) => ours.ourAgencyPage(ctx, asked)),
  form('/our-agency/desks/add', 'agency.people', 'partners.desk.add', ours.deskShape, ours.addDesk, (ctx, again, asked) =>
    ours.ourAgencyPage(ctx, asked, again),
  ),
  page('/our-agency/people/add', 'agency.people', 'partners.colleague.begin', (ctx, asked) => ours.addPersonPage(ctx, asked)),
  form('/our-agency/people/add', 'agency.people', 'partners.colleague.add', ours.colleagueShape, ours.addPerson, (ctx, again, asked) =>
    ours.addPersonPage(ctx, asked, again),
  ),
  form('/our-agency/posts/:id/end', 'agency.people', 'partners.colleague.end', nothing, ours.endPostOf),
];
