import { z } from 'zod';
import { id, requiredText } from '../../../../platform/web/fields.ts';

/** Who answers for the outcome, on which board, and the priorities it serves (checked against the list by the page). */
export const ownerShape = z.object({
  owner: id('Select who answers for this outcome'),
  board: requiredText('Enter the board that holds it', 200),
  priorities: z.preprocess(
    (typed) => (typed === undefined || typed === '' ? [] : [typed].flat()),
    z.array(z.string()).min(1, 'Select at least one priority it serves'),
  ),
});
