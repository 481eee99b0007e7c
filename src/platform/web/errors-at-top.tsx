import type { FieldError } from '../access/refusal.ts';
import { ErrorSummary } from './govuk/error-summary.tsx';

/** Everything wrong with the form, each a link to its field, in the same words as beside the field. Nothing when all is well. */
export function ErrorsAtTop({ errors }: { errors?: readonly FieldError[] | undefined }) {
  if (!errors?.length) return null;
  const errorList = errors.map(({ field, message }) => ({ text: message, href: `#${field}` }));
  return <ErrorSummary titleText="There is a problem" errorList={errorList} />;
}
