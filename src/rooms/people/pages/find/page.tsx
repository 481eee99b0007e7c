import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { InsetText } from '../../../../platform/web/govuk/inset-text.tsx';
import { Button, DateField, Form, SelectField, TextField, type FieldState } from '../../../../platform/web/form-kit.tsx';
import { asJson, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { findPeople } from '../../search.store.ts';
import { inWords } from '../../search/in-words.ts';
import { londonDay } from '../../today.ts';
import { askedFor, searchReasons, type SearchAnswers } from './form.ts';
import { Results } from './results.tsx';
import { AsUnderstood } from './understood.tsx';
import { whatMatched } from './what-matched.ts';

const crumbs = [{ href: '/people/find', label: 'Find a child' }];

function Questions(state: FieldState) {
  return (
    <div class="gt-columns gt-columns--2">
      <div>
        <TextField
          name="q"
          label="Name, number, telephone or address"
          hint="In any order; spelling need not be exact. For example: amina husein 2019, baby of Nasreen Khan, 14 Mile End Road"
          width={30}
          autocomplete="off"
          spellcheck={false}
          {...state}
        />
        <DateField name="born" legend="Date of birth" hint="For example, 4 3 2015. A year, or a month and a year, will do." {...state} />
        <TextField name="area" label="Area" hint="A postcode, its first half (HA1) or a ward" width={20} autocomplete="off" {...state} />
      </div>
      <div>
        <SelectField name="reason" label="Why are you looking?" items={searchReasons.map((text) => ({ value: text, text }))} {...state} />
        <TextField
          name="why"
          label="In a few words, what for"
          hint="Kept with the search, and shown to those who ask who has seen a record"
          width={30}
          {...state}
        />
        <Button>Search</Button>
      </div>
    </div>
  );
}

/** Find a child: one box, with a date or an area, and the reason. Asks for more than a name. */
export async function findPage(ctx: StaffCtx, again?: Again, asked?: Asked): Promise<Answer> {
  if (asked?.json && again) return asJson({ errors: again.errors }, 422);
  return staffView(
    ctx,
    { title: 'Find a child', wide: true, errors: again?.errors ?? [], breadcrumbs: [{ label: 'Find a child' }] },
    <>
      <h1 class="govuk-heading-l">Find a child</h1>
      <InsetText>
        Every search is recorded with its reason and who it returned. Enter a name with a date of birth, an area or a number; or a number, a
        telephone number or an address alone.
      </InsetText>
      <Form action="/people/find" {...formCarries(ctx)}>
        <Questions values={again?.values} errors={again?.errors} />
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href="/practitioners">
          Find a practitioner
        </a>
      </p>
    </>,
  );
}

/** What the search found: who, on what they agree, and an honest answer when nobody does; the same as JSON for a request that accepts it. */
export async function searchPage(ctx: StaffCtx, typed: SearchAnswers, asked?: Asked): Promise<Answer> {
  const read = askedFor(typed, londonDay(ctx));
  const reason = `${typed.reason}: ${typed.why}`;
  const found = await findPeople(ctx, read.sought, reason);
  ctx.note.purpose = reason;
  if (asked?.json)
    return asJson({
      understood: inWords(read.sought),
      notUsed: read.unread,
      people: found.map((one) => (one.contactInstead ? one : { ...one, because: whatMatched(read.sought, one).words })),
    });
  return staffView(
    ctx,
    { title: 'Search results', wide: true, breadcrumbs: [...crumbs, { label: 'Search results' }] },
    <>
      <h1 class="govuk-heading-l">Search results</h1>
      <AsUnderstood ctx={ctx} read={read} reason={typed.reason} why={typed.why} />
      <Results ctx={ctx} found={found} sought={read.sought} reason={reason} />
      <p class="govuk-body">
        <a class="govuk-link" href="/people/find">
          Search for someone else
        </a>
      </p>
    </>,
  );
}
