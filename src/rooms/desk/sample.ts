export { seedDemonstration, type SeedChoice, type Seeded } from './sample/seed-demonstration.ts';
export { personaDays, staffId } from './sample/staff.ts';
