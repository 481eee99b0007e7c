import { z } from 'zod';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { shortDate } from '../../../../platform/time/plain-dates.ts';
import { oneOf, optionalId, requiredText } from '../../../../platform/web/fields.ts';
import { Button, Choice, Form, SelectField, TextField } from '../../../../platform/web/form-kit.tsx';
import { EmptyList } from '../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries } from '../../../../platform/web/view.tsx';
import { allowToKnow } from '../../actions/allow-to-know.ts';
import { knowNoLonger } from '../../actions/know-no-longer.ts';
import { setShield } from '../../actions/set-shield.ts';
import { personRow } from '../../person.store.ts';
import { staffToChoose, teamsToChoose } from '../../involved/practitioner.store.ts';
import { leavesFor } from '../../shield.store.ts';
import { aboutPerson } from '../person/about-person.tsx';

export const setShape = z.object({ shield: oneOf(['none', 'location', 'hidden'], 'Choose a shield') });
export const allowShape = z.object({ staffId: optionalId(), teamId: optionalId(), reason: requiredText('Say why they may know', 300) });

/** One person's shield and who may know them. */
export async function allowPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  const person = await personRow(ctx, personId);
  const leaves = await leavesFor(ctx, personId);
  const [staff, teams] = [await staffToChoose(ctx), await teamsToChoose(ctx)];
  const state = { values: again?.values, errors: again?.errors };
  return aboutPerson(
    ctx,
    personId,
    'Shield',
    again,
    <>
      <Form action={`/shield/people/${personId}`} {...formCarries(ctx)}>
        <Choice
          name="shield"
          legend="How is this person shielded?"
          values={again?.values ?? { shield: person.shield }}
          errors={again?.errors}
          items={[
            { value: 'none', text: 'Not shielded' },
            {
              value: 'location',
              text: 'Address hidden',
              hint: 'They can be found; where they live is shown to nobody but those named below',
            },
            { value: 'hidden', text: 'Not findable', hint: 'Nobody but those named below can tell that a record exists' },
          ]}
        />
        <Button>Save</Button>
      </Form>
      <h2 class="govuk-heading-m">Who may know</h2>
      <Leaves ctx={ctx} leaves={leaves} />
      <Form action={`/shield/people/${personId}/allow`} {...formCarries(ctx)}>
        <SelectField name="staffId" label="A person" items={staff} {...state} />
        <SelectField name="teamId" label="Or a team" items={teams} {...state} />
        <TextField name="reason" label="Why may they know?" width={30} {...state} />
        <Button classes="govuk-button--secondary">Add</Button>
      </Form>
    </>,
  );
}

function Leaves({ ctx, leaves }: { ctx: StaffCtx; leaves: Awaited<ReturnType<typeof leavesFor>> }) {
  if (leaves.length === 0)
    return <EmptyList why="Nobody is named." whatToDo="Name at least the practitioner who works with this person." />;
  return (
    <SortableTable
      caption="Who may know"
      captionHidden
      path=""
      columns={['Who', 'Why', 'Until', 'Change'].map((heading) => ({ heading }))}
      rows={leaves.map((one) => ({
        cells: [
          one.who,
          one.reason,
          one.validTo ? shortDate(one.validTo) : 'No end',
          <Form action={`/shield/allow/${one.id}/end`} {...formCarries(ctx)}>
            <button type="submit" class="govuk-button govuk-button--secondary gt-button--small" data-module="govuk-button">
              End<span class="govuk-visually-hidden"> the leave of {one.who}</span>
            </button>
          </Form>,
        ],
      }))}
    />
  );
}

export async function takeShield(ctx: StaffCtx, data: z.output<typeof setShape>, asked: Asked): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  await setShield(ctx, personId, data.shield);
  return seeOther(`/shield/people/${personId}`, 'The shield is saved');
}

export async function takeLeave(ctx: StaffCtx, data: z.output<typeof allowShape>, asked: Asked): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  await allowToKnow(ctx, personId, data, data.reason);
  return seeOther(`/shield/people/${personId}`, 'Added to those who may know');
}

export async function takeEndOfLeave(ctx: StaffCtx, _: unknown, asked: Asked): Promise<Answer> {
  await knowNoLonger(ctx, asked.params['id'] ?? '');
  return seeOther('/shield', 'They may know no longer');
}
