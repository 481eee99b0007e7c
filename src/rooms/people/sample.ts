import { loadFeedStories } from './feeds/sample.ts';
import { loadFoldStories } from './index-model/sample.ts';
import { loadReviewDesk } from './review/sample.ts';
import { dayNumber, isoDay, yearOfDays } from './sample/days.ts';
import { familiesOf, yearsOld } from './sample/families.ts';
import { institutionsOf } from './sample/institutions.ts';
import { healthTeamOf, loadInvolvements } from './sample/load-involvements.ts';
import { loadKept } from './sample/load-kept.ts';
import { heavyTables, loadPeople } from './sample/load-people.ts';
import { dramaLandline, dramaMobile } from './sample/numbers.ts';
import { populate } from './sample/population.ts';
import { randomFrom } from './sample/random.ts';
import { searchColumns, searchKeyLines } from './sample/search-key-lines.ts';
import { searchRow } from './search-keys.ts';

/** What the demonstration needs of this room: to make a borough, and to put it into the tables. */
export const peopleSample = {
  populate,
  institutionsOf,
  dramaMobile,
  loadPeople,
  loadInvolvements,
  loadKept,
  healthTeamOf,
  heavyTables,
  searchColumns,
  searchKeyLines,
  searchRow,
  randomFrom,
  dramaLandline,
  isoDay,
  dayNumber,
  yearOfDays,
  familiesOf,
  yearsOld,
  loadReviewDesk,
  loadFeedStories,
  loadFoldStories,
} as const;
export type { Population, SampleHousehold, SamplePerson } from './sample/population-types.ts';
export type { Sample, SampleStaff, Scene } from './sample/scene.ts';
export type { Origin, Patch, SampleFamily } from './sample/scene.ts';
