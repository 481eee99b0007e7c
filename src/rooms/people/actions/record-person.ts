import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { refused } from '../../../platform/access/refusal.ts';
import type { NewPerson } from '../person.ts';
/** Records a new person with names, address, identifiers and search keys, and returns their id.
 *  Throws invalid (field messages) for an impossible date, NHS number, UPN or postcode. */
export async function recordPerson(_ctx: StaffCtx, _person: NewPerson): Promise<string> { throw refused('Being built'); }
