import { form, page, type Route } from '../../../platform/web/route.ts';
import { returnShape, takeAuthorise, takeFinish, takeReturn, takeStart } from './pages/assessment/act.ts';
import { assessmentAgain, assessmentPage } from './pages/assessment/page.tsx';
import { analysisAgain, analysisPage, analysisShape, takeAnalysis } from './pages/assessment-analysis/page.tsx';
import { childShape, takeChild } from './pages/assessment-child/form.ts';
import { childAgain, childPage } from './pages/assessment-child/page.tsx';
import { domainShape, takeDomain } from './pages/assessment-domain/form.ts';
import { domainAgain, domainPage } from './pages/assessment-domain/page.tsx';
import { needsAgain, needsPage, needsShape, takeNeeds } from './pages/assessment-needs/page.tsx';
import { nothing } from './parts/ids.ts';

const at = '/early-help/:id/assessment';

/** The assessment: its list, its pages, finishing and authorising. */
export const assessmentRoutes: readonly Route[] = [
  page(at, 'early-help.view', 'early-help.assessment.view', assessmentPage),
  form(`${at}/start`, 'early-help.work', 'early-help.assessment.start', nothing, takeStart, assessmentAgain),
  page(`${at}/domains/:domain`, 'early-help.view', 'early-help.assessment.domain-view', domainPage),
  form(`${at}/domains/:domain`, 'early-help.work', 'early-help.assessment.domain-save', domainShape, takeDomain, domainAgain),
  page(`${at}/children/:personId`, 'early-help.view', 'early-help.assessment.child-view', childPage),
  form(`${at}/children/:personId`, 'early-help.work', 'early-help.assessment.child-save', childShape, takeChild, childAgain),
  page(`${at}/needs`, 'early-help.view', 'early-help.assessment.needs-view', needsPage),
  form(`${at}/needs`, 'early-help.work', 'early-help.assessment.needs-save', needsShape, takeNeeds, needsAgain),
  page(`${at}/analysis`, 'early-help.view', 'early-help.assessment.analysis-view', analysisPage),
  form(`${at}/analysis`, 'early-help.work', 'early-help.assessment.analysis-save', analysisShape, takeAnalysis, analysisAgain),
  form(`${at}/finish`, 'early-help.work', 'early-help.assessment.finish', nothing, takeFinish, assessmentAgain),
  form(`${at}/authorise`, 'early-help.approve', 'early-help.assessment.authorise', nothing, takeAuthorise, assessmentAgain),
  form(`${at}/return`, 'early-help.approve', 'early-help.assessment.return', returnShape, takeReturn, assessmentAgain),
];
