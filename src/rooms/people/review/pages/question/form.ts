import { z } from 'zod';
import { anyOf, oneOf, optionalOneOf, optionalText, requiredText } from '../../../../../platform/web/fields.ts';
import { checks } from '../../question.ts';
import { answers, askedFor } from '../../reading.ts';

/** An answer, and whether the next question follows it. */
export const answerShape = z.object({
  answer: oneOf(answers, 'Select same person, not the same person, or not sure'),
  reason: optionalText(1000),
  asksFor: optionalOneOf(askedFor),
  checks: anyOf(checks),
  then: optionalOneOf(['next', 'stop']),
});
export const agencyAnswerShape = z.object({ answer: requiredText('Write what the agency said', 1000) });
