import type { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { refused } from '../../../../../platform/access/refusal.ts';
import { oneOf, optionalText, requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Choice, DateField, Form, TextField, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { aboutPerson } from '../../../pages/person/about-person.tsx';
import { personRow } from '../../../person.store.ts';
import { typedDate, withDates } from '../../../typed-date.ts';
import { recordUnborn } from '../../actions/record-unborn.ts';
import { recordBirth } from '../../actions/record-birth.ts';
import { assertionsOf } from '../../assertion.store.ts';
import { foldPerson } from '../../fold.ts';
import { bornInWords } from '../../in-words.ts';

export const unbornShape = withDates(['from', 'to'], {
  from: typedDate({ label: 'First day the baby is expected' }),
  to: typedDate({ label: 'Last day the baby is expected', optional: true }),
  plurality: oneOf(['1', '2', '3', '4'], 'Choose how many babies are expected'),
  source: requiredText('Say who told you', 200),
});

/** An unborn baby, recorded on the mother's page. */
export async function unbornPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const motherId = asked.params['id'] ?? '';
  const state: FieldState = { values: again?.values ?? { plurality: '1' }, errors: again?.errors };
  return aboutPerson(
    ctx,
    motherId,
    'Record an unborn baby',
    again,
    <Form action={`/people/${motherId}/unborn`} {...formCarries(ctx)}>
      <p class="govuk-body">
        The baby has a record of its own, kept with the mother’s. Nothing joins it to another record by itself; at birth it becomes the
        child or the children.
      </p>
      <DateField
        name="from"
        legend="When is the baby expected?"
        hint="The expected date of delivery, or the first day of a range"
        {...state}
      />
      <DateField name="to" legend="Until when, if only a range is known?" {...state} />
      <Choice
        name="plurality"
        legend="How many babies are expected?"
        inline
        items={[
          { value: '1', text: 'One' },
          { value: '2', text: 'Twins' },
          { value: '3', text: 'Triplets' },
          { value: '4', text: 'Four' },
        ]}
        {...state}
      />
      <TextField name="source" label="Who told you?" width={30} {...state} />
      <Button>Record the unborn baby</Button>
    </Form>,
  );
}

export async function takeUnborn(ctx: StaffCtx, data: z.output<typeof unbornShape>, asked: Asked): Promise<Answer> {
  const motherId = asked.params['id'] ?? '';
  const id = await recordUnborn(ctx, {
    motherId,
    expectedOn: data.from ?? '',
    expectedTo: data.to,
    plurality: Number(data.plurality),
    source: data.source,
  });
  return seeOther(`/people/${id}`, 'The unborn baby is recorded');
}

const places = [1, 2, 3, 4] as const;
const outcomes = ['living', 'stillborn', 'died after birth', 'pregnancy ended'] as const;
const fields = Object.fromEntries(
  places.flatMap((at): [string, z.ZodType][] => [
    [`given${at}`, optionalText(100)],
    [`family${at}`, optionalText(100)],
    [`sex${at}`, oneOf(['F', 'M', 'U', ''], 'Choose female, male or not known').optional()],
    [`nhs${at}`, optionalText(20)],
    [`outcome${at}`, oneOf([...outcomes, ''], 'Choose what happened').optional()],
  ]),
);
export const birthShape = withDates(['born'], {
  ...fields,
  born: typedDate({ label: 'Date of birth', optional: true }),
  many: oneOf(['1', '2', '3', '4'], 'Say how many'),
  source: requiredText('Say who told you', 200),
});

/** What became of a pregnancy: the children born, or, said with care, what happened. */
export async function birthPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  const person = await personRow(ctx, personId);
  if (!person.expected_on) throw refused('This person is not recorded as an unborn baby');
  const born = foldPerson(await assertionsOf(ctx, personId), personId)?.born?.facts;
  const many = Number(again?.values['many'] ?? asked.query['many'] ?? born?.plurality ?? 1);
  const state: FieldState = {
    values: again?.values ?? { outcome1: 'living', outcome2: 'living', outcome3: 'living', outcome4: 'living' },
    errors: again?.errors,
  };
  return aboutPerson(
    ctx,
    personId,
    'Record a birth',
    again,
    <>
      <p class="govuk-body">
        {born ? `This baby was ${bornInWords(born)}.` : ''} Those at work with the mother and baby, the family and the plan follow each
        living child.
      </p>
      <p class="govuk-body">
        If it was another number:{' '}
        {places
          .filter((at) => at !== many)
          .map((at) => (
            <>
              <a class="govuk-link" href={`/people/${personId}/birth?many=${at}`}>
                {at === 1 ? 'One baby' : `${at} babies`}
              </a>{' '}
            </>
          ))}
      </p>
      <Form action={`/people/${personId}/birth`} {...formCarries(ctx)}>
        <input type="hidden" name="many" value={String(many)} />
        <DateField name="born" legend="Date of birth" hint="Leave out if the pregnancy ended" {...state} />
        {places.slice(0, many).map((at) => (
          <Baby at={at} many={many} state={state} />
        ))}
        <TextField name="source" label="Who told you?" width={30} {...state} />
        <Button>Save</Button>
      </Form>
    </>,
  );
}

