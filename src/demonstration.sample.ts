/** What a demonstration adds to the program: its borough, and what each persona's day looks like. Loaded only where it is one. */
import { personas, seedDemonstration, staffId } from './rooms/desk/sample.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const wholeNumber = (text: string | undefined, fallback: number): number => (text && /^\d{1,7}$/.test(text) ? Number(text) : fallback);

/** Fills an empty database with the demonstration borough (SEED_CHILDREN, default 2,000; SEED, default 2026). */
export async function seedBorough(migratorUrl: string, env: Environment, now: Date, log: (message: string) => void): Promise<void> {
  const children = wholeNumber(env['SEED_CHILDREN'], 2_000);
  log(`Making a demonstration borough of ${children.toLocaleString('en-GB')} invented children…`);
  const seeded = await seedDemonstration({ url: migratorUrl, children, seed: wholeNumber(env['SEED'], 2026), now, log });
  log(`Made in ${seeded.seconds.toFixed(1)} s.`);
}

/** Staff id -> what their day looks like, in the order of the sign-in page. */
export const personaDays = (): ReadonlyMap<string, string> =>
  new Map(personas.flatMap((it) => (it.day === null ? [] : [[staffId(it.key), it.day] as const])));
