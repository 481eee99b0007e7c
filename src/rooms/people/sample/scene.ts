import type { Loader } from '../../../platform/db/bulk-load.ts';
import type { Population } from './population-types.ts';
import type { Random } from './random.ts';

/** Someone who works in the demonstration borough, as histories name them. */
export type SampleStaff = { id: string; key: string; name: string; jobTitle: string; role: string; agencyId: string; agencyName: string; teamId: string | null; phone: string };

/** What a room's sample is given: a batch of people, who works there, and the moment the demonstration stands at. */
export type Scene = {
  loader: Loader;
  people: Population;
  /** People with a place of their own in a story (shielded, restricted): samples leave their families alone. */
  reserved: ReadonlySet<string>;
  staff(key: string): SampleStaff;
  staffOf(role: string): readonly SampleStaff[];
  /** The agency of a school or practice has the id of the school or practice. */
  agencyNamed(name: string): string;
  random: Random;
  now: Date;
  /** 0 for the first batch: the personas' own stories are told once, there. */
  batch: number;
};

/** A room's `sample.ts`: adds that room's histories to a batch already loaded. Called in the order of the rooms, downhill first. */
export type Sample = (scene: Scene) => Promise<void>;
