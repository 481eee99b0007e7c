import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { Button, DateField, Form, TextField } from '../../../../platform/web/form-kit.tsx';
import { InsetText } from '../../../../platform/web/govuk/inset-text.tsx';
import { formCarries } from '../../../../platform/web/view.tsx';
import { inWords } from '../../search/in-words.ts';
import type { Sought } from '../../search/sought.ts';
import type { Understood } from '../../search/typed-query.ts';

/** What was understood, as the boxes of the form that puts it right. */
function boxesOf({ name, born, postcode, outward, ward, identifiers, phone, line, parent }: Sought): Record<string, string> {
  const date = born?.kind === 'day' ? born.date.split('-') : [];
  const year = born?.kind === 'month' ? born.year : born?.kind === 'years' && born.years.length === 1 ? born.years[0] : '';
  return {
    given: name ?? '',
    parent: parent ?? '',
    'born-day': date[2]?.replace(/^0/, '') ?? '',
    'born-month': date[1]?.replace(/^0/, '') ?? (born?.kind === 'month' ? String(born.month) : ''),
    'born-year': date[0] ?? String(year),
    area: postcode ?? outward ?? ward ?? '',
    number: identifiers[0] ?? '',
    phone: phone ?? '',
    line: line ?? '',
  };
}

interface Reading {
  ctx: StaffCtx;
  read: Understood;
  reason: string;
  why: string;
}

/** The form that puts a reading right, one question to a box, with the reason already given. */
function Correction({ ctx, read, reason, why }: Reading) {
  const values = boxesOf(read.sought);
  return (
    <Form action="/people/find" {...formCarries(ctx)}>
      <div class="gt-columns gt-columns--2">
        <div>
          <TextField name="given" label="Child’s names" width={20} autocomplete="off" spellcheck={false} values={values} />
          <TextField name="parent" label="Mother’s or father’s name" width={20} autocomplete="off" spellcheck={false} values={values} />
          <DateField name="born" legend="Date of birth, as far as you know it" values={values} />
        </div>
        <div>
          <TextField name="area" label="Area" width={20} autocomplete="off" values={values} />
          <TextField name="line" label="House number and street" width={20} autocomplete="off" values={values} />
          <TextField name="number" label="NHS number, UPN or local number" width={20} autocomplete="off" values={values} />
          <TextField name="phone" label="Telephone number" width={20} autocomplete="off" values={values} />
        </div>
      </div>
      <input type="hidden" name="reason" value={reason} />
      <input type="hidden" name="why" value={why} />
      <Button>Search again</Button>
    </Form>
  );
}

/** Says how the words were understood, and lets the person put it right. */
export function AsUnderstood(reading: Reading) {
  const { sought, unread } = reading.read;
  return (
    <>
      <InsetText>
        {inWords(sought)}
        {unread.length > 0 ? <> Not used: {unread.join('; ')}.</> : null}
      </InsetText>
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">Not what you meant? Put it right</span>
        </summary>
        <div class="govuk-details__text">
          <Correction {...reading} />
        </div>
      </details>
    </>
  );
}
