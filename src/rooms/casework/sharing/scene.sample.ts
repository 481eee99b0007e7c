import type { Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import type { ShareToDecide } from './share.ts';
import { usualBasis } from './share.ts';

/** A decision as a social worker would make it, for tests; `change` says what is different. */
export function aShare(personId: string, change: Partial<ShareToDecide> = {}): ShareToDecide {
  return {
    personId,
    named: 'Amina Hassan, born 2 March 2018',
    to: { body: 'Hilltop surgery' },
    purpose: 'So that the surgery sees the injuries in the light of what we know',
    serves: 'NHS-CARE',
    basis: usualBasis,
    detriment: { answer: 'no more detrimental', because: 'The surgery sees her weekly and can act on it' },
    family: { told: 'told before', whom: 'Her mother, by telephone, the day before' },
    agreement: { answer: 'refused', because: 'Her mother would rather the surgery did not know' },
    decision: 'SHARE',
    reason: 'The surgery cannot keep her safe without it',
    method: 'by telephone',
    securityCheck: 'Rang the surgery back on its published number',
    items: [{ kind: 'fact', words: 'Bruise to the left arm seen on 3 November', saidBy: 'School nurse' }],
    ...change,
  };
}

/** Opens the help of a child to a member of staff, as their work would. */
export async function worksWith(cast: Cast, who: StaffActor, personId: string): Promise<void> {
  await cast.behind
    .insertInto('involvement')
    .values({
      person_id: personId,
      agency_id: who.memberships[0]?.agencyId ?? '',
      staff_id: who.staffId,
      role: 'Social worker',
      opens: 'work',
      started_on: '2026-01-01',
      source: 'Test',
      confirmed_at: new Date('2026-01-01T00:00:00Z'),
    })
    .execute();
}
