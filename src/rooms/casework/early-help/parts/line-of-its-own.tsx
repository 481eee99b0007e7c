import { Input } from '../../../../platform/web/govuk/input.tsx';

/** A line to fill in that stands several times on a page, each with an id of its own. */
export function LineOfItsOwn({ name, of, label }: { name: string; of: string; label: string }) {
  return <Input name={name} id={`${name}-${of}`} label={{ text: label, classes: 'govuk-label--s' }} />;
}
