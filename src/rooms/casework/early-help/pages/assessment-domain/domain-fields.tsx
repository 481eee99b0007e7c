import { Choice, SelectField, TextArea, type FieldState } from '../../../../../platform/web/form-kit.tsx';

const scores = Array.from({ length: 11 }, (_, score) => ({
  value: String(score),
  text: score === 0 ? '0: much worry' : score === 10 ? '10: no worry' : String(score),
}));

/** Strengths and needs side by side with how we know; views; a score; whether last time's answer still stands. */
export function DomainFields({ hasBefore, state }: { hasBefore: boolean; state: FieldState }) {
  return (
    <>
      <div class="gt-columns gt-columns--3">
        <TextArea name="strengths" label="Strengths" hint="What is going well" rows={8} {...state} />
        <TextArea name="needs" label="Needs" hint="What is needed" rows={8} {...state} />
        <TextArea name="evidence" label="How we know" hint="Seen, heard, told by whom" rows={8} {...state} />
      </div>
      <TextArea name="childView" label="How the children see it" rows={3} {...state} />
      <TextArea name="parentView" label="How parents and carers see it" rows={3} {...state} />
      <SelectField name="score" label="Where does the family stand?" items={scores} empty="Not scored" {...state} />
      {hasBefore ? (
        <Choice
          name="unchanged"
          legend="Is last time’s answer still right?"
          inline
          items={[
            { value: 'yes', text: 'Yes, confirmed unchanged' },
            { value: 'no', text: 'No, written anew' },
          ]}
          {...state}
        />
      ) : null}
    </>
  );
}
