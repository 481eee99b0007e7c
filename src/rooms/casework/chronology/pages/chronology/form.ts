import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { invalid, notAllowed } from '../../../../../platform/access/refusal.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { anyOf, oneOf, optionalOneOf, optionalText, requiredText } from '../../../../../platform/web/fields.ts';
import { seeOther, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { identityOf } from '../../../../people/index.ts';
import { dateOf, withDates } from '../../../typed-date.ts';
import { addEvent } from '../../actions/add-event.ts';
import { changeEvent } from '../../actions/change-event.ts';
import { accuracies, eventCategories } from '../../chronology.codes.ts';
import { mayAddFor } from '../../chronology.store.ts';

export const eventShape = withDates(
  ['happenedOn'],
  z.object({
    happenedOn: dateOf({ label: 'Day it happened' }),
    accuracy: optionalOneOf(accuracies),
    category: oneOf(eventCategories, 'Select what kind of event'),
    description: requiredText('Write what happened', 2000),
    impactOnChild: optionalText(2000),
    childPresent: optionalOneOf(['yes', 'no', 'not known']),
    source: requiredText('Say who says so', 200),
    keep: anyOf(['hidden', 'third']),
  }),
);
export const changeShape = z.object({
  verb: oneOf(['hide', 'show', 'promote', 'take out'], 'Select what to change'),
  because: optionalText(500),
});

/** Takes a new event. */
export async function takeEvent(ctx: StaffCtx, data: z.output<typeof eventShape>, asked: Asked): Promise<Answer> {
  const personId = asked.params['personId'] ?? '';
  await identityOf(ctx, personId);
  if (!(await mayAddFor(ctx, personId))) throw notAllowed();
  if (data.happenedOn > londonDate(ctx.now))
    throw invalid([{ field: 'happenedOn', message: 'Day it happened must be today or in the past' }]);
  await addEvent(ctx, {
    personId,
    occurredOn: data.happenedOn,
    accuracy: data.accuracy ?? 'day',
    category: data.category,
    description: data.description,
    impactOnChild: data.impactOnChild,
    source: data.source,
    childPresent: data.childPresent === 'yes' ? true : data.childPresent === 'no' ? false : null,
    hiddenFromFamily: data.keep.includes('hidden'),
    thirdParty: data.keep.includes('third'),
  });
  return seeOther(`/chronology/${personId}`, 'Event added.');
}

/** Takes a change to an event. */
export async function takeChange(ctx: StaffCtx, data: z.output<typeof changeShape>, asked: Asked): Promise<Answer> {
  const personId = asked.params['personId'] ?? '';
  await identityOf(ctx, personId);
  await changeEvent(ctx, personId, asked.params['eventId'] ?? '', data.verb, data.because);
  return seeOther(`/chronology/${personId}`, 'Changed.');
}
