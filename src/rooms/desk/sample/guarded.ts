import type { Loader } from '../../../platform/db/bulk-load.ts';
import { peopleSample, type Population, type SamplePerson } from '../../people/sample.ts';
import { teamId } from './agencies.ts';
import { sampleId } from './sample-id.ts';
import { staffId } from './staff.ts';

type Family = { id: string; people: SamplePerson[]; children: SamplePerson[] };

/** Families with stories of their own: shielded, restricted, in conflict. No other story is told about them. */
export type Guarded = { location: Family[]; hidden: Family; restricted: Family[]; conflict: Family };

function familiesOf(batch: Population, shape: string, children: number): Family[] {
  const people = Map.groupBy(batch.people, (it) => it.householdId);
  return batch.households
    .filter((it) => it.shape === shape)
    .map((it) => ({
      id: it.id,
      people: people.get(it.id) ?? [],
      children: (people.get(it.id) ?? []).filter((person) => person.part === 'child'),
    }))
    .filter((family) => family.children.length === children);
}

/** Picks the guarded families of a borough from its first batch: the same ones for the same seed. Null in a borough too small to have them. */
export function chooseGuarded(batch: Population): Guarded | null {
  const [pair, single] = [familiesOf(batch, 'lone mother', 2), familiesOf(batch, 'lone mother', 1)];
  const [first, second, third] = familiesOf(batch, 'two parents', 1);
  const [hidden, location] = pair;
  const alone = single[0];
  if (!hidden || !location || !alone || !first || !second || !third) return null;
  return { hidden, location: [location, alone], restricted: [first, second], conflict: third };
}

/** Ids of everyone in a guarded family. */
export function reservedPeople(guarded: Guarded | null): Set<string> {
  if (!guarded) return new Set();
  return new Set(
    [guarded.hidden, guarded.conflict, ...guarded.location, ...guarded.restricted].flatMap((family) => family.people.map((it) => it.id)),
  );
}

/** Ids of everyone whose address must not be found. */
export function shieldedPeople(guarded: Guarded | null): Set<string> {
  if (!guarded) return new Set();
  return new Set([guarded.hidden, ...guarded.location].flatMap((family) => family.people.map((it) => it.id)));
}

const ids = (people: readonly SamplePerson[]): string[] => people.map((it) => it.id);

/** The moment the demonstration stands at, and whom the desk's question is about. */
type Waiting = { loader: Loader; guarded: Guarded; now: Date };

/** What waits for the shield desk (someone just recorded may be a hidden child) and for the privacy officer (a closed record opened last night). */
export async function loadWaiting({ loader, guarded, now }: Waiting): Promise<void> {
  const ago = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);
  await askShieldDesk(loader, guarded, ago(5));
  const child = guarded.restricted[0]?.children[0];
  if (!child) return;
  const glass = sampleId('emergency access');
  await loader.copy(
    'break_glass',
    ['id', 'staff_id', 'person_id', 'reason', 'opened_at', 'runs_out_at'],
    [
      [
        glass,
        staffId('social-worker-2'),
        child.id,
        'Out-of-hours call: child found alone at a bus stop and nobody on the list could be reached',
        ago(15),
        ago(7),
      ],
    ],
  );
  await loader.copy(
    'alert',
    ['role', 'kind', 'record_id', 'href', 'raised_at'],
    [['DPO', 'break-glass', glass, '/emergency-access', ago(15)]],
  );
}

async function askShieldDesk(loader: Loader, { hidden }: Guarded, at: Date): Promise<void> {
  const child = hidden.children[0];
  if (!child) return;
  const id = sampleId('possibly shielded');
  const officer = staffId('contact-officer');
  const born = child.bornOn === null ? null : peopleSample.isoDay(child.bornOn);
  await loader.copy(
    'person',
    [
      'id',
      'given_name',
      'family_name',
      'date_of_birth',
      'sex',
      'ethnicity',
      'shield',
      'shield_pending',
      'is_synthetic',
      'created_at',
      'created_by',
    ],
    [[id, child.given, child.family, born, child.sex, 'NOBT', 'hidden', true, true, at, officer]],
  );
  const row = peopleSample.searchRow({
    names: [{ given: child.given, family: child.family }],
    dateOfBirth: born,
    postcodes: [],
    wards: [],
    identifiers: [],
  });
  await loader.copy('person_search', ['person_id', 'keys', 'heard', 'folded'], [[id, row.keys, row.heard, row.folded]]);
  await loader.copy(
    'shield_allow',
    ['person_id', 'staff_id', 'team_id', 'reason'],
    [
      [id, officer, null, 'Recorded this person'],
      [id, null, teamId('social-care', 'front-door'), 'Team of whoever recorded this person'],
    ],
  );
  await loader.query('insert into shield_question (person_id, shielded_id, reasons, raised_at) values ($1, $2, $3, $4)', [
    id,
    child.id,
    { raised: 'on recording' },
    at,
  ]);
  await loader.copy('alert', ['role', 'kind', 'record_id', 'href', 'raised_at'], [['SHIELD', 'shield-question', id, '/shield', at]]);
}

/** Five shielded children (three by location, two not findable at all), two restricted records and one conflict of interest. */
export async function loadGuarded(loader: Loader, guarded: Guarded): Promise<void> {
  for (const family of guarded.location)
    await shield(loader, family, 'location', 'Domestic abuse: the address must not reach a former partner');
  await shield(loader, guarded.hidden, 'hidden', 'Moved under protection: the family must not be found');
  for (const [at, family] of guarded.restricted.entries()) {
    const reason = at === 0 ? 'Child of a councillor' : 'Child of a member of staff of children’s services';
    await loader.query('update person set restricted = true where id = any($1::uuid[])', [ids(family.children)]);
    await loader.copy(
      'restriction_allow',
      ['person_id', 'staff_id', 'reason'],
      family.children.map((child) => [child.id, staffId('team-manager'), reason]),
    );
  }
  const neighbour = guarded.conflict.children[0];
  if (neighbour)
    await loader.copy(
      'conflict_of_interest',
      ['staff_id', 'person_id', 'nature', 'declared_by'],
      [[staffId('contact-officer'), neighbour.id, 'neighbour', staffId('contact-officer')]],
    );
}

async function shield(loader: Loader, family: Family, kind: 'location' | 'hidden', reason: string): Promise<void> {
  const together = ids(family.people.filter((it) => it.livesHere));
  await loader.query('update person set shield = $2 where id = any($1::uuid[])', [together, kind]);
  await loader.query('update person_address set shielded = true where person_id = any($1::uuid[])', [together]);
  await loader.query(
    `update person_contact_point set is_safe = false, safe_note = 'Do not ring or write: agree with the shield desk first' where person_id = any($1::uuid[])`,
    [together],
  );
  await loader.copy(
    'shield_allow',
    ['person_id', 'staff_id', 'team_id', 'reason'],
    together.flatMap((id) => [
      [id, null, teamId('social-care', 'shield-desk'), reason],
      [id, staffId('social-worker'), null, `${reason}; allocated social worker`],
    ]),
  );
  await loader.copy(
    'warning_note',
    ['person_id', 'kind', 'note', 'review_on', 'agreed_by'],
    family.children.map((child) => [
      child.id,
      'do not disclose',
      'The address is not to be given to anyone. Ring the shield desk.',
      '2027-06-01',
      staffId('team-manager'),
    ]),
  );
}
