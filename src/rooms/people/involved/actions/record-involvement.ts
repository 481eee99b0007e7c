import { about, actingAs, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid, refused } from '../../../../platform/access/refusal.ts';
import { openInvolvement } from '../involvement.store.ts';
import { londonDay } from '../../today.ts';

export interface RecordedInvolvement {
  personId: string;
  /** True for the writer's own part: then the agency and the name are theirs. */
  mine: boolean;
  agencyId: string | null;
  practitionerName: string | null;
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
  const missing = [
    ...(it.agencyId ? [] : [{ field: 'agencyId', message: 'Choose the agency' }]),
    ...(it.practitionerName ? [] : [{ field: 'practitionerName', message: 'Enter the practitioner’s name, or the team’s' }]),
  ];
  if (!it.mine && missing.length > 0) throw invalid(missing);
  const post = actingAs(ctx.who);
  if (it.consentToShow && !it.sensitive) throw refused('Agreement to show is asked only for a sensitive service');
  const id = await openInvolvement(ctx, {
    ...it,
    agencyId: (it.mine ? post?.agencyId : it.agencyId) ?? '',
    teamId: it.mine ? post?.teamId : null,
    staffId: it.mine ? ctx.who.staffId : null,
    practitionerName: it.mine ? null : it.practitionerName,
    sensitive: it.sensitive || (it.mine && isSensitivePost(post)),
    opens: 'nothing',
    becauseKind: 'typed',
    becauseId: it.personId,
    source: `${ctx.who.name}, typed`,
  });
  about(ctx, 'involvement', id);
  return id;
}

/** Someone of a child mental health service, or an adult mental health or substance misuse worker, need not say that their service is one of these. */
const isSensitivePost = (post: ReturnType<typeof actingAs>): boolean =>
  post !== undefined && (post.agencyType === 'CAMHS' || post.role === 'ADULT_MH' || post.role === 'ADULT_SM');
