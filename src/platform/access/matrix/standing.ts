import type { Asker } from './people.sample.ts';
import type { Row } from './planting.sample.ts';

/** Every row of every table, read past all policies. Dates are YYYY-MM-DD, times ISO 8601. */
export interface Facts {
  rows(table: string): readonly Row[];
  today: string;
  now: Date;
}

/** How one asker stands, worked out from the facts alone after domain list 2.1 (who holds a relationship, until when) and 2.6
 *  (who is shut out whatever the relationship). Nothing here reads the product's roles, policies or functions. */
export interface Standing {
  asker: Asker;
  /** Holds at least one post today, in an agency that is not suspended, and has not left. */
  works: boolean;
  roles: ReadonlySet<string>;
  teams: ReadonlySet<unknown>;
  agencies: ReadonlySet<unknown>;
  purposes: ReadonlySet<unknown>;
  /** People whose identity is open: involvement of self, team or whole agency; a stated look-up; an emergency. */
  known: ReadonlySet<unknown>;
  /** People whose help is open: own or team's work, or an emergency. */
  helped: ReadonlySet<unknown>;
  /** Named on a shield list or an access list, or in an emergency that does not concern a hidden person. */
  leave: ReadonlySet<unknown>;
  /** A conflict of interest stands today. */
  conflict: ReadonlySet<unknown>;
  /** Hidden or restricted without leave, or in conflict: everything about them is shut. */
  shut: ReadonlySet<unknown>;
  is(...roles: string[]): boolean;
}

const until = (day: unknown, today: string): boolean => day === null || String(day) >= today;
const running = (row: Row, now: Date): boolean => new Date(String(row['runs_out_at'])) > now;
const ids = (rows: readonly Row[], column: string): Set<unknown> => new Set(rows.map((row) => row[column]));

interface Posts {
  works: boolean;
  roles: Set<string>;
  teams: Set<unknown>;
  agencies: Set<unknown>;
  purposes: Set<unknown>;
}

/** Posts held today (2.2): begun, not ended, in an agency that is not suspended, by someone who has not left. */
function postsOf(facts: Facts, staffId: string | null): Posts {
  const suspended = ids(
    facts.rows('agency').filter((agency) => agency['suspended_at'] !== null),
    'id',
  );
  const gone = facts.rows('staff').some((one) => one['id'] === staffId && !until(one['left_on'], facts.today));
  const held = gone
    ? []
    : facts
        .rows('membership')
        .filter(
          (post) =>
            staffId !== null &&
            post['staff_id'] === staffId &&
            String(post['valid_from']) <= facts.today &&
            until(post['valid_to'], facts.today) &&
            !suspended.has(post['agency_id']),
        );
  const teams = ids(
    held.filter((post) => post['team_id'] !== null),
    'team_id',
  );
  const purposes = ids(
    facts.rows('team').filter((team) => teams.has(team['id'])),
    'purpose',
  );
  return {
    works: held.length > 0,
    roles: new Set(held.map((post) => String(post['role']))),
    teams,
    agencies: ids(held, 'agency_id'),
    purposes,
  };
}

/** How `asker` stands today. */
export function standingOf(facts: Facts, asker: Asker): Standing {
  const posts = postsOf(facts, asker.staffId);
  const mine = (row: Row): boolean => posts.works && row['staff_id'] === asker.staffId;
  const ours = (row: Row): boolean => posts.teams.has(row['team_id']);
  const live = facts.rows('involvement').filter((row) => row['ended_on'] === null);
  const emergencies = facts.rows('break_glass').filter((row) => mine(row) && running(row, facts.now));
  const wholeAgency = (row: Row): boolean => row['team_id'] === null && row['staff_id'] === null && posts.agencies.has(row['agency_id']);
  const looks = facts.rows('index_look').filter((row) => mine(row) && running(row, facts.now));
  const known = ids(
    [...live.filter((row) => row['opens'] !== 'nothing' && (mine(row) || ours(row) || wholeAgency(row))), ...looks, ...emergencies],
    'person_id',
  );
  const helped = ids([...live.filter((row) => row['opens'] === 'work' && (mine(row) || ours(row))), ...emergencies], 'person_id');
  const people = facts.rows('person');
  const hidden = ids(
    people.filter((row) => row['shield'] === 'hidden'),
    'id',
  );
  const allowed = [
    ...facts.rows('shield_allow').filter((row) => mine(row) || ours(row)),
    ...facts.rows('restriction_allow').filter(mine),
  ].filter((row) => until(row['valid_to'], facts.today));
  const leave = ids([...allowed, ...emergencies.filter((row) => !hidden.has(row['person_id']))], 'person_id');
  const conflict = ids(
    facts
      .rows('conflict_of_interest')
      .filter(
        (row) => row['staff_id'] === asker.staffId && String(row['valid_from']) <= facts.today && until(row['valid_to'], facts.today),
      ),
    'person_id',
  );
  const shut = new Set([
    ...ids(
      people.filter((row) => (row['shield'] === 'hidden' || row['restricted'] === true) && !leave.has(row['id'])),
      'id',
    ),
    ...conflict,
  ]);
  return { asker, ...posts, known, helped, leave, conflict, shut, is: (...roles) => roles.some((role) => posts.roles.has(role)) };
}
