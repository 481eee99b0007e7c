import { z } from 'zod';
import { saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { id as anId, oneOf, requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Choice, Form, SelectField, TextArea } from '../../../../../platform/web/form-kit.tsx';
import { WarningText } from '../../../../../platform/web/govuk/warning-text.tsx';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SideBySide } from '../../../../../platform/web/patterns/side-by-side.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { candidateFrom } from '../../../candidate.ts';
import { aboutPerson } from '../../../pages/person/about-person.tsx';
import { peopleToRelate } from '../../../person.store.ts';
import { asIndexPerson } from '../../../shield.store.ts';
import { londonDay } from '../../../today.ts';
import { askReaders } from '../../actions/ask-readers.ts';
import { joinPeople } from '../../actions/join-people.ts';
import { sayCertainlyNot } from '../../actions/say-certainly-not.ts';

const answers = ['this stays', 'other stays', 'certainly not'] as const;
export const joinShape = z.object({
  other: anId('Choose the other person'),
  answer: oneOf(answers, 'Choose what they are'),
  why: requiredText('Say why, so that whoever reads this later understands', 1000),
});

/** Two people beside each other, to be joined or said to be certainly not the same. Who is not open to the reader is searched for first. */
export async function joinPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  const others = await peopleToRelate(ctx, personId);
  const other = String(again?.values['other'] ?? asked.query['with'] ?? '');
  const known = others.find((one) => one.value === other);
  return aboutPerson(
    ctx,
    personId,
    'Join with another person',
    again,
    others.length === 0 ? (
      <EmptyList
        why="There is nobody to choose from: you have no other person open."
        whatToDo={
          <a class="govuk-link" href="/people/find">
            Find the other person first, then come back
          </a>
        }
      />
    ) : known ? (
      <Decision ctx={ctx} personId={personId} other={known} again={again} compared={await compare(ctx, personId, other)} />
    ) : (
      <form method="get" action={`/people/${personId}/join`}>
        <SelectField
          name="with"
          label="Who else are they?"
          hint="People you have open. Find the other person first if they are not here."
          items={others}
        />
        <Button>Show both</Button>
      </form>
    ),
  );
}

async function compare(ctx: StaffCtx, personId: string, otherId: string) {
  const [one, other] = [await asIndexPerson(ctx, personId), await asIndexPerson(ctx, otherId)];
  saw(ctx, personId, otherId);
  const said = (a: string | null | undefined, b: string | null | undefined): 'same' | 'held' | undefined =>
    b ? (a === b ? 'same' : 'held') : undefined;
  const identifiers = { 'nhs-number': said(one.nhsNumber, other.nhsNumber), upn: said(one.upn, other.upn) };
  const household = other.household.map((it) => ({ ...it, part: 'family' }));
  return candidateFrom(one, { ...other, identifiers, id: otherId, involvementCount: 0, notTheSameAs: [], household }, londonDay(ctx));
}

interface DecisionProps {
  ctx: StaffCtx;
  personId: string;
  other: { value: string; text: string };
  again: Again | undefined;
  compared: Awaited<ReturnType<typeof compare>>;
}

function Decision({ ctx, personId, other, again, compared }: DecisionProps) {
  const state = { values: again?.values, errors: again?.errors };
  return (
    <>
      {compared.warnings.map((warning) => (
        <WarningText>{warning}</WarningText>
      ))}
      <SideBySide caption="Compared field by field" leftHeading="This record" rightHeading="The other record" rows={compared.fields} />
      <Form action={`/people/${personId}/join`} {...formCarries(ctx)}>
        <input type="hidden" name="other" value={other.value} />
        <Choice
          name="answer"
          legend={`Are they ${other.text}?`}
          hint="Twins and shielded people take two readers: the review desk asks the second. A join can be taken back at any time, and everything returns."
          items={[
            { value: 'this stays', text: 'The same person: keep this record, and let the other lead here' },
            { value: 'other stays', text: 'The same person: keep the other record, and let this one lead there' },
            { value: 'certainly not', text: 'Certainly not the same person' },
          ]}
          {...state}
        />
        <TextArea name="why" label="How do you know?" rows={3} maxlength={1000} {...state} />
        <Button>Save</Button>
      </Form>
    </>
  );
}

export async function takeJoin(ctx: StaffCtx, data: z.output<typeof joinShape>, asked: Asked): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  if (data.answer === 'certainly not') {
    await sayCertainlyNot(ctx, { personId, otherId: data.other, why: data.why });
    return seeOther(`/people/${personId}/records`, 'Recorded: certainly not the same person');
  }
  const [stays, goes] = data.answer === 'this stays' ? [personId, data.other] : [data.other, personId];
  if (await askReaders(ctx, { stays, goes, why: data.why }))
    return seeOther(`/people/${personId}/records`, 'Two readers decide about twins and shielded people. The review desk has been asked');
  await joinPeople(ctx, { stays, goes, why: data.why });
  return seeOther(`/people/${stays}/records`, 'They are one person now. The other id leads here');
}
