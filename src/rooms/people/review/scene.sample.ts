import { makeCast, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { prepare, standardModel, weigh } from '../linkage/decide.ts';
import type { Evidence } from '../linkage/evidence.ts';

/** For tests: a review desk with its people, and questions about invented children. */
export interface ReviewScene {
  cast: Cast;
  council: string;
  school: string;
  /** Two index officers, the desk's lead, two of the shield desk, and an analyst who sees figures alone. */
  first: StaffActor;
  second: StaffActor;
  lead: StaffActor;
  shield: StaffActor;
  shieldSecond: StaffActor;
  analyst: StaffActor;
  /** A question about a person and a record that stands under another; answers the ids. */
  ask(facts?: AskedFacts): Promise<Asked>;
  end(): Promise<void>;
}

export interface AskedFacts {
  kind?: string;
  harm?: string;
  worth?: number;
  person?: Record<string, unknown>;
  other?: Record<string, unknown>;
}

export interface Asked {
  id: string;
  personId: string;
  otherPersonId: string;
  recordId: string;
}

/** Evidence of two made-up records, as the matcher gives it. */
export const someEvidence = (): Evidence =>
  weigh(
    standardModel,
    prepare({
      id: '1',
      givenName: 'Amina',
      familyName: 'Hassan',
      dateOfBirth: '2018-03-02',
      sex: 'F',
      addressLine: '4 Elm Road',
      postcode: 'HA1 1AA',
    }),
    prepare({
      id: '2',
      givenName: 'Aminah',
      familyName: 'Hasan',
      dateOfBirth: '2018-03-02',
      sex: 'F',
      addressLine: '4 Elm Road',
      postcode: 'HA1 1AA',
    }),
  );

/** Opens the scene in a database of its own. Call `end()` when done. */
export async function reviewScene(): Promise<ReviewScene> {
  const cast = await makeCast();
  const [council, school] = [await cast.agency('LA_SOCIAL_CARE', 'Council'), await cast.agency('SCHOOL', 'Elm School')];
  const [desk, shieldDesk] = [await cast.team(council, 'index-desk'), await cast.team(council, 'shield-desk')];
  const officer = (name: string, role: 'INDEX' | 'SHIELD', teamId: string) => cast.staff(role, { agencyId: council, teamId, name });
  const lead = await leadOf(cast, council, desk);
  return {
    cast,
    council,
    school,
    first: await officer('Ines First', 'INDEX', desk),
    second: await officer('Sam Second', 'INDEX', desk),
    lead,
    shield: await officer('Shay Shield', 'SHIELD', shieldDesk),
    shieldSecond: await officer('Tove Shield', 'SHIELD', shieldDesk),
    analyst: await cast.staff('PERF', { agencyId: council, name: 'Ana Analyst' }),
    ask: (facts = {}) => ask(cast, school, facts),
    end: () => cast.end(),
  };
}

/** Whoever leads the desk: an index officer who is also team manager of it. */
async function leadOf(cast: Cast, agencyId: string, teamId: string): Promise<StaffActor> {
  const lead = await cast.staff('INDEX', { agencyId, teamId, name: 'Lena Lead' });
  await cast.behind
    .insertInto('membership')
    .values({ staff_id: lead.staffId, agency_id: agencyId, team_id: teamId, role: 'TM', valid_from: '2020-01-01' })
    .execute();
  const [post] = lead.memberships;
  return {
    ...lead,
    memberships: [
      { ...post!, teamPurpose: 'index-desk' },
      { ...post!, role: 'TM', teamPurpose: 'index-desk' },
    ],
  };
}

async function ask(cast: Cast, agencyId: string, facts: AskedFacts): Promise<Asked> {
  const personId = await cast.person({ given_name: 'Amina', family_name: 'Hassan', ...facts.person });
  const otherPersonId = await cast.person({ given_name: 'Aminah', family_name: 'Hasan', ...facts.other });
  const source = await cast.behind
    .insertInto('source_record')
    .values({
      person_id: otherPersonId,
      agency_id: agencyId,
      local_id: `L-${otherPersonId}`,
      given_name: 'Aminah',
      family_name: 'Hasan',
      date_of_birth: '2018-03-02',
      sex: 'F',
      line1: '4 Elm Road',
      postcode: 'HA1 1AA',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const evidence = someEvidence();
  const row = await cast.behind
    .insertInto('link_question')
    .values({
      person_id: personId,
      other_person_id: otherPersonId,
      source_record_id: source.id,
      kind: facts.kind ?? 'record',
      harm: facts.harm ?? 'ordinary',
      needs_second_reader: ['twins', 'shielded'].includes(facts.harm ?? ''),
      model_version: standardModel.version,
      score: evidence.score,
      margin: null,
      evidence: JSON.stringify(evidence),
      because: 'Likely, but not likely enough to join without a person looking',
      worth: facts.worth ?? 0.5,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id: row.id, personId, otherPersonId, recordId: source.id };
}
