import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { InsetText } from '../../../../platform/web/govuk/inset-text.tsx';
import { Button, DateField, Form, SelectField, TextField, type FieldState } from '../../../../platform/web/form-kit.tsx';
import type { Again, Answer } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { findPeople } from '../../search.store.ts';
import { askedFor, searchReasons, type SearchAnswers } from './form.ts';
import { Results } from './results.tsx';

const crumbs = [{ href: '/people/find', label: 'Find a child' }];

function Questions(state: FieldState) {
  return (
    <div class="gt-columns gt-columns--2">
      <div>
        <TextField
          name="given"
          label="Given names"
          hint="As you know them. Order and spelling need not be exact."
          width={20}
          autocomplete="off"
          spellcheck={false}
          {...state}
        />
        <TextField name="family" label="Family name" width={20} autocomplete="off" spellcheck={false} {...state} />
        <DateField name="born" legend="Date of birth" hint="For example, 4 3 2015" {...state} />
      </div>
      <div>
        <TextField name="area" label="Area" hint="A postcode, its first half (HA1) or a ward" width={20} autocomplete="off" {...state} />
        <TextField name="number" label="NHS number or UPN" width={20} autocomplete="off" spellcheck={false} {...state} />
        <SelectField name="reason" label="Why are you looking?" items={searchReasons.map((text) => ({ value: text, text }))} {...state} />
        <TextField
          name="why"
          label="In a few words, what for"
          hint="Kept with the search, and shown to those who ask who has seen a record"
          width={30}
          {...state}
        />
      </div>
    </div>
  );
}

function SearchForm({ ctx, state }: { ctx: StaffCtx; state: FieldState }) {
  return (
    <Form action="/people/find" {...formCarries(ctx)}>
      <Questions {...state} />
      <Button>Search</Button>
    </Form>
  );
}

/** Find a child: a search with its reason. Asks for more than a name. */
export async function findPage(ctx: StaffCtx, again?: Again): Promise<Answer> {
  return staffView(
    ctx,
    { title: 'Find a child', wide: true, errors: again?.errors ?? [], breadcrumbs: [{ label: 'Find a child' }] },
    <>
      <h1 class="govuk-heading-l">Find a child</h1>
      <InsetText>
        Every search is recorded with its reason and who it returned. Enter a name with a date of birth, an area or a number.
      </InsetText>
      <SearchForm ctx={ctx} state={{ values: again?.values, errors: again?.errors }} />
      <p class="govuk-body">
        <a class="govuk-link" href="/practitioners">
          Find a practitioner
        </a>
      </p>
    </>,
  );
}

/** What the search found: who, on what they agree, and an honest answer when nobody does. */
export async function searchPage(ctx: StaffCtx, typed: SearchAnswers): Promise<Answer> {
  const asked = askedFor(typed);
  const reason = `${typed.reason}: ${typed.why}`;
  const found = await findPeople(ctx, asked.facts, asked.outward, reason);
  ctx.note.purpose = reason;
  const [year = '', month = '', day = ''] = typed.born?.split('-') ?? [];
  const values = { ...typed, 'born-day': day, 'born-month': month, 'born-year': year };
  return staffView(
    ctx,
    { title: 'Search results', wide: true, breadcrumbs: [...crumbs, { label: 'Search results' }] },
    <>
      <h1 class="govuk-heading-l">Search results</h1>
      <Results ctx={ctx} found={found} asked={asked} reason={reason} />
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">Search again</span>
        </summary>
        <div class="govuk-details__text">
          <SearchForm ctx={ctx} state={{ values }} />
        </div>
      </details>
    </>,
  );
}
