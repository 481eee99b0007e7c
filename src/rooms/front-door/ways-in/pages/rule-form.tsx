import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid } from '../../../../platform/access/refusal.ts';
import {
  Button,
  Choice,
  Choices,
  DateField,
  Form,
  SelectField,
  TextArea,
  TextField,
  type FieldState,
} from '../../../../platform/web/form-kit.tsx';
import { Details } from '../../../../platform/web/govuk/details.tsx';
import { oneOf, optionalOneOf, optionalText, requiredText, ticked, wholeNumber } from '../../../../platform/web/fields.ts';
import { seeOther, type Again, type Answer, type Asked, type Typed } from '../../../../platform/web/route.ts';
import { readDate } from '../../../../platform/time/date-input.ts';
import { partsOf } from '../../../../platform/time/calendar-day.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { concernCategories, sourceWords } from '../../codes.ts';
import { agreeToRule } from '../actions/agree-to-rule.ts';
import { proposeRule } from '../actions/propose-rule.ts';
import { refuseRule } from '../actions/refuse-rule.ts';
import { channelWords, disciplines, laneKeys, lanes, priorityWords, rags, ragWords } from '../lanes.codes.ts';
import { lastRule, listOf } from '../rule-change.ts';
import { ruleRow, type RuleStanding } from '../rule.store.ts';

const many = z.preprocess((typed) => [typed ?? []].flat().filter(Boolean), z.array(z.string().max(80)).max(60));
const age = optionalText(3).pipe(
  z
    .string()
    .regex(/^\d{1,2}$/, 'Enter an age in whole years')
    .transform(Number)
    .nullable(),
);
const oneDay = optionalText(4);

export const ruleShape = z.object({
  of: optionalText(36),
  name: requiredText('Enter what the rule is called', 100),
  because: requiredText('Enter why it stands', 500),
  position: wholeNumber(1, 999, 'Enter a place from 1 to 998'),
  channels: many,
  sources: many,
  categories: many,
  words: optionalText(2000),
  postcodes: optionalText(500),
  ageFrom: age,
  ageTo: age,
  openWork: optionalOneOf(['yes', 'no']),
  danger: optionalOneOf(['yes', 'no']),
  timeOfDay: optionalOneOf(['hub hours', 'out of hours']),
  lane: oneOf(laneKeys, 'Select the lane'),
  discipline: optionalOneOf(disciplines),
  priority: oneOf(['1', '2', '3'], 'Select how soon'),
  suggestedRag: optionalOneOf(rags),
  retires: ticked,
  'validFrom-day': oneDay,
  'validFrom-month': oneDay,
  'validFrom-year': oneDay,
});
export const refuseShape = z.object({ why: requiredText('Enter why', 500) });

const valuesOf = (row: RuleStanding): Typed => {
  const { year, month, day } = partsOf(row.valid_from);
  return {
    of: row.id,
    name: row.name,
    because: row.because,
    position: String(row.position),
    channels: row.channels,
    sources: row.sources,
    categories: row.categories,
    words: row.words.join('\n'),
    postcodes: row.postcodes.join(', '),
    ageFrom: row.age_from === null ? '' : String(row.age_from),
    ageTo: row.age_to === null ? '' : String(row.age_to),
    openWork: row.open_work ?? '',
    danger: row.danger ?? '',
    timeOfDay: row.time_of_day ?? '',
    lane: row.lane,
    discipline: row.discipline ?? '',
    priority: String(row.priority),
    suggestedRag: row.suggested_rag ?? '',
    ...(row.agreed_at ? {} : { 'validFrom-day': String(day), 'validFrom-month': String(month), 'validFrom-year': String(year) }),
  };
};

/** A proposal: a new rule, or a change of one, filled from the row it changes. */
export async function proposePage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const of = asked.query['of'];
  return shown(ctx, { values: of ? valuesOf(await ruleRow(ctx, of)) : {}, errors: [] });
}
export const proposeAgain = (ctx: StaffCtx, again: Again): Promise<Answer> => shown(ctx, again);

async function shown(ctx: StaffCtx, state: Again): Promise<Answer> {
  const of = String(state.values['of'] ?? '');
  const row = of ? await ruleRow(ctx, of) : null;
  const title = row ? `Change “${row.name}”` : 'Propose a rule';
  return staffView(
    ctx,
    { title, wide: true, errors: state.errors, breadcrumbs: [{ href: '/front-door/rules', label: 'Routing rules' }, { label: title }] },
    <Form action="/front-door/rules/new" {...formCarries(ctx)}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">It routes nothing until another front door manager has agreed.</p>
      <input type="hidden" name="of" value={of} />
      <div class="gt-columns gt-columns--2">
        <Conditions state={state} />
        <Effects state={state} changes={row !== null && row.key !== lastRule} />
      </div>
      <Button>Propose it</Button>
    </Form>,
  );
}

