import { sql } from 'kysely';
import { saw, type Ctx, type StaffCtx } from '../../platform/access/ctx.ts';
import { found } from '../../platform/access/refusal.ts';
import { nameOf } from './person.ts';
import { personRow } from './person.store.ts';
import { londonDay } from './today.ts';

/** Someone's place in a family. */
export interface FamilyMember {
  personId: string;
  name: string;
  dateOfBirth: string | null;
  part: FamilyPart;
  livesHere: boolean;
  safeToContact: boolean;
}
export type FamilyPart = 'child' | 'parent' | 'carer' | 'other adult' | 'unborn';
export interface Family {
  id: string;
  reference: string;
  name: string;
  members: FamilyMember[];
}
export interface JoiningPerson {
  personId: string;
  part: FamilyPart;
  livesHere?: boolean;
}

/** The family some of these people belong to today, or a new one named after the first; people given who are not yet in it are added.
 *  With `familyId`, that family. A plain id is a child. Returns the family's id. */
export async function familyWith(ctx: StaffCtx, people: readonly (string | JoiningPerson)[], familyId?: string): Promise<string> {
  const joining = people.map((one) => (typeof one === 'string' ? { personId: one, part: 'child' as const } : one));
  const id =
    familyId ??
    (await familyOfMost(
      ctx,
      joining.map((one) => one.personId),
    )) ??
    (await newFamily(ctx, found(joining[0]).personId));
  const known = await ctx.tx
    .selectFrom('family_member')
    .select('person_id')
    .where('family_id', '=', id)
    .where('valid_to', 'is', null)
    .execute();
  const missing = joining.filter((one) => !known.some((it) => it.person_id === one.personId));
  if (missing.length > 0) {
    await ctx.tx
      .insertInto('family_member')
      .values(
        missing.map((one) => ({
          family_id: id,
          person_id: one.personId,
          part: one.part,
          lives_here: one.livesHere ?? true,
          valid_from: londonDay(ctx),
        })),
      )
      .onConflict((clash) => clash.columns(['family_id', 'person_id', 'valid_from']).doUpdateSet({ valid_to: null }))
      .execute();
  }
  return id;
}

/** The family most of these people are in today; null when none is in any. */
async function familyOfMost(ctx: Ctx, personIds: readonly string[]): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('family_member')
    .select('family_id')
    .where('person_id', 'in', personIds)
    .where('valid_to', 'is', null)
    .groupBy('family_id')
    .orderBy((of) => of.fn.countAll(), 'desc')
    .orderBy('family_id')
    .limit(1)
    .executeTakeFirst();
  return row?.family_id ?? null;
}

async function newFamily(ctx: StaffCtx, firstId: string): Promise<string> {
  const first = await personRow(ctx, firstId);
  const { rows } = await sql<{ reference: string }>`select 'F-' || nextval('family_number') as reference`.execute(ctx.tx);
  const { id } = await ctx.tx
    .insertInto('family')
    .values({
      reference: rows[0]?.reference ?? '',
      name: `${first.family_name ?? nameOf(first)} family`,
      created_at: ctx.now,
      created_by: ctx.who.staffId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A family and those of its members the reader may see; tells the audit who was seen. Throws notFound. */
export async function familyOf(ctx: Ctx, familyId: string): Promise<Family> {
  const family = found(await ctx.tx.selectFrom('family').select(['id', 'reference', 'name']).where('id', '=', familyId).executeTakeFirst());
  const members = await ctx.tx
    .selectFrom('family_member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .where('m.family_id', '=', familyId)
    .where('m.valid_to', 'is', null)
    .select(['p.id', 'p.given_name', 'p.family_name', 'p.preferred_name', 'p.date_of_birth', 'm.part', 'm.lives_here'])
    .select((of) =>
      of
        .exists(
          of.selectFrom('person_contact_point as c').select('c.id').whereRef('c.person_id', '=', 'p.id').where('c.is_safe', '=', false),
        )
        .as('unsafe'),
    )
    .orderBy('p.date_of_birth')
    .execute();
  saw(ctx, ...members.map((one) => one.id));
  return {
    ...family,
    members: members.map((one) => ({
      personId: one.id,
      name: nameOf(one),
      dateOfBirth: one.date_of_birth,
      part: one.part as FamilyPart,
      livesHere: one.lives_here,
      safeToContact: !one.unsafe,
    })),
  };
}

/** One way to reach a person: whether it is safe, and when and how. */
export interface ContactPoint {
  kind: 'phone' | 'email';
  value: string;
  isSafe: boolean;
  note: string | null;
}

/** How it is safe to reach a person today: safe ways first, then what must never be used. Every send asks here first. Throws notFound. */
export async function safeContact(ctx: Ctx, personId: string): Promise<ContactPoint[]> {
  await personRow(ctx, personId);
  const points = await ctx.tx
    .selectFrom('person_contact_point')
    .select(['kind', 'value', 'is_safe', 'safe_note'])
    .where('person_id', '=', personId)
    .where((no) => no.or([no('valid_to', 'is', null), no('valid_to', '>=', londonDay(ctx))]))
    .orderBy('is_safe', 'desc')
    .orderBy('kind')
    .execute();
  saw(ctx, personId);
  return points.map((one) => ({ kind: one.kind as ContactPoint['kind'], value: one.value, isSafe: one.is_safe, note: one.safe_note }));
}
