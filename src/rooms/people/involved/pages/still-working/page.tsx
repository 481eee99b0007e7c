import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { clockTime, shortDate } from '../../../../../platform/time/plain-dates.ts';
import { ticked } from '../../../../../platform/web/fields.ts';
import { Button, errorFor, Form, listValue } from '../../../../../platform/web/form-kit.tsx';
import { ErrorMessage } from '../../../../../platform/web/govuk/error-message.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { seeOther, type Again, type Answer } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { answerStillWorking } from '../../actions/answer-still-working.ts';
import { keptByMe, type Kept } from '../../keep.store.ts';
import { londonDay } from '../../../today.ts';
import { FreshnessTag } from '../involved/table.tsx';

const ids = z.preprocess(
  (typed) => (typed === undefined || typed === '' ? [] : [typed].flat()),
  z.array(z.uuid({ error: 'Open the page again' })).max(300),
);
export const stillShape = z.object({ still: ids, ended: ids, all: ticked });

/** "Still working with these children?": one's own involvements, confirmed or ended many at once. */
export async function stillWorkingPage(ctx: StaffCtx, again?: Again): Promise<Answer> {
  const rows = await keptByMe(ctx);
  return staffView(
    ctx,
    {
      title: 'Still working with these children?',
      errors: again?.errors ?? [],
      breadcrumbs: [{ href: '/today', label: 'Today' }, { label: 'Still working with these children?' }],
    },
    <>
      <h1 class="govuk-heading-l">Still working with these children?</h1>
      <p class="govuk-body">
        You said so, for yourself or for a practitioner who does not use Goldthread. Others rely on it. What a feed or a piece of work says
        is kept by itself and is not here.
      </p>
      <ListSummary
        count={rows.length}
        noun={['involvement', 'involvements']}
        filter="kept true by you"
        sort="longest unconfirmed first"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {rows.length === 0 ? (
        <EmptyList why="Nothing is kept by you." whatToDo="When you record that you work with a child, it appears here." />
      ) : (
        <Form action="/still-working" {...formCarries(ctx)}>
          {errorFor(again?.errors ?? [], 'still') ? (
            <ErrorMessage id="still-error">{errorFor(again?.errors ?? [], 'still')}</ErrorMessage>
          ) : null}
          <Questions ctx={ctx} rows={rows} again={again} />
          <div class="govuk-button-group">
            <Button>Save what I ticked</Button>
            <button type="submit" name="all" value="yes" class="govuk-button govuk-button--secondary" data-module="govuk-button">
              All of these still, except those I ticked as ended ({rows.length})
            </button>
          </div>
        </Form>
      )}
    </>,
  );
}

function Questions({ ctx, rows, again }: { ctx: StaffCtx; rows: readonly Kept[]; again?: Again | undefined }) {
  const chosen = { still: listValue(again?.values, 'still'), ended: listValue(again?.values, 'ended') };
  return (
    <table class="govuk-table gt-stacks">
      <caption class="govuk-visually-hidden">Children you are recorded as working with</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {['Child', 'Who', 'Since', 'How fresh', 'Still', 'Ended'].map((heading) => (
            <th scope="col" class="govuk-table__header">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((one, at) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              <a class="govuk-link" href={`/people/${one.personId}/involved`}>
                {one.child}
              </a>
            </th>
            <td class="govuk-table__cell" data-heading="Who">
              {one.practitioner}, {one.role}
            </td>
            <td class="govuk-table__cell" data-heading="Since">
              {shortDate(one.startedOn, londonDay(ctx))}
            </td>
            <td class="govuk-table__cell" data-heading="How fresh">
              <FreshnessTag freshness={one.freshness} />
            </td>
            {(['still', 'ended'] as const).map((name) => (
              <td class="govuk-table__cell">
                <Tick id={at === 0 ? name : `${name}-${at + 1}`} name={name} one={one} checked={chosen[name].includes(one.id)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface TickProps {
  id: string;
  name: 'still' | 'ended';
  one: Kept;
  checked: boolean;
}

function Tick({ id, name, one, checked }: TickProps) {
  const words = name === 'still' ? 'Still' : 'Ended';
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" id={id} name={name} type="checkbox" value={one.id} checked={checked} />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          {words}
          <span class="govuk-visually-hidden">
            : {one.child}, {one.role}
          </span>
        </label>
      </div>
    </div>
  );
}

export async function takeStillWorking(ctx: StaffCtx, data: z.output<typeof stillShape>): Promise<Answer> {
  const done = await answerStillWorking(ctx, data);
  return seeOther('/still-working', `${done.still} confirmed, ${done.ended} ended`);
}
