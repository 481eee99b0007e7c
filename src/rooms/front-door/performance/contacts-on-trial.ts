import { randomUUID } from 'node:crypto';
import type { Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';

/** For tests: a contact as it came and what became of it. Moments are ISO 8601. */
export interface TrialContact {
  receivedAt: string;
  source?: string;
  state?: string;
  /** Children by index id, with what was decided for each; null is not decided. */
  children: readonly { personId: string; outcome: string | null; level?: number; disagreement?: string }[];
  decidedAt?: string;
  toldAt?: string;
  how?: string;
  anonymous?: boolean;
}

let number = 9000;

/** Puts a contact in place past every policy, with who was recognised, decided and told. Answers its id. */
export async function plantContact({ behind }: Pick<Cast, 'behind'>, by: StaffActor, facts: TrialContact): Promise<string> {
  const id = randomUUID();
  number += 1;
  await behind
    .insertInto('contact')
    .values({
      id,
      reference: `C-${number}`,
      state: facts.state ?? 'CLOSED',
      received_at: new Date(facts.receivedAt),
      recorded_at: new Date(facts.receivedAt),
      channel: 'WEB',
      source_code: facts.source ?? '2A',
      what_happened: 'A worry',
      anonymous: facts.anonymous ?? false,
      closed_at: facts.decidedAt ? new Date(facts.decidedAt) : null,
    })
    .execute();
  for (const [at, child] of facts.children.entries()) await plantChild({ behind }, by, id, at + 1, child, facts);
  if (facts.toldAt)
    await behind
      .insertInto('contact_feedback')
      .values({
        contact_id: id,
        how: facts.how ?? 'call',
        told: facts.how === 'none' ? null : 'What happens next',
        not_told_because: facts.how === 'none' ? 'It is not safe' : null,
        given_by: by.staffId,
        given_at: new Date(facts.toldAt),
      })
      .execute();
  return id;
}

async function plantChild(
  { behind }: Pick<Cast, 'behind'>,
  by: StaffActor,
  contactId: string,
  position: number,
  child: TrialContact['children'][number],
  facts: TrialContact,
): Promise<void> {
  const named = randomUUID();
  await behind.insertInto('contact_person').values({ id: named, contact_id: contactId, part: 'child', position }).execute();
  await behind
    .insertInto('contact_recognition')
    .values({
      contact_person_id: named,
      contact_id: contactId,
      person_id: child.personId,
      how: 'same person',
      recognised_by: by.staffId,
      recognised_at: new Date(facts.receivedAt),
    })
    .execute();
  if (child.outcome === null) return;
  const level = child.level ?? 2;
  await behind
    .insertInto('contact_decision')
    .values({
      contact_id: contactId,
      contact_person_id: named,
      person_id: child.personId,
      level,
      factors: level === 1 ? [] : ['16A'],
      analysis: 'What it means',
      protective: 'What protects',
      outcome_code: child.outcome,
      rationale: 'Why',
      disagreement: child.disagreement ?? null,
      decided_by: by.staffId,
      decided_at: new Date(facts.decidedAt ?? facts.receivedAt),
    })
    .execute();
}
