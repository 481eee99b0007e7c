import { ageInWords, expectedInWords } from '../../../../platform/time/age.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { fullDate } from '../../../../platform/time/plain-dates.ts';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { Table } from '../../../../platform/web/govuk/table.tsx';
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
    <Table
      caption="Whom the hub asks about"
      captionClasses="govuk-table__caption--m"
      firstCellIsHeader
      head={['Name', 'Part', 'Date of birth', 'Address']}
      rows={people.map((one) => [one.name, partWords[one.part] ?? one.part, born(one), one.address ?? 'Not told'])}
    />
  );
}
