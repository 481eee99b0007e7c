import type { Loader } from '../../../platform/db/bulk-load.ts';
import { rowSheets } from '../../../platform/db/row-sheets.ts';
import { caseworkSample } from '../../casework/sample.ts';
import { sampleId } from './sample-id.ts';
import { staffId } from './staff.ts';

type Step = readonly [state: string, daysAgo: number, note: string];
type Plot = {
  name: string;
  type: string;
  small: boolean;
  whatFor: string;
  lead: readonly [name: string, email: string];
  steps: readonly Step[];
  becomes?: string;
  why?: string;
};

/** Agencies on their way in: new, overdue for a call, being checked, with an agreement to sign, turned down. */
const plots: readonly Plot[] = [
  {
    name: 'Corner House Youth Club',
    type: 'VCS',
    small: true,
    whatFor: 'We see forty young people a week and would like to tell you early when one of them is not all right.',
    lead: ['Bola Adeyemi', 'bola@corner-house.example'],
    steps: [['APPLIED', 1, 'Applied']],
  },
  {
    name: 'Little Acorns Childminders',
    type: 'EARLY_YEARS',
    small: true,
    whatFor: 'To know who to ring, and to come to the meetings about children we mind.',
    lead: ['Jean Pascoe', 'jean@little-acorns.example'],
    steps: [['APPLIED', 16, 'Applied']],
  },
  {
    name: 'Harbour Refugee Support',
    type: 'VCS',
    small: true,
    whatFor: 'To join teams around the families we help with housing and school places.',
    lead: ['Samir Nasser', 'samir@harbour.example'],
    steps: [
      ['APPLIED', 12, 'Applied'],
      ['CHECKING', 9, 'Spoke to Samir; a policy is being written with our help'],
    ],
  },
  {
    name: 'The Yellowhammer Centre',
    type: 'SCHOOL',
    small: false,
    whatFor: 'To answer the hub and send our roll.',
    lead: ['Dana Whitcombe', 'dana@yellowhammer.example'],
    steps: [
      ['APPLIED', 30, 'Applied'],
      ['CHECKING', 27, 'Spoke to Dana'],
      ['AGREEMENT', 20, 'All six checks done'],
    ],
    becomes: 'The Yellowhammer Centre',
  },
  {
    name: 'Fast Track Parenting Ltd',
    type: 'PRIVATE_PROVIDER',
    small: false,
    whatFor: 'To receive lists of families to offer courses to.',
    lead: ['Carl Denning', 'carl@fast-track.example'],
    steps: [
      ['APPLIED', 50, 'Applied'],
      ['CHECKING', 47, 'Spoke to Carl'],
      ['TURNED_DOWN', 44, 'Selling courses is not a reason to share lists of families'],
    ],
    why: 'Selling courses is not a reason to share lists of families',
  },
];

/** Writes the applications of the demonstration with their steps and their clock. `agencyNamed` gives the id of a school by its name. */
export async function loadApplications(loader: Loader, now: Date, agencyNamed: (name: string) => string): Promise<void> {
  const ago = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
  const manager = staffId('partnership-manager');
  const id = (plot: Plot): string => sampleId(`application ${plot.name}`);
  await loader.copy(
    'partner_application',
    [
      ...['id', 'state', 'way', 'agency_name', 'agency_type', 'what_for', 'wanted', 'lead_name', 'lead_email'],
      ...['safeguarding_policy', 'privacy_name', 'privacy_email', 'agency_id', 'applied_at', 'entered_by', 'decided_why', 'version'],
    ],
    plots.map((plot) => [
      ...[id(plot), plot.steps.at(-1)?.[0] ?? 'APPLIED', plot.small ? 'small group' : 'full', plot.name, plot.type, plot.whatFor],
      ...[plot.small ? ['concerns', 'families'] : ['concerns', 'hub-answers', 'feeds'], ...plot.lead],
      ...[plot.small ? 'being written' : 'yes', plot.small ? null : plot.lead[0], plot.small ? null : plot.lead[1]],
      ...[plot.becomes ? agencyNamed(plot.becomes) : null, ago(plot.steps[0]?.[1] ?? 0), manager, plot.why ?? null, plot.steps.length],
    ]),
  );
  await loader.copy(
    'partner_step',
    ['id', 'application_id', 'state', 'note', 'done_by', 'done_at'],
    plots.flatMap((plot) =>
      plot.steps.map(([state, daysAgo, note]) => [sampleId(`step ${plot.name} ${state}`), id(plot), state, note, manager, ago(daysAgo)]),
    ),
  );
  const sheets = rowSheets(['clock']);
  for (const plot of plots) {
    const [applied, rung] = plot.steps;
    caseworkSample.clockRow(sheets, 'PA1', 'partner-application', id(plot), ago(applied?.[1] ?? 0), rung ? ago(rung[1]) : null);
  }
  await sheets.write(loader);
}
