import type { FakePatient, FakePds } from '../../../../fakes/pds/index.ts';
import { inventedPatients } from '../../../../fakes/pds/index.ts';
import { makeCast, testNow, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { connectPds, openPds } from '../../../platform/nhs/pds.ts';
import { pdsTrial } from '../../../platform/nhs/pds-trial.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { peopleRoom } from '../room.ts';
import { searchRow } from '../search-keys.ts';
import { askNhs } from './jobs.ts';

/** For tests: the people room over a database, connected to the fake NHS, with people who look after numbers. */
export interface NumbersTrial {
  cast: Cast;
  site: Visits;
  fake: FakePds;
  patients: FakePatient[];
  council: string;
  desk: StaffActor;
  analyst: StaffActor;
  shield: StaffActor;
  worker: StaffActor;
  child(facts: {
    given: string | null;
    family: string;
    born: string;
    sex?: string;
    number?: string;
    line?: string;
    postcode?: string;
    person?: Record<string, unknown>;
  }): Promise<string>;
  /** Runs the jobs that were asked for, one after the other, until none is left or so many ran. */
  work(most?: number): Promise<number>;
  outcomeOf(personId: string): Promise<string | null>;
  end(): Promise<void>;
}

/** Starts it all. Call `end()` when done. */
export async function numbersTrial(): Promise<NumbersTrial> {
  const cast = await makeCast();
  const patients = [...inventedPatients];
  const { fake, settings } = await pdsTrial({ patients: () => patients });
  connectPds(openPds(settings, { now: () => Date.now(), wait: async () => undefined }));
  const council = await cast.agency('LA_SOCIAL_CARE', 'Harrow Council');
  const team = (purpose: string) => cast.team(council, purpose);
  const [desk, analyst, shield, worker] = [
    await cast.staff('INDEX', { agencyId: council, teamId: await team('index-desk'), name: 'Tunde Bakare' }),
    await cast.staff('PERF', { agencyId: council }),
    await cast.staff('SHIELD', { agencyId: council, teamId: await team('shield-desk') }),
    await cast.staff('SW', { agencyId: council, teamId: await team('social-work') }),
  ];
  let ran = 0;
  return {
    cast,
    fake,
    patients,
    council,
    desk,
    analyst,
    shield,
    worker,
    site: await visits(cast, [peopleRoom]),
    child: (facts) => plantChild(cast, facts),
    work: async (most = 100) => {
      for (let done = 0; done < most; done += 1) {
        const job = await cast.behind
          .selectFrom('job')
          .selectAll()
          .where('kind', '=', 'people.ask-nhs')
          .where('state', '=', 'ready')
          .orderBy('id')
          .limit(1)
          .executeTakeFirst();
        if (!job) return done;
        ran += 1;
        const run = { id: job.id, attempt: 1, key: null, signal: new AbortController().signal };
        await cast.asSystem((ctx) => askNhs.run(ctx, job.payload, run), new Date(testNow.getTime() + ran * 1_000));
        await cast.behind.updateTable('job').set({ state: 'done' }).where('id', '=', job.id).execute();
      }
      return most;
    },
    outcomeOf: async (personId) =>
      (await cast.behind.selectFrom('nhs_trace').select('outcome').where('person_id', '=', personId).executeTakeFirst())?.outcome ?? null,
    end: async () => {
      connectPds(null);
      await fake.stop();
      await cast.end();
    },
  };
}

async function plantChild(cast: Cast, facts: Parameters<NumbersTrial['child']>[0]): Promise<string> {
  const { given, family, born, sex = 'F', number, line = '12 Acre Road', postcode = 'HA1 2XY' } = facts;
  const id = await cast.person({ given_name: given, family_name: family, date_of_birth: born, sex, ...facts.person });
  await cast.behind
    .insertInto('person_address')
    .values({ person_id: id, line1: line, town: 'Harrow', postcode, ward: 'Greenhill', source: 'test' })
    .execute();
  if (number)
    await cast.behind
      .insertInto('identifier')
      .values({ person_id: id, kind: 'nhs-number', value: number, source: 'School roll' })
      .execute();
  const row = searchRow({
    names: [{ given, family }],
    dateOfBirth: born,
    postcodes: [postcode],
    wards: [],
    identifiers: number ? [number] : [],
  });
  await cast.behind
    .insertInto('person_search')
    .values({ person_id: id, ...row })
    .execute();
  return id;
}
