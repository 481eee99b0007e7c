import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid, refused } from '../../../../platform/access/refusal.ts';
import { openInvolvement } from '../involvement.store.ts';
import { londonDay } from '../../today.ts';

export interface RecordedInvolvement {
  personId: string;
  agencyId: string;
  practitionerName: string;
  practitionerPhone: string | null;
  role: string;
  startedOn: string;
  sensitive: boolean;
  consentToShow: boolean;
}

/** Records by hand that a practitioner works with a person: for agencies that send no feed. It opens no record. A sensitive service (sexual
 *  health, mental health, substance misuse) is shown to nobody else unless the family agreed (S-023). Returns its id. */
export async function recordInvolvement(ctx: StaffCtx, it: RecordedInvolvement): Promise<string> {
  if (it.startedOn > londonDay(ctx)) throw invalid([{ field: 'startedOn', message: 'Start date must be today or in the past' }]);
  if (it.consentToShow && !it.sensitive) throw refused('Agreement to show is asked only for a sensitive service');
  const id = await openInvolvement(ctx, {
    ...it,
    opens: 'nothing',
    becauseKind: 'typed',
    becauseId: it.personId,
    source: `${ctx.who.name}, typed`,
  });
  about(ctx, 'involvement', id);
  return id;
}
