import type { Ctx } from '../../platform/access/ctx.ts';
import { refused } from '../../platform/access/refusal.ts';

/** Someone's place in a family. */
export interface FamilyMember { personId: string; name: string; dateOfBirth: string | null; part: 'child' | 'parent' | 'carer' | 'other adult' | 'unborn'; livesHere: boolean; safeToContact: boolean }
export interface Family { id: string; reference: string; name: string; members: FamilyMember[] }

export interface JoiningPerson { personId: string; part: FamilyMember['part']; livesHere?: boolean }

/** The family all or some of these people belong to today, or a new one; people given who are not yet in it are added.
 *  With `familyId`, that family. Strings are children. Returns the family's id. */
export async function familyWith(_ctx: Ctx, _people: readonly (string | JoiningPerson)[], _familyId?: string): Promise<string> { throw refused('Being built'); }
/** A family and those of its members the reader may see. Throws notFound. */
export async function familyOf(_ctx: Ctx, _familyId: string): Promise<Family> { throw refused('Being built'); }
/** How it is safe to reach a person today: channels in order of safety, and what never to use. Throws notFound. */
export async function safeContact(_ctx: Ctx, _personId: string): Promise<{ kind: 'phone' | 'email'; value: string; isSafe: boolean; note: string | null }[]> { throw refused('Being built'); }
