import { may, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { clockTime, fullDate } from '../../../../platform/time/plain-dates.ts';
import { Button, Form, TextField } from '../../../../platform/web/form-kit.tsx';
import { Tag } from '../../../../platform/web/govuk/tag.tsx';
import { ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';
import type { Again, Answer, Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { Places } from '../../places.tsx';
import { laneWords, priorityWords, ragWords } from '../lanes.codes.ts';
import { route, ruleSentence, whyFits } from '../routing.ts';
import { ruleOf } from '../rule-row.ts';
import { routingFactsOf, rulesInForce } from '../routing.store.ts';
import { contactByReference, routedByRule, ruleRow, ruleRows, type RuleStanding } from '../rule.store.ts';

const crumbs = (label?: string) => [
  { href: '/front-door/ways-in', label: 'Ways in' },
  { href: '/front-door/rules', label: 'Routing rules' },
  ...(label ? [{ label }] : []),
];

/** Where a row of the rules stands today. */
export function standingOf(row: RuleStanding, today: string): string {
  if (row.refused_at) return 'Refused';
  if (!row.agreed_at) return 'Waits for a second person';
  if (row.valid_from > today) return row.retires ? `Ends ${fullDate(row.valid_from)}` : `From ${fullDate(row.valid_from)}`;
  if (row.valid_to && row.valid_to < today) return 'No longer in force';
  return row.retires ? 'Ended' : 'In force';
}

/** The rules in the order they are held, what waits for a second person, and how many contacts each routed. */
export async function rulesPage(ctx: StaffCtx): Promise<Answer> {
  const today = londonDate(ctx.now);
  const rows = (await ruleRows(ctx)).filter((row) => !['Refused', 'No longer in force', 'Ended'].includes(standingOf(row, today)));
  const routed = await routedByRule(ctx);
  return staffView(
    ctx,
    { title: 'Routing rules', wide: true, breadcrumbs: crumbs() },
    <>
      <h1 class="govuk-heading-l">Routing rules</h1>
      <Places ctx={ctx} here="/front-door/ways-in" />
      <p class="govuk-body govuk-!-margin-top-4">
        The first rule that fits says in which lane a contact waits. A rule may suggest a rating; a person confirms every one. A change is
        proposed by one manager and agreed by another, and holds from a day to come.
      </p>
      <div class="gt-toolbar">
        {may(ctx, 'front-door.decide') ? (
          <a class="govuk-link" href="/front-door/rules/new">
            Propose a new rule
          </a>
        ) : null}
        <a class="govuk-link" href="/front-door/rules/try">
          Try the rules on a contact
        </a>
      </div>
      <ListSummary
        count={rows.length}
        noun={['rule', 'rules']}
        filter="in force or to come"
        sort="in the order they are held"
        asOf={`${clockTime(ctx.now)} today`}
      />
      <SortableTable
        path="/front-door/rules"
        caption="Routing rules, in the order they are held"
        captionHidden
        columns={['Rule', 'In words', 'Lane', 'Suggests', 'Stands', 'Routed in 30 days'].map((heading) => ({ heading }))}
        rows={rows.map((row) => ({
          cells: [
            <a class="govuk-link" href={`/front-door/rules/${row.id}`}>
              {row.name}
            </a>,
            row.retires ? 'The rule ends' : ruleSentence(ruleOf(row)),
            laneWords[row.lane] ?? row.lane,
            row.suggested_rag ? (ragWords[row.suggested_rag] ?? '') : 'Nothing',
            row.agreed_at ? standingOf(row, today) : <Tag classes="govuk-tag--yellow">{standingOf(row, today)}</Tag>,
            routed.get(row.id) ?? 0,
          ],
        }))}
      />
    </>,
  );
}

/** One rule: what it says, since when, who proposed and agreed, every row before it; the second person's answer. */
export const rulePage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => ruleShown(ctx, asked, { values: {}, errors: [] });
export const ruleAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => ruleShown(ctx, asked, again);

async function ruleShown(ctx: StaffCtx, asked: Asked, state: Again): Promise<Answer> {
  const row = await ruleRow(ctx, asked.params['id'] ?? '');
  const today = londonDate(ctx.now);
  const history = await ruleRows(ctx, row.key);
  const waits = !row.agreed_at && !row.refused_at;
  return staffView(
    ctx,
    { title: row.name, errors: state.errors, breadcrumbs: crumbs(row.name) },
    <>
      <h1 class="govuk-heading-l">{row.name}</h1>
      <p class="govuk-body">{row.retires ? `The rule ends on ${fullDate(row.valid_from)}.` : ruleSentence(ruleOf(row))}</p>
      <p class="govuk-body">
        <strong>Why:</strong> {row.because}
      </p>
      {waits && may(ctx, 'front-door.decide') ? <Answering ctx={ctx} row={row} state={state} /> : null}
      {!waits && may(ctx, 'front-door.decide') ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/front-door/rules/new?of=${row.id}`}>
            Propose a change
          </a>
        </p>
      ) : null}
      <h2 class="govuk-heading-m">Every form it had</h2>
      <SortableTable
        path={`/front-door/rules/${row.id}`}
        caption={`History of ${row.name}, newest first`}
        captionHidden
        columns={['From', 'Until', 'In words', 'Proposed by', 'Answered by', 'Stands'].map((heading) => ({ heading }))}
        rows={history.map((one) => ({
          current: one.id === row.id,
          cells: [
            fullDate(one.valid_from),
            one.valid_to ? fullDate(one.valid_to) : 'further notice',
            one.retires ? 'The rule ends' : ruleSentence(ruleOf(one)),
            one.proposed_by_name ?? 'Came with Goldthread',
            one.agreed_by_name ??
              (one.refused_by_name ? `${one.refused_by_name}: ${one.refused_why}` : one.agreed_at ? 'Came with Goldthread' : 'Nobody yet'),
            standingOf(one, today),
          ],
        }))}
      />
    </>,
  );
}

function Answering({ ctx, row, state }: { ctx: StaffCtx; row: RuleStanding; state: Again }) {
  const mine = row.proposed_by === ctx.who.staffId;
  return (
    <>
      <p class="govuk-body">
        Proposed by {mine ? 'you' : row.proposed_by_name} for {fullDate(row.valid_from)}.{' '}
        {mine ? 'Another front door manager must agree.' : ''}
      </p>
      {mine ? null : (
        <Form action={`/front-door/rules/${row.id}/agree`} {...formCarries(ctx)}>
          <Button>Agree</Button>
        </Form>
      )}
      <Form action={`/front-door/rules/${row.id}/refuse`} {...formCarries(ctx)}>
        <TextField name="why" label={mine ? 'Why you take it back' : 'Why not'} {...state} />
        <Button classes="govuk-button--secondary">{mine ? 'Take it back' : 'Refuse'}</Button>
      </Form>
    </>
  );
}

/** Holds the rules of today against a contact, and shows of every rule whether and why it fits; a proposal beside them. Writes nothing. */
export async function tryPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const reference = (asked.query['contact'] ?? '').trim().toUpperCase();
  const contact = reference ? await contactByReference(ctx, reference) : null;
  const facts = contact ? await routingFactsOf(ctx, contact.id, null) : null;
  const rules = await rulesInForce(ctx);
  const proposals = (await ruleRows(ctx)).filter((row) => !row.agreed_at && !row.refused_at && !row.retires).map(ruleOf);
  const routed = facts ? route(rules, facts) : null;
  const values = { contact: reference };
  const errors = reference && !contact ? [{ field: 'contact', message: 'There is no contact with that reference that you may see' }] : [];
  return staffView(
    ctx,
    { title: 'Try the rules', wide: true, errors, breadcrumbs: crumbs('Try') },
    <>
      <h1 class="govuk-heading-l">Try the rules on a contact</h1>
      <form method="get" action="/front-door/rules/try">
        <TextField name="contact" label="Reference" hint="For example C-2041" width={10} values={values} errors={errors} />
        <Button>Try</Button>
      </form>
      {facts && routed && contact ? (
        <>
          <p class="govuk-body">
            <a class="govuk-link" href={`/front-door/contacts/${contact.id}/way-in`}>
              {contact.reference}
            </a>{' '}
            would wait in <strong>{laneWords[routed.rule.lane]}</strong> ({(priorityWords[routed.rule.priority] ?? '').toLowerCase()}) by “
            {routed.rule.name}”: {routed.because}.{' '}
            {routed.suggestion
              ? `${ragWords[routed.suggestion.rag]} would be suggested by “${routed.suggestion.rule.name}”: ${routed.suggestion.because}.`
              : 'No rating would be suggested.'}{' '}
            Whether work is open is looked at once the children are recognised.
          </p>
          <SortableTable
            path="/front-door/rules/try"
            caption="Each rule held against the contact"
            captionHidden
            columns={['Rule', 'Fits', 'Why'].map((heading) => ({ heading }))}
            rows={[...rules, ...proposals].map((rule) => {
              const why = whyFits(rule, facts);
              const proposed = proposals.includes(rule);
              return {
                current: rule === routed.rule,
                cells: [
                  `${rule.name}${proposed ? ' (proposed)' : ''}`,
                  why ? (rule === routed.rule ? 'Yes, first: says the lane' : 'Yes') : 'No',
                  why ?? ruleSentence(rule),
                ],
              };
            })}
          />
        </>
      ) : null}
    </>,
  );
}
