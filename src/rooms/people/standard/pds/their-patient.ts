import { z } from 'zod';
import type { PlainDate } from '../../../../platform/time/calendar-day.ts';
import { normalisePostcode } from '../../postcode.ts';

/** A person as the Personal Demographics Service holds them. */
export interface TheirPatient {
  number: string;
  names: readonly { given: readonly string[]; family: string | null; isNow: boolean }[];
  dateOfBirth: PlainDate | null;
  sex: 'F' | 'M' | 'U';
  addresses: readonly { lines: readonly string[]; postcode: string | null; isNow: boolean }[];
  /** Marked sensitive ("S-flag"): where they are is told to nobody. */
  isSensitive: boolean;
}

const period = z.object({ start: z.string().optional(), end: z.string().optional() }).optional();
const patient = z.object({
  resourceType: z.literal('Patient'),
  id: z.string().regex(/^\d{10}$/),
  meta: z.object({ security: z.array(z.object({ code: z.string().optional() })).optional() }).optional(),
  name: z
    .array(z.object({ use: z.string().optional(), family: z.string().optional(), given: z.array(z.string()).optional(), period }))
    .optional(),
  gender: z.string().optional(),
  birthDate: z.string().optional(),
  address: z
    .array(z.object({ use: z.string().optional(), line: z.array(z.string()).optional(), postalCode: z.string().optional(), period }))
    .optional(),
});
const bundle = z.object({
  resourceType: z.literal('Bundle'),
  total: z.number(),
  entry: z.array(z.object({ search: z.object({ score: z.number() }).optional(), resource: z.unknown() })).optional(),
});
const outcome = z.object({
  resourceType: z.literal('OperationOutcome'),
  issue: z.array(
    z.object({
      code: z.string().optional(),
      details: z.object({ coding: z.array(z.object({ code: z.string().optional() })).optional() }).optional(),
    }),
  ),
});

const sexes: Readonly<Record<string, 'F' | 'M'>> = { female: 'F', male: 'M' };
/** Some names and addresses carry a period that has ended; a usual name or home without one is current. */
const isOver = (it: { use?: string | undefined; period?: { end?: string | undefined } | undefined }, today: PlainDate): boolean =>
  it.use === 'old' || (it.period?.end !== undefined && it.period.end.slice(0, 10) < today);

/** Reads a Patient; null for one that is none or has no number. */
export function readPatient(body: unknown, today: PlainDate): TheirPatient | null {
  const read = patient.safeParse(body);
  if (!read.success) return null;
  const { data } = read;
  const names = (data.name ?? []).map((one) => ({ given: one.given ?? [], family: one.family ?? null, isNow: !isOver(one, today) }));
  const addresses = (data.address ?? []).map((one) => ({
    lines: (one.line ?? []).map((line) => line.trim()).filter(Boolean),
    postcode: normalisePostcode(one.postalCode ?? '') ?? null,
    isNow: !isOver(one, today) && one.use !== 'temp',
  }));
  return {
    number: data.id,
    // Canned answers of the sandbox hold nothing but names whose time is over: then the first stands for now.
    names: names.some((one) => one.isNow) ? names : names.map((one, at) => ({ ...one, isNow: at === 0 })),
    dateOfBirth: data.birthDate?.match(/^\d{4}-\d{2}-\d{2}$/)?.[0] ?? null,
    sex: sexes[data.gender ?? ''] ?? 'U',
    addresses: addresses.some((one) => one.isNow) ? addresses : addresses.map((one, at) => ({ ...one, isNow: at === 0 })),
    isSensitive: (data.meta?.security ?? []).some((one) => one.code === 'R' || one.code === 'V' || one.code === 'REDACTED'),
  };
}

/** What an answer says, whatever its shape: one person (with how alike, where searched), none, several, an invalidated number, or a fault
 *  with the service's own code. */
export type Said =
  | { kind: 'one'; patient: TheirPatient; score: number | null }
  | { kind: 'none' }
  | { kind: 'many' }
  | { kind: 'invalidated' }
  | { kind: 'fault'; code: string };

function saidByOutcome(body: unknown, status: number): Said {
  const read = outcome.safeParse(body);
  const codes = read.success
    ? read.data.issue.flatMap((one) => one.details?.coding?.flatMap(({ code }) => code ?? []) ?? one.code ?? [])
    : [];
  if (codes.includes('TOO_MANY_MATCHES')) return { kind: 'many' };
  if (codes.includes('INVALIDATED_RESOURCE')) return { kind: 'invalidated' };
  if (status === 404 || codes.includes('RESOURCE_NOT_FOUND') || codes.includes('INVALID_RESOURCE_ID')) return { kind: 'none' };
  return { kind: 'fault', code: codes[0] ?? `status ${status}` };
}

/** Reads the answer to a read of one number, or to a search. */
export function readAnswer({ status, body }: { status: number; body: unknown }, today: PlainDate): Said {
  const one = readPatient(body, today);
  if (one) return { kind: 'one', patient: one, score: null };
  const read = bundle.safeParse(body);
  if (!read.success) return saidByOutcome(body, status);
  const [only] = read.data.entry ?? [];
  if (read.data.total === 0 || !only) return { kind: 'none' };
  if (read.data.total > 1) return { kind: 'many' };
  const found = readPatient(only.resource, today);
  return found ? { kind: 'one', patient: found, score: only.search?.score ?? 1 } : { kind: 'fault', code: 'unreadable' };
}
