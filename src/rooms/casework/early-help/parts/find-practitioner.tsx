import { Filters } from '../../../../platform/web/patterns/filters.tsx';
import { TextField } from '../../../../platform/web/form-kit.tsx';
import type { Practitioner } from '../lead.store.ts';

/** Narrows down whom to ask: practitioners of any agency, by name, job or agency. Never a family's name. */
export function FindPractitioner({ path, words }: { path: string; words: string }) {
  return (
    <Filters action={path} label="practitioners" active={words !== ''}>
      <TextField name="find" label="Find a practitioner" hint="Part of a name, job or agency" values={{ find: words }} />
    </Filters>
  );
}

/** A practitioner as a choice, with their present load. */
export const asChoice = (one: Practitioner): { value: string; text: string } => ({
  value: one.staffId,
  text: `${one.name}, ${one.jobTitle}, ${one.agencyName} (leads ${one.led} ${one.led === 1 ? 'family' : 'families'})`,
});
