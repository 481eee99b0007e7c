import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, refused } from '../../../../platform/access/refusal.ts';
import { contactOf, namedIn } from '../../contact.store.ts';
import type { Channel } from '../notification.ts';
import { notificationsOfContact } from '../notification.store.ts';
import { questionsAbout } from '../question.store.ts';
import { sharingAgreed } from '../question.ts';
import { refuseUnsafe } from '../safe-contact.store.ts';
import { ruleInWords } from '../safe-contact.ts';
import { insertTelling, type ToldTo } from '../telling.store.ts';
import { mayNotBeTold } from '../triage.ts';

export interface AboutIncident {
  contactId: string;
  namedId: string;
  toldTo: ToldTo;
  toName: string;
  channel: Channel;
  words: string;
}

/** Records that somebody, most often a school, was told. Refuses, in words, a way or a moment that is not safe, and what the police asked not to
 *  be told; with the record stand the rules that were held to. */
export async function tellAboutIncident(ctx: StaffCtx, it: AboutIncident): Promise<void> {
  const contact = await contactOf(ctx, it.contactId);
  about(ctx, 'contact', contact.id);
  const named = found((await namedIn(ctx, contact.id)).find((one) => one.id === it.namedId));
  saw(ctx, named.person_id);
  const latest = found((await notificationsOfContact(ctx, contact.id))[0]);
  const agreed = sharingAgreed(await questionsAbout(ctx, contact.id));
  const why = mayNotBeTold(it.toldTo, { shareRules: latest.share_rules, sharingAgreed: agreed });
  if (why) throw refused(why);
  const rules = await refuseUnsafe(ctx, contact.id, reach(it));
  await insertTelling(ctx, { ...it, rulesShown: rules.map(ruleInWords) });
}

/** A school reached at its own telephone reaches nobody at home: only rules about telling through the school are in its way. A family is
 *  reached by the way itself, and every rule of that way holds whoever picks it up. */
const reach = ({ toldTo, channel, namedId }: AboutIncident): { channel: Channel; namedId: string | null } =>
  toldTo === 'parent or carer' ? { channel, namedId: null } : { channel: toldTo === 'school' ? 'school' : channel, namedId };
