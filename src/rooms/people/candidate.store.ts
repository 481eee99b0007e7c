import type { StaffCtx } from '../../platform/access/ctx.ts';
import { refused } from '../../platform/access/refusal.ts';
import type { Candidate } from './candidate.ts';
import type { SubmittedPerson } from './person.ts';
/** People in the index who may be the person described, most alike first, at most 20; audited in the database with who was shown. */
export async function candidatesFor(_ctx: StaffCtx, _submitted: SubmittedPerson): Promise<Candidate[]> { throw refused('Being built'); }