function Baby({ at, many, state }: { at: number; many: number; state: FieldState }) {
  const of = many > 1 ? ` (${at} of ${many})` : '';
  return (
    <fieldset class="govuk-fieldset govuk-!-margin-bottom-6">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{many > 1 ? `Baby ${at} of ${many}` : 'The baby'}</legend>
      <TextField name={`given${at}`} label={`Given names${of}`} hint="Leave out if the baby has no name yet" width={30} {...state} />
      <TextField name={`family${at}`} label={`Family name${of}`} hint="Leave out if it is the mother’s" width={30} {...state} />
      <Choice
        name={`sex${at}`}
        legend={`Sex${of}`}
        inline
        items={[
          { value: 'F', text: 'Female' },
          { value: 'M', text: 'Male' },
          { value: 'U', text: 'Not known' },
        ]}
        {...state}
      />
      <TextField name={`nhs${at}`} label={`NHS number${of}`} width={20} {...state} />
      <Choice
        name={`outcome${at}`}
        legend={`What is known of the baby?${of}`}
        items={[
          { value: 'living', text: 'Living' },
          { value: 'stillborn', text: 'Stillborn' },
          { value: 'died after birth', text: 'Died after birth' },
          { value: 'pregnancy ended', text: 'The pregnancy ended' },
        ]}
        {...state}
      />
    </fieldset>
  );
}

export async function takeBirth(ctx: StaffCtx, data: z.output<typeof birthShape>, asked: Asked): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  const typed = data as unknown as Record<string, string | null | undefined>;
  const children = places.slice(0, Number(data.many)).map((at) => {
    const outcome = typed[`outcome${at}`];
    return {
      givenName: typed[`given${at}`] ?? null,
      familyName: typed[`family${at}`] ?? null,
      bornOn: typed['born'] ?? null,
      sex: (typed[`sex${at}`] || 'U') as 'F' | 'M' | 'U',
      nhsNumber: typed[`nhs${at}`] ?? null,
      outcome: !outcome || outcome === 'living' ? null : (outcome as 'stillborn' | 'died after birth' | 'pregnancy ended'),
    };
  });
  const ids = await recordBirth(ctx, { unbornId: personId, children, source: data.source });
  const living = children.filter((one) => !one.outcome).length;
  if (living === 0) return seeOther(`/people/${personId}`, 'It is recorded. We are sorry. Those at work with the family are told');
  return seeOther(
    `/people/${ids[children.findIndex((one) => !one.outcome)]}`,
    living === 1 ? 'The birth is recorded' : `The births are recorded: ${living} children, each with a record of their own`,
  );
}
