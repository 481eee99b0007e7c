import { ageInWords, expectedInWords } from '../../../../platform/time/age.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { fullDate } from '../../../../platform/time/plain-dates.ts';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';
import type { AboutRow } from '../asked.store.ts';

const partWords: Record<string, string> = { child: 'Child', unborn: 'Unborn baby', adult: 'Adult' };

/** Whom the hub asks about, as it chose to name them to this agency. */
export function People({ ctx, people }: { ctx: StaffCtx; people: readonly AboutRow[] }) {
  const today = londonDate(ctx.now);
  const born = (one: AboutRow): string => {
    if (one.date_of_birth) return `${fullDate(one.date_of_birth)} (${ageInWords(one.date_of_birth, today)})`;
    return one.expected_on ? expectedInWords(one.expected_on, today) : 'Not told';
  };
  return (
    <SortableTable
      caption="Whom the hub asks about"
      path="/asked-of-us"
      columns={['Name', 'Part', 'Date of birth', 'Address'].map((heading) => ({ heading }))}
      rows={people.map((one) => ({ cells: [one.name, partWords[one.part] ?? one.part, born(one), one.address ?? 'Not told'] }))}
    />
  );
}
