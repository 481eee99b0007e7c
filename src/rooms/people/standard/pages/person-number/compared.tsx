import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { Button, Form } from '../../../../../platform/web/form-kit.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import { formCarries } from '../../../../../platform/web/view.tsx';
import type { AddressAnswer } from '../../pds/compare-addresses.ts';
import { answerWords, isOpen, shown, type ComparedField } from '../../pds/reconcile.ts';
import type { differencesOf } from '../../pds/trace.store.ts';

type Row = Awaited<ReturnType<typeof differencesOf>>[number];

export interface ComparedProps {
  ctx: StaffCtx;
  personId: string;
  rows: readonly Row[];
  mayDecide: boolean;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Ours beside theirs; two equal buttons where a person decides, the decision where one has. */
export function Compared({ ctx, personId, rows, mayDecide }: ComparedProps) {
  const open = rows.filter((row) => row.decision === null && isOpen({ answer: row.answer as AddressAnswer }));
  return (
    <section>
      <h2 class="govuk-heading-m">
        {open.length === 0 ? 'Nothing is left to decide' : `${open.length} ${open.length === 1 ? 'fact differs' : 'facts differ'}`}
      </h2>
      <p class="govuk-body">
        Taking theirs adds it with today’s date and its source; nothing that was held is lost. A family may live under another name or at
        another address than their GP knows: ask them where you can.
      </p>
      <SortableTable
        caption="Held here and by the NHS"
        captionHidden
        path=""
        columns={['Fact', 'Held here', 'Held by the NHS', 'How they compare', 'Decision'].map((heading) => ({ heading }))}
        rows={rows.map((row) => ({
          cells: [
            capital(row.field),
            valueOf(row, row.ours),
            row.decision ? 'Not kept once decided' : valueOf(row, row.theirs),
            answerWords[row.answer as AddressAnswer],
            <Decision ctx={ctx} personId={personId} row={row} mayDecide={mayDecide && open.includes(row)} />,
          ],
        }))}
      />
    </section>
  );
}

function valueOf(row: Row, value: string | null): string {
  if (row.answer === 'same') return 'The same';
  return shown(row.field as ComparedField, value) ?? 'Nothing';
}

function Decision({ ctx, personId, row, mayDecide }: { ctx: StaffCtx; personId: string; row: Row; mayDecide: boolean }) {
  if (row.decision)
    return (
      <>
        {row.decision === 'take theirs' ? 'Theirs taken' : 'Ours kept'}
        {row.decided_at ? `, ${shortMoment(row.decided_at, londonDate(ctx.now))}` : ''}
        {row.decidedBy ? ` by ${row.decidedBy}` : ''}
      </>
    );
  if (!mayDecide) return <>{isOpen({ answer: row.answer as AddressAnswer }) ? 'Open' : 'None needed'}</>;
  const button = (decision: string, words: string) => (
    <Button name="decision" value={decision} classes="govuk-button--secondary govuk-!-margin-bottom-1">
      {words}
      <span class="govuk-visually-hidden"> for the {row.field}</span>
    </Button>
  );
  return (
    <Form action={`/people/${personId}/nhs-number`} {...formCarries(ctx)}>
      <input type="hidden" name="field" value={row.field} />
      {row.theirs ? button('take theirs', 'Take theirs') : null} {button('keep ours', 'Keep ours')}
    </Form>
  );
}