function Conditions({ state }: { state: FieldState }) {
  return (
    <div>
      <TextField name="name" label="What it is called" {...state} />
      <TextField name="because" label="Why it stands, in words a referrer could read" {...state} />
      <h2 class="govuk-heading-m">When all of this is so</h2>
      <p class="govuk-body">What is left empty is not asked for.</p>
      <Choices
        name="channels"
        legend="It came"
        small
        items={Object.entries(channelWords).map(([value, text]) => ({ value, text }))}
        {...state}
      />
      <Details summaryText="Source of the referral">
        <Choices
          name="sources"
          legend="Any of these"
          small
          items={Object.entries(sourceWords).map(([value, text]) => ({ value, text }))}
          {...state}
        />
      </Details>
      <Details summaryText="Kinds of worry">
        <Choices
          name="categories"
          legend="Any of these"
          small
          items={concernCategories.map((one) => ({ value: one, text: one }))}
          {...state}
        />
      </Details>
      <TextArea name="words" label="Words, any of them" hint="One a line. A whole word: “burn” is not in “Burnley”." rows={4} {...state} />
      <TextField name="postcodes" label="Postcode begins" hint="For example HA1 4, HA2" {...state} />
      <TextField name="ageFrom" label="Youngest child at least this old, in years" width={2} inputmode="numeric" {...state} />
      <TextField name="ageTo" label="Youngest child at most this old" width={2} inputmode="numeric" {...state} />
      <Choice name="openWork" legend="Work is open with a child" items={maybe} inline small {...state} />
      <Choice name="danger" legend="The referrer says immediate danger" items={maybe} inline small {...state} />
      <Choice
        name="timeOfDay"
        legend="It is received"
        items={[
          { value: 'hub hours', text: 'In hub hours' },
          { value: 'out of hours', text: 'Out of hours' },
          { value: '', text: 'At any time' },
        ]}
        inline
        small
        {...state}
      />
    </div>
  );
}

const maybe = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: '', text: 'Not asked for' },
];

function Effects({ state, changes }: { state: FieldState; changes: boolean }) {
  return (
    <div>
      <h2 class="govuk-heading-m">Then</h2>
      <SelectField name="lane" label="It waits in" items={lanes.map(([value, text]) => ({ value, text }))} {...state} />
      <SelectField
        name="discipline"
        label="Looked at first by"
        items={[{ value: '', text: 'Anyone' }, ...disciplines.map((one) => ({ value: one, text: one }))]}
        {...state}
      />
      <Choice
        name="priority"
        legend="How soon"
        items={Object.entries(priorityWords).map(([value, text]) => ({ value, text }))}
        inline
        small
        {...state}
      />
      <Choice
        name="suggestedRag"
        legend="Suggest a rating"
        hint="A person confirms it, always"
        items={[...rags.map((one) => ({ value: one, text: ragWords[one] ?? one })), { value: '', text: 'None' }]}
        inline
        small
        {...state}
      />
      <TextField
        name="position"
        label="Place in the order"
        hint="1 is held first; the rule for everything else is last"
        width={3}
        {...state}
      />
      <DateField name="validFrom" legend="First day" hint="Tomorrow or later" {...state} />
      {changes ? (
        <Choices name="retires" legend="Or" small items={[{ value: 'yes', text: 'End this rule on that day' }]} {...state} />
      ) : null}
    </div>
  );
}

/** Writes the proposal. */
export async function propose(ctx: StaffCtx, form: z.output<typeof ruleShape>): Promise<Answer> {
  const row = form.of ? await ruleRow(ctx, form.of) : null;
  const first = readDate(
    { day: form['validFrom-day'] ?? '', month: form['validFrom-month'] ?? '', year: form['validFrom-year'] ?? '' },
    { label: 'First day' },
  );
  if (!first.ok || !first.value) throw invalid([{ field: 'validFrom', message: first.ok ? 'Enter the first day' : first.message }]);
  const id = await proposeRule(ctx, {
    ...form,
    key: row?.key ?? `rule-${randomUUID().slice(0, 8)}`,
    words: listOf(form.words),
    postcodes: listOf(form.postcodes),
    priority: Number(form.priority),
    validFrom: first.value,
  });
  return seeOther(`/front-door/rules/${id}`, 'Proposed. Another front door manager must agree.');
}

/** The second person's yes. */
export async function agree(ctx: StaffCtx, _form: unknown, asked: Asked): Promise<Answer> {
  const id = asked.params['id'] ?? '';
  await agreeToRule(ctx, id);
  return seeOther(`/front-door/rules/${id}`, 'Agreed');
}

/** The second person's no, or the first's second thoughts. */
export async function refuse(ctx: StaffCtx, form: z.output<typeof refuseShape>, asked: Asked): Promise<Answer> {
  const id = asked.params['id'] ?? '';
  await refuseRule(ctx, id, form.why);
  return seeOther(`/front-door/rules/${id}`, 'Refused');
}
