import type { Session } from '../program/visitor.ts';

/** One thing somebody does: who, where, what they send, and what the answer must be. A chain goes on when it is answered. */
export interface Visit {
  kind: string;
  session: Session;
  path: string;
  form: Readonly<Record<string, string>> | null;
  expect: number;
  next?: Visit;
}

/** How one visit went. Milliseconds count from the moment it was due, so a generator that is late makes it longer, never shorter. */
export interface Sample {
  kind: string;
  milliseconds: number;
  status: number;
  bytes: number;
  asExpected: boolean;
}

/** What a generator is told to do. */
export interface Plan {
  address: string;
  visits: readonly Visit[];
  moments: readonly number[];
}
