import { z } from 'zod';
import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { clockTime, shortDate } from '../../../../platform/time/plain-dates.ts';
import { id, oneOf } from '../../../../platform/web/fields.ts';
import { Button, Choice, Form } from '../../../../platform/web/form-kit.tsx';
import { WarningText } from '../../../../platform/web/govuk/warning-text.tsx';
import { EmptyList, ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { declareConflict } from '../../actions/declare-conflict.ts';
import { conflictNatures } from '../../conflict-of-interest.ts';
import { endConflict } from '../../actions/end-conflict.ts';
import { runningConflicts } from '../../guard.store.ts';
import { aboutPerson } from '../person/about-person.tsx';

export const declareShape = z.object({ nature: oneOf(conflictNatures, 'Choose how you know this person') });
const words = {
  relative: 'A relative of mine',
  friend: 'A friend',
  neighbour: 'A neighbour',
  colleague: 'A colleague or a colleague’s child',
  self: 'It is my own record',
};

/** Says that the person asking knows someone privately; the record closes to them at once. */
export async function declarePage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  return aboutPerson(
    ctx,
    personId,
    'I know this person privately',
    again,
    <Form action={`/people/${personId}/conflict`} {...formCarries(ctx)}>
      <WarningText>
        From then on this record is closed to you everywhere, search included. You cannot undo it yourself. Hand over anything open about
        them first.
      </WarningText>
      <Choice
        name="nature"
        legend="How do you know them?"
        items={conflictNatures.map((nature) => ({ value: nature, text: words[nature] }))}
        values={again?.values}
        errors={again?.errors}
      />
      <Button classes="govuk-button--warning">Close this record to me</Button>
    </Form>,
  );
}

export async function takeDeclaration(ctx: StaffCtx, data: z.output<typeof declareShape>, asked: Asked): Promise<Answer> {
  await declareConflict(ctx, asked.params['id'] ?? '', data.nature);
  return seeOther('/people/find', 'Thank you. That record is now closed to you.');
}

/** Conflicts of interest now running, for those who oversee access. */
export async function conflictsPage(ctx: StaffCtx): Promise<Answer> {
  const rows = await runningConflicts(ctx);
  saw(ctx, ...rows.map((row) => row.personId));
  return staffView(
    ctx,
    {
      title: 'Conflicts of interest',
      wide: true,
      breadcrumbs: [{ href: '/restrictions', label: 'Restricted records' }, { label: 'Conflicts of interest' }],
    },
    <>
      <h1 class="govuk-heading-l">Conflicts of interest</h1>
      <ListSummary
        count={rows.length}
        noun={['conflict', 'conflicts']}
        filter="running now"
        sort="newest first"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {rows.length === 0 ? (
        <EmptyList
          why="Nobody has declared a conflict of interest that is still running."
          whatToDo="Staff declare one on the person’s own page."
        />
      ) : (
        <SortableTable
          caption="Conflicts of interest"
          captionHidden
          path="/conflicts"
          columns={['Member of staff', 'Person', 'How they know them', 'Since', 'End'].map((heading) => ({ heading }))}
          rows={rows.map((row) => ({
            cells: [
              row.staffName,
              row.personName ?? 'Name not open to you',
              row.nature,
              shortDate(row.since),
              row.staffId === ctx.who.staffId ? (
                'Somebody else ends yours'
              ) : (
                <EndForm ctx={ctx} staffId={row.staffId} personId={row.personId} name={row.staffName} />
              ),
            ],
          }))}
        />
      )}
    </>,
  );
}

function EndForm({ ctx, staffId, personId, name }: { ctx: StaffCtx; staffId: string; personId: string; name: string }) {
  return (
    <Form action="/conflicts/end" {...formCarries(ctx)}>
      <input type="hidden" name="staffId" value={staffId} />
      <input type="hidden" name="personId" value={personId} />
      <button type="submit" class="govuk-button govuk-button--secondary gt-button--small" data-module="govuk-button">
        End<span class="govuk-visually-hidden"> the conflict of {name}</span>
      </button>
    </Form>
  );
}

export const endConflictShape = z.object({ staffId: id(), personId: id() });

export async function takeEndOfConflict(ctx: StaffCtx, data: z.output<typeof endConflictShape>): Promise<Answer> {
  await endConflict(ctx, data.staffId, data.personId);
  return seeOther('/conflicts', 'The conflict of interest has ended');
}
