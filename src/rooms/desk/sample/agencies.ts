import { clauseCodes, type Clause } from '../../../platform/access/clauses.ts';
import { addDays, type PlainDate } from '../../../platform/time/calendar-day.ts';
import type { Loader } from '../../../platform/db/bulk-load.ts';
import { peopleSample } from '../../people/sample.ts';
import { sampleId } from './sample-id.ts';

type Agency = { key: string; name: string; type: string; teams?: Record<string, [name: string, purpose: string]> };

/** Partners of the demonstration borough. A council has one agency for each of its services that keeps records of its own. */
const partners: readonly Agency[] = [
  {
    key: 'social-care',
    name: 'Council children’s social care',
    type: 'LA_SOCIAL_CARE',
    teams: {
      'front-door': ['Front door', 'front-door'],
      'out-of-hours': ['Emergency duty team', 'out-of-hours'],
      'shield-desk': ['Shield desk', 'shield-desk'],
      'index-desk': ['Index desk', 'index-desk'],
      'assessment-east': ['Assessment team East', 'social-work'],
      'assessment-west': ['Assessment team West', 'social-work'],
      commissioning: ['Joint commissioning', 'commissioning'],
    },
  },
  {
    key: 'early-help',
    name: 'Council early help',
    type: 'LA_EARLY_HELP',
    teams: { 'early-help-north': ['Early help North', 'early-help'], 'early-help-south': ['Early help South', 'early-help'] },
  },
  { key: 'council', name: 'Council corporate services', type: 'LA_EDUCATION' },
  {
    key: 'community-health',
    name: 'Borough community health trust',
    type: 'COMMUNITY_HEALTH',
    teams: Object.fromEntries(
      ['Kestrel', 'Linnet', 'Plover', 'Redstart', 'Swift'].map((name, at) => [`health-${at}`, [`${name} health visiting team`, 'health']]),
    ),
  },
  { key: 'police', name: 'Borough police', type: 'POLICE', teams: { 'police-desk': ['Public protection desk', 'police'] } },
  { key: 'thread-together', name: 'Thread Together (charity)', type: 'VCS', teams: { mentors: ['Family mentors', 'other'] } },
  { key: 'camhs', name: 'Child and adolescent mental health service', type: 'CAMHS' },
  { key: 'hospital', name: 'Borough hospital', type: 'ACUTE' },
  { key: 'safeguarding-partners', name: 'Borough safeguarding partnership', type: 'SAFEGUARDING_PARTNERS' },
  { key: 'housing', name: 'Council housing', type: 'LA_HOUSING' },
  { key: 'safe-ground', name: 'Safe Ground domestic abuse service', type: 'VCS' },
  { key: 'probation', name: 'Probation service', type: 'PROBATION' },
  { key: 'mental-health', name: 'Borough adult mental health trust', type: 'COMMUNITY_HEALTH' },
];

const schoolTypes = { nursery: 'EARLY_YEARS', primary: 'SCHOOL', secondary: 'SCHOOL', special: 'SCHOOL', alternative: 'SCHOOL' } as const;
/** Schools that have not signed yet: nobody may join them, and their pupils' rolls are not shared. */
const unsigned = new Set(['The Yellowhammer Centre', 'Puddleducks Day Nursery']);

export const agencyId = (key: string): string => sampleId(`agency ${key}`);
export const teamId = (agency: string, team: string): string => sampleId(`team ${agency} ${team}`);

/** Id of an agency by its key here or by the name of a school. Throws on a name that is neither. */
export function agencyFinder(seed: number): (name: string) => string {
  const byName = new Map([
    ...partners.map((it) => [it.key, agencyId(it.key)] as const),
    ...peopleSample.institutionsOf(seed).schools.map((it) => [it.name, it.id] as const),
  ]);
  return (name) => {
    const id = byName.get(name);
    if (id === undefined) throw new Error(`The demonstration has no agency called ${name}`);
    return id;
  };
}

