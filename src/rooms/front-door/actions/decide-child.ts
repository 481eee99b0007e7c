import { randomUUID } from 'node:crypto';
import { about, saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { conflict, found, invalid, refused } from '../../../platform/access/refusal.ts';
import { meetClock } from '../../../platform/time/clock.store.ts';
import { moved, type ContactState } from '../contact.ts';
import { contactToChange, moveContact, namedIn, type ContactRow } from '../contact.store.ts';
import { decisionErrors, outcomeOf, type Decision, type OutcomeCode } from '../decision.ts';
import { decisionsOf, writeDecision } from '../decision.store.ts';
import { openWhatFollows } from '../follow-on.ts';
import { enquiryDecided, mustSatisfyHub } from '../hub/deciding.ts';
import { calledOfRow } from '../submitted.ts';
import { heedOpenWork } from '../ways-in/actions/heed-open-work.ts';

/** Decides for one child, never for a brother or sister; opens what the outcome opens, in the same transaction. */
export async function decideChild(ctx: StaffCtx, decision: Decision): Promise<void> {
  const contact = await contactToChange(ctx, decision.contactId);
  about(ctx, 'contact', contact.id);
  const errors = decisionErrors(decision);
  if (errors.length > 0) throw invalid(errors);
  const everyone = await namedIn(ctx, contact.id);
  const children = everyone.filter((one) => one.part !== 'adult');
  const child = found(children.find((one) => one.id === decision.namedId));
  if (!child.person_id) throw refused(`Say who ${calledOfRow(child)} is before deciding for them.`);
  if (contact.state !== 'DECIDED') moved(contact.state as ContactState, 'decide');
  saw(ctx, child.person_id);
  await mustSatisfyHub(ctx, contact, decision.outcomeCode);
  await heedOpenWork(ctx, contact, child.person_id, decision.outcomeCode);
  await nobodyDecidedMeanwhile(ctx, contact, decision);
  const id = randomUUID();
  await writeDecision(ctx, { ...decision, id, personId: child.person_id, decidedBy: ctx.who.staffId });
  await openWhatFollows(ctx, { contact, child, decisionId: id, decision, everyone });
  const changed = { ...contact, version: contact.version + 1 };
  await ctx.tx.updateTable('contact').set({ version: changed.version }).where('id', '=', contact.id).execute();
  await moveOn(
    ctx,
    changed,
    children.map((one) => one.id),
  );
}

/** Someone else decided for this child after the form was opened: both texts are shown and nothing is overwritten. */
async function nobodyDecidedMeanwhile(ctx: StaffCtx, contact: ContactRow, decision: Decision): Promise<void> {
  if (contact.version === decision.version) return;
  const theirs = (await decisionsOf(ctx, contact.id)).find(
    (one) => one.contact_person_id === decision.namedId && one.decided_by !== ctx.who.staffId,
  );
  if (!theirs) return;
  const by = { theirName: theirs.decided_by_name, theirAt: theirs.decided_at };
  throw conflict([
    { what: 'Outcome', yours: outcomeOf(decision.outcomeCode).label, theirs: outcomeOf(theirs.outcome_code as OutcomeCode).label, ...by },
    { what: 'Why', yours: decision.rationale, theirs: theirs.rationale, ...by },
  ]);
}

/** DECIDED once every child has a decision of their own; TRIAGE_MASH while a hub picture is awaited. */
async function moveOn(ctx: StaffCtx, contact: ContactRow, childIds: readonly string[]): Promise<void> {
  const decisions = await decisionsOf(ctx, contact.id);
  if (decisions.some((one) => one.outcome_code === 'MASH')) {
    if (contact.state === 'SCREENING') await moveContact(ctx, contact, 'TRIAGE_MASH');
    return;
  }
  const decided = new Set(decisions.map((one) => one.contact_person_id));
  if (contact.state === 'DECIDED' || !childIds.every((id) => decided.has(id))) return;
  await moveContact(ctx, contact, 'DECIDED');
  await meetClock(ctx, { rule: 'C02', subjectKind: 'contact', subjectId: contact.id, metAt: ctx.now });
  await enquiryDecided(ctx, contact.id);
}
