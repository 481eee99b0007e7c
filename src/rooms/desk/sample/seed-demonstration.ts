import { bulkLoad, type Loader } from '../../../platform/db/bulk-load.ts';
import { londonDate } from '../../../platform/time/london.ts';
import { caseworkSample } from '../../casework/sample.ts';
import { frontDoorSample } from '../../front-door/sample.ts';
import { nameOwners } from '../../outcomes/sample.ts';
import { peopleSample, type Sample } from '../../people/sample.ts';
import { agencyFinder, agencyId, loadAgencies, teamId } from './agencies.ts';
import { healthTeams, loadFeeds } from './feeds.ts';
import { loadApplications } from './applications.ts';
import { chooseGuarded, loadGuarded, loadWaiting, reservedPeople, shieldedPeople } from './guarded.ts';
import { sampleId } from './sample-id.ts';
import { loadStaff, staffId } from './staff.ts';
import { loadSystems } from './systems.ts';
import { townOf } from './town.ts';

/** What to seed. `now` is the moment the demonstration stands at: clocks run and ages count from it. */
export type SeedChoice = {
  /** The migrator's login. */
  url: string;
  children: number;
  seed: number;
  now: Date;
  log?: (message: string) => void;
};

/** What was seeded and how long it took, for whoever prints it. */
export type Seeded = { children: number; people: number; seconds: number; childrenPerSecond: number };

/** The rooms' samples in the order of the house, downhill first. */
const samples: readonly Sample[] = [caseworkSample.tell, frontDoorSample.tell];
const heavy = [...new Set<string>([...peopleSample.heavyTables, ...caseworkSample.heavyTables, ...frontDoorSample.heavyTables])];

/**
 * Fills an empty database with the demonstration borough and marks it as a demonstration, in one transaction: all or
 * nothing. Refuses a database that already holds people. Everyone in it is invented; the same seed, number and day
 * give the same borough.
 */
export async function seedDemonstration(choice: SeedChoice): Promise<Seeded> {
  const started = performance.now();
  const people = await bulkLoad(
    { url: choice.url, heavy },
    {
      fill: async (loader) => {
        const [found] = await loader.query<{ there: boolean }>('select exists (select from person) as there');
        if (found?.there === true)
          throw new Error('This database already holds people: the demonstration is only ever put into an empty one.');
        return await fill(loader, choice);
      },
      follow: async (loader) => {
        await caseworkSample.involve(loader);
        await peopleSample.loadKept(loader, keptCast(choice.now));
        await frontDoorSample.numberOn(loader);
        await peopleSample.loadFoldStories({
          loader,
          now: choice.now,
          officer: staffId('index-officer'),
          worker: staffId('lead-practitioner'),
          workerAgency: agencyId('council'),
          agencies: { school: agencyId('council'), health: agencyId('community-health'), hospital: agencyId('hospital') },
          feeds: { school: sampleId('feed rolls'), health: sampleId('feed health visiting') },
        });
        await peopleSample.loadReviewDesk({
          loader,
          seed: choice.seed,
          now: choice.now,
          agencies: {
            health: agencyId('community-health'),
            hospital: agencyId('hospital'),
            housing: agencyId('housing'),
            police: agencyId('police'),
          },
          readers: [staffId('index-officer'), staffId('index-officer-2')],
        });
      },
    },
  );
  const seconds = (performance.now() - started) / 1000;
  const seeded = { children: choice.children, people, seconds, childrenPerSecond: Math.round(choice.children / seconds) };
  choice.log?.(
    `${seeded.children} children among ${people} people in ${seconds.toFixed(1)} s: ${seeded.childrenPerSecond} children a second`,
  );
  return seeded;
}

/** Who plays which part in the stories of who is involved. */
const keptCast = (now: Date): Parameters<typeof peopleSample.loadKept>[1] => ({
  now,
  worker: staffId('lead-practitioner'),
  asker: staffId('social-worker'),
  leaver: staffId('social-worker-2'),
  service: { agencyId: agencyId('community-health'), teamId: teamId('community-health', 'health-0') },
  areaTeams: [healthTeams.map((team) => team.id), [teamId('early-help', 'early-help-north'), teamId('early-help', 'early-help-south')]],
});

async function fill(loader: Loader, choice: SeedChoice): Promise<number> {
  const { seed, children, now, log } = choice;
  const asOf = londonDate(now);
  await markAsDemonstration(loader, choice);
  await loadAgencies(loader, seed, asOf);
  await loadStaff(loader, seed, asOf, peopleSample.isoDay(peopleSample.dayNumber(asOf) + 4));
  await loadSystems(loader, asOf);
  await loadApplications(loader, now, agencyFinder(seed));
  await nameOwners(loader, {
    childrensBoard: staffId('director'),
    healthBoard: staffId('commissioner'),
    safeguarding: staffId('director'),
  });
  const feeds = await loadFeeds(loader, now);
  const recordedAt = new Date(now.getTime() - 30 * 86_400_000);
  const sceneOf = townOf({ loader, seed, now, asOf });
  let [people, done, number] = [0, 0, 0];
  let searchKeys: AsyncGenerator<string> | undefined;
  for (const batch of peopleSample.populate({ seed, children, asOf })) {
    const guarded = number === 0 ? chooseGuarded(batch) : null;
    searchKeys ??= peopleSample.searchKeyLines({ seed, children, asOf }, shieldedPeople(guarded));
    await peopleSample.loadPeople(loader, batch, recordedAt);
    await peopleSample.loadInvolvements(loader, batch, feeds, healthTeams, asOf);
    if (guarded) await loadGuarded(loader, guarded);
    if (guarded) await loadWaiting({ loader, guarded, now });
    const scene = await sceneOf(batch, number, reservedPeople(guarded));
    for (const sample of samples) await sample(scene);
    await loader.copyLines('person_search', peopleSample.searchColumns, (await searchKeys.next()).value as string);
    people += batch.people.length;
    done += batch.people.filter((it) => it.part === 'child').length;
    number += 1;
    if (number % 5 === 0 || done === children) log?.(`${done.toLocaleString('en-GB')} of ${children.toLocaleString('en-GB')} children`);
  }
  log?.('Indexes and keys…');
  return people;
}

async function markAsDemonstration(loader: Loader, choice: SeedChoice): Promise<void> {
  await loader.copy(
    'setting',
    ['key', 'value', 'note'],
    [
      ['demonstration', 'true', 'Every person in this database is invented; the demonstration sign-in is offered'],
      ['demonstration-seed', String(choice.seed), 'Seed number the borough was made from'],
      ['early-help-inbox-team', teamId('early-help', 'early-help-north'), 'Team that new requests for early help go to'],
      ['referral-inbox-team', teamId('social-care', 'assessment-east'), 'Team that new referrals go to'],
    ],
  );
}
