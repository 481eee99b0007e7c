import { z } from 'zod';
import { id, oneOf, optionalText, requiredText } from '../../../../../platform/web/fields.ts';
import { channels, colours } from '../../notification.ts';
import { questionKinds } from '../../question.ts';
import { outcomes } from '../../triage.ts';

export const triageShape = z.object({
  colour: oneOf(colours, 'Select a colour'),
  outcome: oneOf(outcomes, 'Select where it goes'),
  why: requiredText('Say why, in a line', 500),
  then: optionalText(10),
});
export const joinShape = z.object({ joinId: id(), answer: oneOf(['joined', 'kept apart'], 'Say whether it is one incident') });
export const askShape = z.object({
  kind: oneOf(questionKinds, 'Say what it is about'),
  question: requiredText('Write what you ask the police', 1000),
});
const time = optionalText(5).refine((typed) => typed === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(typed), 'Write a time of day as 09:30');
export const safeShape = z.object({
  namedId: optionalText(36).refine((typed) => typed === null || /^[0-9a-f-]{36}$/.test(typed), 'Select whom it protects'),
  channel: oneOf(channels, 'Select the way'),
  rule: oneOf(['never', 'only between'], 'Say whether never, or at which hours'),
  from: time,
  to: time,
  note: optionalText(500),
});
export const endShape = z.object({ ruleId: id(), because: requiredText('Say why it no longer holds', 500) });
export const childrenShape = z.object({
  personIds: z.preprocess(
    (typed) => (typed === undefined || typed === '' ? [] : [typed].flat()),
    z.array(z.uuid({ error: 'Select from the list' })).min(1, 'Select the children it is about'),
  ),
});
export const tellShape = z.object({
  namedId: id('Select whom it is about'),
  toldTo: oneOf(['school', 'parent or carer', 'other'], 'Select who is told'),
  toName: requiredText('Say who exactly is told', 200),
  channel: oneOf(channels, 'Select how they are told'),
  words: requiredText('Write what they are told', 2000),
});
