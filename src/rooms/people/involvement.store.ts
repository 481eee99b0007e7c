import type { Ctx } from '../../platform/access/ctx.ts';
import { refused } from '../../platform/access/refusal.ts';

export interface NewInvolvement {
  personId: string; agencyId: string; teamId?: string | null; staffId?: string | null;
  /** For a practitioner who is not a user. */
  practitionerName?: string | null; practitionerPhone?: string | null;
  role: string;
  /** How far it opens the person's record: nothing, identity (who they are) or work (the help being given). */
  opens: 'nothing' | 'identity' | 'work';
  isLead?: boolean; sensitive?: boolean; consentToShow?: boolean;
  becauseKind: string; becauseId: string;
  /** Who said so, in words. */
  source: string;
}
export async function openInvolvement(_ctx: Ctx, _involvement: NewInvolvement): Promise<string> { throw refused('Being built'); }
export async function endInvolvement(_ctx: Ctx, _because: { becauseKind: string; becauseId: string; personId?: string; staffId?: string }): Promise<number> { throw refused('Being built'); }

/** One practitioner working with a person, as "who is involved" shows it. */
export interface Involved {
  id: string; agencyId: string; agencyName: string; agencyType: string; teamName: string | null;
  staffId: string | null; practitioner: string; role: string; isLead: boolean;
  startedOn: string; endedOn: string | null;
  /** How to reach them now, in words, cover included. */
  reach: string; cover: { name: string; phone: string | null; until: string } | null;
  confirmedAt: Date; source: string; feedName: string | null; feedLate: boolean;
  becauseKind: string | null; becauseId: string | null;
}
export async function whoIsInvolved(_ctx: Ctx, _personId: string): Promise<Involved[]> { throw refused('Being built'); }
