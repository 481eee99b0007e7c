import { z } from 'zod';
import { about, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { invalid, notFound } from '../../../../../platform/access/refusal.ts';
import { clockTime, fullDate, shortDate } from '../../../../../platform/time/plain-dates.ts';
import { id as idField } from '../../../../../platform/web/fields.ts';
import { Button, errorFor, Form, listValue, SelectField, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { ErrorMessage } from '../../../../../platform/web/govuk/error-message.tsx';
import { ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { handOver } from '../../actions/hand-over.ts';
import { workKinds } from '../../freshness.ts';
import { colleaguesOf, heldBy, nameCover, type Held } from '../../leaver.store.ts';
import { practitionerOf } from '../../practitioner.store.ts';
import { londonDay } from '../../../today.ts';

const ids = z.preprocess(
  (typed) => (typed === undefined || typed === '' ? [] : [typed].flat()),
  z.array(z.uuid({ error: 'Open the page again' })).max(1000),
);
export const handOverShape = z.object({ involvementIds: ids, toId: idField('Choose who takes them on') });
export const coverShape = z.object({ coverId: idField('Choose who stands in') });

const trail = (id: string, name: string) => [
  { href: '/practitioners', label: 'Practitioners' },
  { href: `/practitioners/${id}`, label: name },
  { label: 'Pass on' },
];

/** "Sam leaves on Friday: 14 children": what a colleague who leaves still holds, to give to others together or one by one. */
export async function handOverPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const id = asked.params['id'] ?? '';
  const one = await practitionerOf(ctx, id);
  const held = await heldBy(ctx, id);
  if (held.length === 0) throw notFound();
  about(ctx, 'staff', id);
  const today = londonDay(ctx);
  const when = one.leftOn ? `${one.leftOn < today ? 'left' : 'leaves'} on ${fullDate(one.leftOn)}` : 'has no post any more';
  const children = new Set(held.map((row) => row.personId)).size;
  const colleagues = await colleaguesOf(ctx, id);
  const state: FieldState = { values: again?.values, errors: again?.errors };
  return staffView(
    ctx,
    { title: `Pass on the work of ${one.name}`, wide: true, errors: again?.errors ?? [], breadcrumbs: trail(id, one.name) },
    <>
      <h1 class="govuk-heading-l">
        {one.name} {when}: {children === 1 ? '1 child' : `${children} children`}
      </h1>
      <p class="govuk-body">
        Each must go to someone. Until then every page and sheet shows {one.coverName ? <strong>{one.coverName}</strong> : 'the team'}{' '}
        instead of {one.name} once they have left. What belongs to early help, a referral or a strategy discussion stays with that work
        until it is given to someone else there; here you say who covers.
      </p>
      <ListSummary
        count={held.length}
        noun={['involvement', 'involvements']}
        filter={`held by ${one.name}, ${held.filter((row) => row.coverName).length} covered`}
        sort="by child"
        asOf={`${clockTime(ctx.now)} today`}
      />
      <Form action={`/practitioners/${id}/hand-over`} {...formCarries(ctx)}>
        {errorFor(again?.errors, 'involvementIds') ? (
          <ErrorMessage id="involvementIds-error">{errorFor(again?.errors, 'involvementIds')}</ErrorMessage>
        ) : null}
        <Rows rows={held} today={today} chosen={again ? listValue(again.values, 'involvementIds') : held.map((row) => row.involvementId)} />
        <SelectField name="toId" label="Who takes on those ticked" items={colleagues} {...state} />
        <Button>Pass on</Button>
      </Form>
      <h2 class="govuk-heading-m">Who stands in until all are passed on</h2>
      <Form action={`/practitioners/${id}/cover`} {...formCarries(ctx)}>
        <SelectField name="coverId" label="Who stands in" items={colleagues} {...state} />
        <Button classes="govuk-button--secondary">Name them</Button>
      </Form>
    </>,
  );
}

function Rows({ rows, today, chosen }: { rows: readonly Held[]; today: string; chosen: readonly string[] }) {
  return (
    <table class="govuk-table gt-stacks">
      <caption class="govuk-visually-hidden">Involvements to pass on</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {['Child', 'Role', 'Since', 'What becomes of it', 'Covered by', 'Pass on'].map((heading) => (
            <th scope="col" class="govuk-table__header">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((row, at) => (
          <Row
            row={row}
            today={today}
            id={at === 0 ? 'involvementIds' : `involvementIds-${at + 1}`}
            checked={chosen.includes(row.involvementId)}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, today, id, checked }: { row: Held; today: string; id: string; checked: boolean }) {
  const cell = (heading: string, words: string) => (
    <td class="govuk-table__cell" data-heading={heading}>
      {words}
    </td>
  );
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        {row.child}
        {row.dateOfBirth ? <span class="govuk-body-s">, born {fullDate(row.dateOfBirth)}</span> : null}
      </th>
      {cell('Role', `${row.role}${row.isLead ? ' (leads)' : ''}`)}
      {cell('Since', shortDate(row.since, today))}
      {cell(
        'What becomes of it',
        workKinds.has(row.becauseKind ?? '') ? 'Covered until the work is given to someone else' : 'Goes over today',
      )}
      {cell('Covered by', row.coverName ?? 'Nobody yet')}
      <td class="govuk-table__cell">
        <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              id={id}
              name="involvementIds"
              type="checkbox"
              value={row.involvementId}
              checked={checked}
            />
            <label class="govuk-label govuk-checkboxes__label" for={id}>
              Pass on
              <span class="govuk-visually-hidden">
                : {row.child}, {row.role}
              </span>
            </label>
          </div>
        </div>
      </td>
    </tr>
  );
}

export async function takeHandOver(ctx: StaffCtx, data: z.output<typeof handOverShape>, asked: Asked): Promise<Answer> {
  const id = asked.params['id'] ?? '';
  const done = await handOver(ctx, { fromId: id, involvementIds: data.involvementIds, toId: data.toId });
  const words = [
    done.over > 0 ? `${done.over} passed on` : '',
    done.covered > 0 ? `${done.covered} covered until the work is given to someone else` : '',
    done.closed > 0
      ? `${done.closed} not passed on: that colleague may not open the record. Choose someone else, or have them allowed first`
      : '',
  ];
  const left = await heldBy(ctx, id);
  return seeOther(left.length > 0 ? `/practitioners/${id}/hand-over` : `/practitioners/${id}`, words.filter(Boolean).join('; '));
}

export async function takeCover(ctx: StaffCtx, data: z.output<typeof coverShape>, asked: Asked): Promise<Answer> {
  const id = asked.params['id'] ?? '';
  if (!(await colleaguesOf(ctx, id)).some((one) => one.value === data.coverId))
    throw invalid([{ field: 'coverId', message: 'Choose who stands in' }]);
  if (!(await nameCover(ctx, id, data.coverId))) throw notFound();
  about(ctx, 'staff', id);
  return seeOther(`/practitioners/${id}/hand-over`, 'Who stands in is named');
}
