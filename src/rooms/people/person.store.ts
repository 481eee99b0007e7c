import type { Ctx } from '../../platform/access/ctx.ts';
import { refused } from '../../platform/access/refusal.ts';
import type { Identity } from './identity.ts';
export async function identityOf(_ctx: Ctx, _personId: string): Promise<Identity> { throw refused('Being built'); }
