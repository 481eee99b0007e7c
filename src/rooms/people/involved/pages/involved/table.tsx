import type { ComponentChildren } from 'preact';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { shortDate } from '../../../../../platform/time/plain-dates.ts';
import { Form } from '../../../../../platform/web/form-kit.tsx';
import { Tag } from '../../../../../platform/web/govuk/tag.tsx';
import { formCarries } from '../../../../../platform/web/view.tsx';
import type { Freshness } from '../../freshness.ts';
import { isKeptByHand, sourceInWords, type Involved } from '../../involvement.ts';

const headings = ['Agency', 'Person', 'Role', 'From and to', 'How to reach them now', 'How fresh'];

interface TableProps {
  ctx: StaffCtx;
  rows: readonly Involved[];
  caption: string;
  /** Rows first written at or after this moment are marked as new; null marks none. */
  newSince?: Date | null;
}

/** Who is involved, one a row, by agency. */
export function InvolvedTable({ ctx, rows, caption, newSince = null }: TableProps) {
  return (
    <table class="govuk-table gt-stacks">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {headings.map((heading) => (
            <th scope="col" class="govuk-table__header">
              {heading}
            </th>
          ))}
          <td class="govuk-table__cell gt-no-print" />
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((one) => (
          <Line ctx={ctx} one={one} isNew={newSince !== null && one.recordedAt >= newSince} />
        ))}
      </tbody>
    </table>
  );
}

const Cell = ({ heading, children }: { heading?: string; children: ComponentChildren }) => (
  <td class="govuk-table__cell" data-heading={heading}>
    {children}
  </td>
);

function Line({ ctx, one, isNew }: { ctx: StaffCtx; one: Involved; isNew: boolean }) {
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        {one.agencyName}
        {one.teamName ? (
          <>
            <br />
            <span class="govuk-body-s">{one.teamName}</span>
          </>
        ) : null}
      </th>
      <Cell heading="Person">
        {one.staffId ? (
          <a class="govuk-link" href={`/practitioners/${one.staffId}`}>
            {one.practitioner}
          </a>
        ) : (
          one.practitioner
        )}
        {isNew ? <Mark>New</Mark> : null}
        {one.isLead ? <Mark>Lead professional</Mark> : null}
        {one.sensitive ? <Mark classes="govuk-tag--grey">Shown with agreement</Mark> : null}
      </Cell>
      <Cell heading="Role">{one.role}</Cell>
      <Cell heading="From and to">
        {shortDate(one.startedOn)} {one.endedOn ? `to ${shortDate(one.endedOn)}` : 'to now'}
      </Cell>
      <Cell heading="How to reach them now">{one.reach}</Cell>
      <Cell heading="How fresh">
        {one.endedOn === null ? (
          <>
            <FreshnessTag freshness={one.freshness} />
            <br />
          </>
        ) : null}
        <span class="gt-muted">{sourceInWords(one)}</span>
      </Cell>
      <Cell>{isKeptByHand(one) ? <Upkeep ctx={ctx} one={one} /> : null}</Cell>
    </tr>
  );
}

const Mark = ({ children, classes }: { children: ComponentChildren; classes?: string }) => (
  <>
    {' '}
    <Tag classes={classes}>{children}</Tag>
  </>
);

/** How fresh a fact is: the words say it, the tag makes what needs checking stand out. */
export function FreshnessTag({ freshness }: { freshness: Freshness }) {
  if (freshness.state === 'not confirmed') return <Tag classes="govuk-tag--yellow gt-tag--words">{freshness.words}</Tag>;
  if (freshness.state === 'probably out of date') return <Tag classes="govuk-tag--red gt-tag--words">{freshness.words}</Tag>;
  return <>{freshness.words}</>;
}

function Upkeep({ ctx, one }: { ctx: StaffCtx; one: Involved }) {
  return (
    <>
      <Form action={`/involvements/${one.id}/confirm`} {...formCarries(ctx)}>
        <button type="submit" class="govuk-button govuk-button--secondary gt-button--small" data-module="govuk-button">
          Still right<span class="govuk-visually-hidden">: {one.practitioner}</span>
        </button>
      </Form>
      <a class="govuk-link gt-no-print" href={`/involvements/${one.id}/end`}>
        End<span class="govuk-visually-hidden"> {one.practitioner}</span>
      </a>
    </>
  );
}
