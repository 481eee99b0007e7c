import { randomUUID } from 'node:crypto';
import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid, refused } from '../../../../platform/access/refusal.ts';
import { notify } from '../../../../platform/notify/notify.ts';
import { startClock } from '../../../../platform/time/clock.store.ts';
import { isOver, type ContactState } from '../../contact.ts';
import { contactToChange, namedIn } from '../../contact.store.ts';
import { calledOfRow } from '../../submitted.ts';
import { insertConsult } from '../consult.store.ts';
import { answersNow, runningAt } from '../duty.ts';
import { turnsBetween } from '../duty.store.ts';

export interface AskDiscipline {
  contactId: string;
  discipline: string;
  question: string;
  background: string | null;
  /** Which of those the contact names the discipline is told of. */
  namedIds: readonly string[];
}

/** Asks a discipline for its view and starts the clock (C02B). The contact stays with whoever holds it; the discipline reads the question
 *  and the people chosen, never the contact. Whoever is on duty now is told; where nobody is, the question waits for the next. */
export async function askDiscipline(ctx: StaffCtx, it: AskDiscipline): Promise<{ id: string; told: string | null }> {
  const contact = await contactToChange(ctx, it.contactId);
  about(ctx, 'contact', contact.id);
  if (isOver(contact.state as ContactState)) throw refused('This contact is over, so nobody can be asked about it.');
  const named = (await namedIn(ctx, contact.id)).filter((one) => it.namedIds.includes(one.id));
  if (named.length !== new Set(it.namedIds).size) throw invalid([{ field: 'namedIds', message: 'Select from those the contact names' }]);
  saw(ctx, ...named.map((one) => one.person_id));
  const there = await onDutyNow(ctx, it.discipline);
  const id = randomUUID();
  await insertConsult(ctx, {
    ...it,
    id,
    askedOf: there?.id ?? null,
    people: named.map((one) => ({
      namedId: one.id,
      personId: one.person_id,
      name: calledOfRow(one),
      dateOfBirth: one.date_of_birth,
    })),
  });
  await startClock(ctx, { rule: 'C02B', subjectKind: 'consult', subjectId: id, startedAt: ctx.now });
  if (there) await tell(ctx, there.id, { id, reference: contact.reference });
  return { id, told: there?.name ?? null };
}

async function tell(ctx: StaffCtx, staffId: string, consult: { id: string; reference: string }): Promise<void> {
  const href = `/consults/${consult.id}`;
  await ctx.tx
    .insertInto('alert')
    .values({ staff_id: staffId, kind: 'consult-asked', record_id: consult.id, href, raised_at: ctx.now })
    .execute();
  const words = { reference: consult.reference, link: href };
  await notify(ctx, { template: 'consult-waits', to: { staffId }, words, about: { kind: 'consult', id: consult.id } });
}

/** Whoever answers for a discipline at this moment: on duty, or standing in. Null when nobody is. */
async function onDutyNow(ctx: StaffCtx, discipline: string): Promise<{ id: string; name: string } | null> {
  const soon = new Date(ctx.now.getTime() + 1);
  const turns = runningAt(await turnsBetween(ctx, ctx.now, soon), ctx.now).filter((turn) => turn.discipline === discipline);
  return turns.map(answersNow).find((one) => one !== null) ?? null;
}
