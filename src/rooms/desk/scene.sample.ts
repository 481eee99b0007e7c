import type { Cast } from '../../platform/access/cast.ts';
import { testNow } from '../../platform/access/cast.ts';
import type { StaffActor } from '../../platform/access/ctx.ts';

/** For tests: people who work, and a family that is being helped with a plan. */
export interface DeskScene {
  council: string;
  school: string;
  earlyHelpTeam: string;
  lead: StaffActor;
  coordinator: StaffActor;
  member: StaffActor;
  outsider: StaffActor;
  officer: StaffActor;
  director: StaffActor;
  manager: StaffActor;
  contactOfficer: StaffActor;
  teacher: StaffActor;
  shieldDesk: StaffActor;
  police: StaffActor;
  child: string;
  mother: string;
  familyId: string;
  episodeId: string;
}

/** Sets the scene past every policy, as rows stand in the database. */
export async function setDeskScene(cast: Cast): Promise<DeskScene> {
  const [council, school] = [await cast.agency('LA_SOCIAL_CARE', 'The council'), await cast.agency('SCHOOL', 'Elm School')];
  const [health, force] = [await cast.agency('COMMUNITY_HEALTH', 'Health trust'), await cast.agency('POLICE', 'The police')];
  const [earlyHelpTeam, otherTeam] = [
    await cast.team(council, 'early-help', 'Early help north'),
    await cast.team(council, 'early-help', 'Early help south'),
  ];
  const [frontDoor, desk] = [await cast.team(council, 'front-door'), await cast.team(council, 'shield-desk')];
  const at = (agencyId: string, name: string, teamId?: string) => ({ agencyId, name, ...(teamId ? { teamId } : {}) });
  const people = {
    lead: await cast.staff('LP', at(council, 'Lena Lead')),
    coordinator: await cast.staff('EH_CO', at(council, 'Cora Ordinator', earlyHelpTeam)),
    member: await cast.staff('HV', at(health, 'Hetty Visitor')),
    outsider: await cast.staff('LP', at(council, 'Otto Outsider', otherTeam)),
    officer: await cast.staff('DPO', at(council, 'Petra Privacy')),
    director: await cast.staff('DCS', at(council, 'Dora Director')),
    manager: await cast.staff('MASH_M', at(council, 'Mo Manager', frontDoor)),
    contactOfficer: await cast.staff('CO', at(council, 'Con Officer', frontDoor)),
    teacher: await cast.staff('DSL', at(school, 'Tess Teacher')),
    shieldDesk: await cast.staff('SHIELD', at(council, 'Shay Shield', desk)),
    police: await cast.staff('POL_PPD', at(force, 'Pat Police')),
  };
  const helped = await helpedFamily(cast, { name: 'Hassan family', lead: people.lead, leadAgency: council, teamId: earlyHelpTeam });
  await cast.behind
    .insertInto('taf_member')
    .values({
      episode_id: helped.episodeId,
      staff_id: people.member.staffId,
      agency_id: health,
      part: 'health visitor',
      invited_by: people.lead.staffId,
      invited_at: testNow,
      accepted_at: testNow,
    })
    .execute();
  return { council, school, earlyHelpTeam, ...people, ...helped };
}

/** A family with one child and a mother, an episode of early help with an active lead, and an agreed plan without goals. */
export async function helpedFamily(cast: Cast, it: { name: string; lead: StaffActor; leadAgency: string; teamId: string }) {
  const [child, mother] = [
    await cast.person({ given_name: 'Amina', family_name: 'Hassan' }),
    await cast.person({ given_name: 'Salma', family_name: 'Hassan', date_of_birth: '1990-05-01' }),
  ];
  const one = await cast.behind
    .selectFrom('family')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  const { id: familyId } = await cast.behind
    .insertInto('family')
    .values({ reference: `F-${7000 + Number(one.count)}`, name: it.name, created_at: testNow })
    .returning('id')
    .executeTakeFirstOrThrow();
  await cast.behind
    .insertInto('family_member')
    .values([
      { family_id: familyId, person_id: child, part: 'child', lives_here: true, valid_from: '2026-01-01' },
      { family_id: familyId, person_id: mother, part: 'parent', lives_here: true, valid_from: '2026-01-01' },
    ])
    .execute();
  const { id: episodeId } = await cast.behind
    .insertInto('early_help_episode')
    .values({
      family_id: familyId,
      state: 'PLAN_ACTIVE',
      requested_at: new Date('2026-10-01T09:00:00Z'),
      request_reason: 'Mornings are hard',
      team_id: it.teamId,
      agreed_on: '2026-10-02',
      plan_agreed_on: '2026-10-20',
      next_review_on: '2026-11-23',
      story: 'Amina is eight. Mornings are hard since dad left.',
      story_by: it.lead.staffId,
      story_at: new Date('2026-11-10T09:00:00Z'),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await cast.behind
    .insertInto('lead_professional')
    .values({
      episode_id: episodeId,
      staff_id: it.lead.staffId,
      agency_id: it.leadAgency,
      state: 'active',
      chosen_by: 'the family',
      offer_note: 'Asked',
      offered_by: it.lead.staffId,
      offered_at: testNow,
      started_on: '2026-10-03',
    })
    .execute();
  await cast.behind
    .insertInto('plan')
    .values({ episode_id: episodeId, state: 'active', agreed_on: '2026-10-20', changed_by: it.lead.staffId, changed_at: testNow })
    .execute();
  return { child, mother, familyId, episodeId };
}

/** Adds goals that cite an outcome to a family's plan, written down a week before the tests take place. */
export async function addGoals(
  cast: Cast,
  episodeId: string,
  by: StaffActor,
  outcomeId: string,
  count: number,
  state = 'working',
): Promise<void> {
  const plan = await cast.behind.selectFrom('plan').select('id').where('episode_id', '=', episodeId).executeTakeFirstOrThrow();
  const written = new Date(testNow.getTime() - 7 * 24 * 3_600_000);
  await cast.behind
    .insertInto('plan_goal')
    .values(
      Array.from({ length: count }, (_, at) => ({
        plan_id: plan.id,
        episode_id: episodeId,
        outcome_id: outcomeId,
        family_words: `Goal ${at + 1} of the family`,
        how_we_will_know: 'We will see',
        baseline: 3,
        target: 8,
        state,
        position: at + 1,
        created_by: by.staffId,
        created_at: written,
        changed_by: by.staffId,
        changed_at: written,
      })),
    )
    .execute();
}
