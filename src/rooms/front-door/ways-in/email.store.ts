import type { StaffCtx } from '../../../platform/access/ctx.ts';
import type { ReadEmail } from './email.ts';

/** The reference of the contact a message became before, among those the reader may see; null when it is new. */
export async function emailAlready(ctx: StaffCtx, email: Pick<ReadEmail, 'messageId' | 'sha256'>): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('email_capture as e')
    .innerJoin('contact as c', 'c.id', 'e.contact_id')
    .select('c.reference')
    .where((no) => no.or([no('e.sha256', '=', email.sha256), ...(email.messageId ? [no('e.message_id', '=', email.messageId)] : [])]))
    .executeTakeFirst();
  return row?.reference ?? null;
}
