import { about, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { Button, Form, SelectField, TextField } from '../../../../../platform/web/form-kit.tsx';
import { errorFor, textValue } from '../../../../../platform/web/form-values.ts';
import { InsetText } from '../../../../../platform/web/govuk/inset-text.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { changeMapping } from '../../actions/change-mapping.ts';
import { dateFormats, nameOrders, type ReadableFeed } from '../../feed.ts';
import { feedFields, fieldNames, type FeedField } from '../../feed-field.ts';
import { filesOf, type FeedFile } from '../../feed-file.store.ts';
import { readableFeed } from '../../feed.store.ts';
import { frame, Link, trailOf } from '../frame.tsx';
import { mappingFrom, readingFrom, valuesOf, type MappingAnswers } from './form.ts';

/** How a feed's columns are read: for every field of ours the column it stands in, or the value it always has. */
export async function mappingPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const feed = await readableFeed(ctx, asked.params['id'] ?? '');
  about(ctx, 'feed', feed.id);
  const [latest] = await filesOf(ctx, feed.id, 1);
  const state = again ?? { values: valuesOf(feed), errors: [] };
  return frame(
    ctx,
    { title: 'How its columns are read', trail: trailOf(feed), errors: state.errors },
    <>
      <Before feed={feed} latest={latest} />
      <Form action={`/index/feeds/${feed.id}/mapping`} {...formCarries(ctx)}>
        <SelectField
          name="dateFormat"
          label="How are dates written?"
          empty={false}
          items={dateFormats.map((value) => ({ value, text: value }))}
          {...state}
        />
        <SelectField
          name="nameOrder"
          label="In which order are names written?"
          empty={false}
          items={nameOrders.map((value) => ({ value, text: value }))}
          {...state}
        />
        <TextField
          name="nameScript"
          label="Script of its names (optional)"
          hint="Four letters: Latn, Arab, Beng, Hans"
          width={4}
          {...state}
        />
        <TextField name="femaleCodes" label="What it writes for female" hint="With commas between" width={20} {...state} />
        <TextField name="maleCodes" label="What it writes for male" width={20} {...state} />
        <TextField
          name="roleTold"
          label="The sender’s part in the child’s life, when a row names none"
          hint="For example: On school roll. Left empty, rows without a part of their own tell no involvement."
          width={30}
          {...state}
        />
        <h2 class="govuk-heading-m">Columns</h2>
        <ColumnNames latest={latest} />
        <SortableTable
          caption="Where each field stands"
          captionHidden
          path=""
          columns={['Field', 'Column of the file', 'Or always'].map((heading) => ({ heading }))}
          rows={fieldNames.map((field) => ({ cells: fieldCells(field, state) }))}
        />
        <Button>Save and preview</Button>
      </Form>
    </>,
  );
}

export async function takeMapping(ctx: StaffCtx, data: MappingAnswers, asked: Asked): Promise<Answer> {
  const id = asked.params['id'] ?? '';
  await changeMapping(ctx, id, mappingFrom(data), readingFrom(data));
  const [latest] = await filesOf(ctx, id, 1);
  return seeOther(
    latest && !latest.destroyedAt ? `/index/feed-files/${latest.id}/preview` : `/index/feeds/${id}`,
    latest ? 'Saved. This is how the latest file is read now.' : 'Saved. Upload a file to preview how it is read.',
  );
}

function Before({ feed, latest }: { feed: ReadableFeed; latest: FeedFile | undefined }) {
  if (feed.state === 'live')
    return <InsetText>This feed is live. Pause it before its mapping changes; afterwards it runs in shadow again.</InsetText>;
  if (!latest)
    return <InsetText>No file has come yet. Start with what is filled in below, upload a file, and come back to put it right.</InsetText>;
  return (
    <p class="govuk-body">
      The latest file, {latest.name},{' '}
      {latest.shape.heading.length > 0
        ? `has the columns ${latest.shape.heading.join(', ')}.`
        : 'is JSON: names inside names are joined by a point, like address.postcode.'}{' '}
      <Link href={`/index/feed-files/${latest.id}/preview`}>See how it is read</Link>
    </p>
  );
}

function ColumnNames({ latest }: { latest: FeedFile | undefined }) {
  return (
    <datalist id="file-columns">
      {latest?.shape.heading.map((name) => (
        <option value={name} />
      ))}
    </datalist>
  );
}

function fieldCells(field: FeedField, { values, errors }: Again) {
  const message = errorFor(errors, `column-${field}`);
  const box = (what: 'column' | 'constant', label: string) => (
    <>
      {what === 'column' && message ? (
        <p id={`column-${field}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {message}
        </p>
      ) : null}
      <input
        class={`govuk-input${what === 'column' && message ? ' govuk-input--error' : ''}`}
        id={`${what}-${field}`}
        name={`${what}-${field}`}
        type="text"
        value={textValue(values, `${what}-${field}`)}
        aria-label={`${label} ${feedFields[field]}`}
        aria-describedby={what === 'column' && message ? `column-${field}-error` : undefined}
        list={what === 'column' ? 'file-columns' : undefined}
        autocomplete="off"
        spellcheck={false}
      />
    </>
  );
  return [feedFields[field], box('column', 'Column of'), box('constant', 'Value that is always')];
}
