import type { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { seeOther, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { answerJoin } from '../../actions/answer-join.ts';
import { askPolice } from '../../actions/ask-police.ts';
import { nameChildren } from '../../actions/name-children.ts';
import { setSafeRule } from '../../actions/set-safe-rule.ts';
import { triageIncident } from '../../actions/triage-incident.ts';
import { about } from '../../../../../platform/access/ctx.ts';
import { contactOf } from '../../../contact.store.ts';
import { endSafeRule } from '../../safe-contact.store.ts';
import { dailyList } from '../../triage.store.ts';
import { isWaiting } from '../../triage.ts';
import type { askShape, childrenShape, endShape, joinShape, safeShape, triageShape } from './form.ts';

const idOf = (asked: Asked): string => asked.params['id'] ?? '';
const at = (asked: Asked): string => `/front-door/police/${idOf(asked)}`;

/** Records what is made of it, and goes to the next that waits. */
export async function takeTriage(ctx: StaffCtx, data: z.output<typeof triageShape>, asked: Asked): Promise<Answer> {
  const contactId = idOf(asked);
  const before = await dailyList(ctx);
  await triageIncident(ctx, { contactId, colour: data.colour, outcome: data.outcome, why: data.why });
  if (data.outcome === 'SCHOOL') return seeOther(`${at(asked)}/tell`, 'It is kept. Now tell the school');
  if (data.then === 'stop') return seeOther('/front-door/police', 'It is kept');
  const place = before.findIndex((one) => one.contactId === contactId);
  const others = [...before.slice(place + 1), ...before.slice(0, Math.max(place, 0))];
  const next = others.find(isWaiting);
  return next
    ? seeOther(`/front-door/police/${next.contactId}`, 'It is kept')
    : seeOther('/front-door/police', 'It is kept. Everything on the list has been gone through');
}

export async function takeJoin(ctx: StaffCtx, data: z.output<typeof joinShape>, asked: Asked): Promise<Answer> {
  await answerJoin(ctx, idOf(asked), data.joinId, data.answer);
  return data.answer === 'joined'
    ? seeOther('/front-door/police', 'The two are one incident now')
    : seeOther(at(asked), 'They are kept apart');
}

export async function takeAsk(ctx: StaffCtx, data: z.output<typeof askShape>, asked: Asked): Promise<Answer> {
  await askPolice(ctx, idOf(asked), data);
  return seeOther(at(asked), 'The police are asked. Their answer will stand here');
}

export async function takeSafeRule(ctx: StaffCtx, data: z.output<typeof safeShape>, asked: Asked): Promise<Answer> {
  await setSafeRule(ctx, { contactId: idOf(asked), ...data });
  return seeOther(at(asked), 'The rule stands. Every telling is held to it');
}

export async function takeEndOfRule(ctx: StaffCtx, data: z.output<typeof endShape>, asked: Asked): Promise<Answer> {
  const contact = await contactOf(ctx, idOf(asked));
  about(ctx, 'contact', contact.id);
  await endSafeRule(ctx, contact.id, data.ruleId, data.because);
  return seeOther(at(asked), 'The rule no longer holds');
}

export async function takeChildren(ctx: StaffCtx, data: z.output<typeof childrenShape>, asked: Asked): Promise<Answer> {
  await nameChildren(ctx, idOf(asked), data.personIds);
  return seeOther(at(asked), 'The children are recognised');
}
