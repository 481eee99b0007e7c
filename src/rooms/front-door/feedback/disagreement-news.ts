import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { notifyStaff } from '../../../platform/notify/notify.ts';
import type { PlainDate } from '../../../platform/time/calendar-day.ts';
import { stages } from './disagreement.ts';
import { partiesOf, peopleOf } from './disagreement.store.ts';

interface Reached {
  id: string;
  reference: string;
  agencyIds: readonly string[];
  stage: number;
  dueOn: PlainDate;
}

const managers = ['TM', 'EH_CO', 'MASH_M', 'DSL'];

/** Tells those whose post answers at the stage reached; at stage 1 those who say who speaks for their agency. */
export async function tellThoseWhoAnswer(ctx: StaffCtx, reached: Reached): Promise<void> {
  const roles: readonly string[] = reached.stage === 1 ? managers : (stages[reached.stage - 1]?.roles ?? []);
  const people = [];
  for (const agencyId of reached.agencyIds) people.push(...(await peopleOf(ctx, agencyId, roles)));
  const others = people.map((one) => one.id).filter((id) => id !== ctx.who.staffId);
  await notifyStaff(ctx, others, {
    template: reached.stage === 1 ? 'disagreement-raised' : 'disagreement-moved',
    words: { reference: reached.reference, day: reached.dueOn, link: `/disagreements/${reached.id}` },
    about: { kind: 'disagreement', id: reached.id },
  });
}

/** Tells everyone who speaks in it, but whoever did it, that there is news. */
export async function tellSpeakers(ctx: Ctx, disagreement: { id: string; reference: string }): Promise<void> {
  const me = ctx.who.kind === 'staff' ? ctx.who.staffId : null;
  const others = (await partiesOf(ctx, disagreement.id)).map((one) => one.staffId).filter((id) => id !== me);
  await notifyStaff(ctx, others, {
    template: 'disagreement-news',
    words: { reference: disagreement.reference, link: `/disagreements/${disagreement.id}` },
    about: { kind: 'disagreement', id: disagreement.id },
  });
}