/** What each kind of agency signed: a school sends its roll and answers the hub, a charity joins teams around families, the council does its own work. */
export function clausesOf(type: string): readonly Clause[] {
  if (type.startsWith('LA_')) return clauseCodes;
  const all: Clause[] = ['concerns', 'hub-answers', 'families'];
  if (type === 'SAFEGUARDING_PARTNERS') return ['concerns'];
  if (type === 'POLICE') return [...all, 'index', 'police-notifications', 'feeds'];
  return type === 'VCS' ? all : [...all, 'index', 'feeds'];
}

const asSigned = {
  purposes: 'To notice early when a child or family needs help, and to help them together.',
  basis: 'Public task (UK GDPR Article 6(1)(e)); substantial public interest (Article 9(2)(g)); Children Act 2004, sections 10 and 11.',
  retention: 'Each side keeps what it is sent as long as its own records of the family.',
};

/** Every agency's agreement, standing; two are due to be looked at soon and one is overdue. */
async function loadAgreements(loader: Loader, agreed: readonly (readonly unknown[])[], asOf: string): Promise<void> {
  const reviewed = (at: number): string => addDays(asOf as PlainDate, at === 4 ? 12 : at === 7 ? 40 : at === 9 ? -6 : 200 + (at % 90));
  await loader.copy(
    'partner_agreement',
    [
      ...['id', 'agency_id', 'number', 'reference', 'clauses', 'purposes', 'lawful_basis', 'retention', 'starts_on', 'review_on'],
      ...['theirs_by', 'theirs_on', 'ours_on', 'dpia_reference', 'stands_from', 'drafted_at'],
    ],
    agreed.map(([id, name, _type, reference, signed, dpia, _live, _phone, _email, clauses], at) => [
      ...[sampleId(`agreement ${String(id)}`), String(id), 1, String(reference), clauses as string[]],
      ...[asSigned.purposes, asSigned.basis, asSigned.retention, String(signed), reviewed(at)],
      ...[
        `For ${String(name)}`,
        String(signed),
        String(signed),
        String(dpia),
        `${String(signed)}T09:00:00Z`,
        `${String(signed)}T09:00:00Z`,
      ],
    ]),
  );
}

/** Writes agencies (partners, schools, practices) with their agreements, and their teams. */
export async function loadAgencies(loader: Loader, seed: number, asOf: string): Promise<void> {
  const { schools, practices } = peopleSample.institutionsOf(seed);
  const signed = `${Number(asOf.slice(0, 4)) - 1}-04-01`;
  let number = 0;
  const row = (id: string, name: string, type: string, phone: string, email: string | null, agreed = true) => {
    number += 1;
    return [
      id,
      name,
      type,
      agreed ? `ISA-${100 + number}` : null,
      agreed ? signed : null,
      agreed ? `DPIA-${100 + number}` : null,
      agreed ? signed : null,
      phone,
      email,
      agreed ? clausesOf(type) : [],
    ];
  };
  const rows = [
    ...partners.map((it, at) => row(agencyId(it.key), it.name, it.type, peopleSample.dramaLandline(10 + at), `${it.key}@example.org`)),
    ...schools.map((it) => row(it.id, it.name, schoolTypes[it.kind], it.phone, it.email, !unsigned.has(it.name))),
    ...practices.map((it) => row(it.id, it.name, 'GP', it.phone, null)),
  ];
  await loader.copy(
    'agency',
    ['id', 'name', 'agency_type', 'agreement_reference', 'agreement_signed_on', 'dpia_reference', 'live_from', 'phone', 'email', 'clauses'],
    rows,
  );
  await loadAgreements(
    loader,
    rows.filter((one) => one[3] !== null),
    asOf,
  );
  const teams = partners.flatMap((it) =>
    Object.entries(it.teams ?? {}).map(([key, [name, purpose]]) => [teamId(it.key, key), agencyId(it.key), name, purpose]),
  );
  const safeguarding = schools
    .filter((it) => !unsigned.has(it.name))
    .map((it) => [teamId(it.name, 'safeguarding'), it.id, `Safeguarding team, ${it.name}`, 'safeguarding']);
  await loader.copy(
    'team',
    ['id', 'agency_id', 'name', 'purpose', 'phone', 'email'],
    [...teams, ...safeguarding].map((team, at) => [...team, peopleSample.dramaLandline(400 + at), null] as string[]),
  );
}
