import type { Loader } from '../../../platform/db/bulk-load.ts';
import type { DayNumber } from './days.ts';
import type { Population, SampleHousehold, SamplePerson, SampleSchool } from './population-types.ts';
import type { Random } from './random.ts';

/** Someone who works in the demonstration borough, as histories name them. */
export type SampleStaff = {
  id: string;
  key: string;
  name: string;
  jobTitle: string;
  role: string;
  agencyId: string;
  agencyName: string;
  teamId: string | null;
  phone: string;
};

/** The practitioners of a patch of two thousand children; the first patch is the personas' own. */
export type Patch = {
  leads: readonly SampleStaff[];
  coordinators: readonly SampleStaff[];
  familyWorkers: readonly SampleStaff[];
  socialWorkers: readonly SampleStaff[];
  managers: readonly SampleStaff[];
};

/** A family as a story needs it: children eldest first, the adults at home, who is reached first, and where each child goes to school. */
export type SampleFamily = {
  household: SampleHousehold;
  children: readonly SamplePerson[];
  adults: readonly SamplePerson[];
  /** The parent or carer who agrees to help and is spoken with. */
  carer: SamplePerson;
  schoolOf(childId: string): SampleSchool | undefined;
};

/** A decision at the front door that opened work, told by the room that did the work so that the front door can tell how it came. */
export type Origin = {
  contactId: string;
  kind: 'early-help' | 'referral';
  id: string;
  worryKey: string;
  family: SampleFamily;
  childIds: readonly string[];
  receivedAt: Date;
  source: string;
  /** The practitioner at work with the child now; none where the work has ended or has not begun. */
  worker?: SampleStaff;
};

/** What a room's sample is given: a batch of people, who works there, and the moment the demonstration stands at. */
export type Scene = {
  loader: Loader;
  people: Population;
  /** Families nothing has been told of yet, in an order of chance; a sample takes what it needs from the end. Guarded families are not among them. */
  families: SampleFamily[];
  staff(key: string): SampleStaff;
  patch: Patch;
  /** The agency of a school or practice has the id of the school or practice. */
  agencyNamed(name: string): string;
  /** The health visitor of a ward who uses Goldthread, where there is one. */
  healthVisitorOf(ward: string): SampleStaff | undefined;
  /** The safeguarding lead of a school who uses Goldthread, where there is one. */
  safeguardingLeadOf(schoolId: string | undefined): SampleStaff | undefined;
  random: Random;
  now: Date;
  today: DayNumber;
  /** 0 for the first batch: the personas' own stories are told once, there. */
  batch: number;
  /** Filled by casework, read by the front door. */
  origins: Origin[];
};

/** A room's `sample.ts`: adds that room's histories to a batch already loaded. Called in the order of the rooms, downhill first. */
export type Sample = (scene: Scene) => Promise<void>;
