export { seedDemonstration, type SeedChoice, type Seeded } from './sample/seed-demonstration.ts';
export { personas } from './sample/personas.ts';
export { staffId } from './sample/staff.ts';
