import { Choice, DateField, TextArea, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { waysOfTelling } from '../../assessment.ts';

/** The child's own words first; the adult's summary last and apart. */
export function ChildFields({ name, state }: { name: string; state: FieldState }) {
  return (
    <>
      <TextArea
        name="ownWords"
        label={`What ${name} says`}
        hint="Their words as said, not tidied. For a baby or a child who does not speak: what you saw them do."
        rows={8}
        {...state}
      />
      <Choice
        name="how"
        legend="How did they tell it?"
        items={waysOfTelling.map((value) => ({ value, text: value.charAt(0).toUpperCase() + value.slice(1) }))}
        small
        {...state}
      />
      <Choice
        name="share"
        legend="Are they content for the family to read these words?"
        hint="Asked of the child. Without a yes they are left out of the family’s copy of the plan."
        inline
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
        {...state}
      />
      <TextArea name="wordsMissing" label="If there are no words of theirs: why?" rows={2} {...state} />
      <DateField name="seenOn" legend="When were they seen?" {...state} />
      <Choice
        name="seenAlone"
        legend="Seen without parents or carers?"
        inline
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
        {...state}
      />
      <TextArea name="notSeenBecause" label="If not seen: why?" rows={2} {...state} />
      <TextArea
        name="adultSummary"
        label="What you understood"
        hint="Your own summary. It never takes the place of their words."
        rows={4}
        {...state}
      />
    </>
  );
}
