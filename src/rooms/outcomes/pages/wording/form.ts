import { z } from 'zod';
import { requiredText, version } from '../../../../platform/web/fields.ts';

/** The words of an outcome, why they change, and the version the person saw. */
export const wordingShape = z.object({
  label: requiredText('Enter the outcome in the words agreed with families', 200),
  plainWords: requiredText('Enter the same in words for a child of about ten', 200),
  reason: requiredText('Enter why the words change and with whom it was agreed', 1000),
  _version: version,
});
