/** What a borough's people do in a day, in the proportions they do it: who asks for what, taken from the loaded database itself. */
import type { Pool } from 'pg';
import { signInPeople } from '../program/signed-in.ts';
import type { Session } from '../program/visitor.ts';
import type { Visit } from '../load/visit.ts';

/** Requests of each hundred. A concern is two of them: its words are saved, then it is sent. */
export const mix = { search: 20, queue: 15, record: 35, contact: 10, note: 8, concern: 6 } as const;

/** Requests one arrival makes on average: a concern is two. */
export const requestsEach =
  (mix.search + mix.queue + mix.record + mix.contact + mix.note + 2 * mix.concern) /
  (mix.search + mix.queue + mix.record + mix.contact + mix.note + mix.concern);

type Maker = () => Visit;

/** A maker of visits, by chance in proportion to the mix. */
export async function dayOf(superuser: Pool, chance: () => number): Promise<Maker> {
  const any = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const desk = await signInPeople(superuser, ['CO', 'MASH_M'], 10);
  const workers = await signInPeople(superuser, ['SW', 'TM', 'LP', 'EH_CO', 'HV', 'SN', 'GP', 'DSL'], 12);
  const referrers = await signInPeople(superuser, ['DSL', 'HV', 'GP', 'SENCO', 'POL_PPD', 'MIDW'], 60);
  const searchers = [...desk, ...workers.filter((one) => one.role !== 'DSL')];
  const [records, contacts, children] = [await recordsOf(superuser, workers), await openContacts(superuser), await namesOf(superuser)];
  // Each person sends one concern at a time, as people do: they take turns.
  let sent = 0;
  const makers: Record<keyof typeof mix, Maker> = {
    search: () => visit('search', any(searchers), '/people/find', 200, searchFor(any(children), chance())),
    queue: () => visit('queue', any(desk), '/front-door', 200),
    record: () => {
      const { session, personId } = any(records);
      return visit('record', session, `/children/${personId}`, 200);
    },
    contact: () => visit('contact', any(desk), `/front-door/contacts/${any(contacts)}`, 200),
    note: () =>
      visit('note', any(desk), `/front-door/contacts/${any(contacts)}/notes`, 303, {
        note: 'Spoke to the school: he was there this morning, on time and in his own coat.',
      }),
    concern: () => concern(referrers[sent++ % referrers.length]!, any(children)),
  };
  const weighed = (Object.keys(mix) as (keyof typeof mix)[]).flatMap((kind) => Array.from({ length: mix[kind] }, () => kind));
  return () => makers[any(weighed)]();
}

const visit = (kind: string, session: Session, path: string, expect: number, form: Visit['form'] = null): Visit => ({
  kind,
  session,
  path,
  form,
  expect,
});

/** Children whose record each of these people may see: by an involvement of their own. */
async function recordsOf(superuser: Pool, workers: readonly Session[]): Promise<{ session: Session; personId: string }[]> {
  const { rows } = await superuser.query<{ staff_id: string; person_id: string }>(
    `select staff_id, person_id from (
      select i.staff_id, i.person_id, row_number() over (partition by i.staff_id order by i.id) as place from involvement i join person p on p.id = i.person_id
       where i.staff_id = any($1) and i.ended_on is null and i.opens <> 'nothing' and p.shield = 'none' and not p.restricted and p.became_id is null
         and not exists (select 1 from conflict_of_interest c where c.staff_id = i.staff_id and c.person_id = i.person_id)) ranked where place <= 60`,
    [workers.map((one) => one.staffId)],
  );
  const sessionOf = new Map(workers.map((one) => [one.staffId, one]));
  if (rows.length === 0) throw new Error('Nobody of the loaded borough works with a child: there is no record to open.');
  return rows.map((row) => ({ session: sessionOf.get(row.staff_id)!, personId: row.person_id }));
}

async function openContacts(superuser: Pool): Promise<string[]> {
  const { rows } = await superuser.query<{ id: string }>(`select c.id from contact c where c.state in ('SUBMITTED', 'MATCHING', 'SCREENING')
    and not exists (select 1 from contact_recognition r join person p on p.id = r.person_id where r.contact_id = c.id and (p.shield = 'hidden' or p.restricted)) order by c.id`);
  return rows.map((row) => row.id);
}

interface Named {
  given: string;
  family: string;
  born: string;
}

async function namesOf(superuser: Pool): Promise<Named[]> {
  const { rows } =
    await superuser.query<Named>(`select given_name as given, family_name as family, date_of_birth::text as born from person tablesample system (2)
    where date_of_birth > current_date - interval '18 years' and given_name is not null and family_name is not null limit 2000`);
  return rows;
}

/** As people search: most know the name and the day; some spell it otherwise; some type the beginning. */
function searchFor({ given, family, born }: Named, chance: number): Record<string, string> {
  const [year = '', month = '', day = ''] = born.split('-');
  const typed =
    chance < 0.5
      ? { given, family }
      : chance < 0.8
        ? { given: misspelt(given), family: misspelt(family) }
        : { given: given.slice(0, 3), family: family.slice(0, 4) };
  return {
    ...typed,
    'born-day': day,
    'born-month': month,
    'born-year': year,
    reason: 'Working with this child or family',
    why: 'Measuring how fast a search is',
  };
}

const misspelt = (name: string): string => (name.length < 4 ? name : `${name.slice(0, 2)}${name[3]}${name[2]}${name.slice(4)}`);

const story =
  'He came to school for the third time this week without a coat and very hungry. He told his teaching assistant that nobody was at home when he woke up. ';

function concern(session: Session, { given, family, born }: Named): Visit {
  const [year = '', month = '', day = ''] = born.split('-');
  const words = {
    'p1-part': 'child',
    'p1-givenName': given,
    'p1-familyName': family,
    'p1-dob-day': day,
    'p1-dob-month': month,
    'p1-dob-year': year,
    whatHappened: story.repeat(4),
    yourPhone: '020 7946 0000',
    parentsInformed: 'yes',
  };
  return {
    ...visit('draft', session, '/drafts/save', 200, { _draft: 'concern', ...words }),
    next: visit('concern', session, '/concern/send', 303, {}),
  };
}
