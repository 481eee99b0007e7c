export { personaDays } from './rooms/desk/sample.ts'
import { seedDemonstration } from './rooms/desk/sample.ts'
import type { Environment } from './platform/db/urls.ts'

/** A whole number from the environment, or `usual` where it is not set. Throws, in words, on anything else. */
function wholeNumber(env: Environment, name: string, usual: number): number {
  const text = env[name]?.trim() ?? ''
  if (text === '') return usual
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new Error(`${name} is not a whole number above 0: ${text}`)
  return Number(text)
}

/**
 * Fills the empty database at `url` (the migrator's login) with the demonstration borough: `SEED_CHILDREN` children (2,000)
 * from the number `SEED` (2026). Throws where the database already holds people.
 */
export async function seedFrom(env: Environment, url: string, log: (message: string) => void): Promise<void> {
  const seeded = await seedDemonstration({
    url, children: wholeNumber(env, 'SEED_CHILDREN', 2000), seed: wholeNumber(env, 'SEED', 2026), now: new Date(), log,
  })
  log(`Seeded ${seeded.children} children among ${seeded.people} people in ${seeded.seconds.toFixed(1)} s: ${seeded.childrenPerSecond} children a second.`)
}
