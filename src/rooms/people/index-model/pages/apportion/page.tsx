import { z } from 'zod';
import { saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { id as anId, oneOf, requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Choice, Form, TextField } from '../../../../../platform/web/form-kit.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { aboutPerson } from '../../../pages/person/about-person.tsx';
import { entryFacts } from '../../../index-entry.store.ts';
import { personRow } from '../../../person.store.ts';
import { nameOf } from '../../../person.ts';
import { londonDay } from '../../../today.ts';
import { fullDate } from '../../../../../platform/time/plain-dates.ts';
import { apportion } from '../../actions/apportion.ts';
import { itemsInWords, openItems, type Item } from '../../apportion.store.ts';

export const apportionShape = z.object({
  item: anId('Choose an entry'),
  decision: oneOf(['stays', 'goes'], 'Choose whose it is'),
  reason: requiredText('Say how you know', 500),
});

/** Entries written while two people were wrongly one, one at a time beside both people. */
export async function apportionPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  const items = await itemsInWords(ctx, await openItems(ctx, personId));
  const readable = items.filter((one) => one.words !== null);
  const first = readable[0];
  return aboutPerson(
    ctx,
    personId,
    'Whose is this?',
    again,
    <>
      {first ? (
        await question(ctx, personId, first, readable.length, again)
      ) : (
        <EmptyList
          why="Nothing here waits for you to say whose it is."
          whatToDo={
            <a class="govuk-link" href={`/people/${personId}/records`}>
              Back to records and sources
            </a>
          }
        />
      )}
      {items.length > readable.length ? (
        <p class="govuk-body">
          {items.length - readable.length} more {items.length - readable.length === 1 ? 'entry waits' : 'entries wait'} for someone at work
          with the person: you may not read what they say.
        </p>
      ) : null}
    </>,
  );
}

async function question(ctx: StaffCtx, personId: string, item: Item, count: number, again: Again | undefined) {
  const [one, other] = [await facts(ctx, item.personId), await facts(ctx, item.otherId)];
  saw(ctx, item.personId, item.otherId);
  const state = { values: again?.values, errors: again?.errors };
  return (
    <>
      <ListSummary
        count={count}
        noun={['entry', 'entries']}
        filter="to be given to the right person"
        sort="oldest first"
        asOf={shortMoment(ctx.now, londonDay(ctx))}
      />
      <div class="govuk-inset-text">
        <strong>{item.what}:</strong> {item.words}
      </div>
      <SortableTable
        caption="The two people"
        path=""
        columns={[{ heading: 'Fact' }, { heading: 'It stands under' }, { heading: 'It may be of' }]}
        rows={[
          { cells: ['Name', item.personName, item.otherName] },
          { cells: ['Date of birth', one.born, other.born] },
          { cells: ['Address', one.address, other.address] },
        ]}
      />
      <Form action={`/people/${personId}/apportion`} {...formCarries(ctx)}>
        <input type="hidden" name="item" value={item.id} />
        <Choice
          name="decision"
          legend="Whose is it?"
          items={[
            { value: 'stays', text: `${item.personName}, born ${one.born}: it stays where it is` },
            { value: 'goes', text: `${item.otherName}, born ${other.born}: it is moved` },
          ]}
          {...state}
        />
        <TextField name="reason" label="How do you know?" {...state} />
        <Button>Save and show the next</Button>
      </Form>
    </>
  );
}

async function facts(ctx: StaffCtx, personId: string): Promise<{ name: string; born: string; address: string }> {
  const person = await personRow(ctx, personId);
  const entry = await entryFacts(ctx, personId);
  return {
    name: nameOf(person),
    born: person.date_of_birth ? fullDate(person.date_of_birth) : 'not known',
    address: entry.address ?? 'Not known',
  };
}

export async function takeApportion(ctx: StaffCtx, data: z.output<typeof apportionShape>, asked: Asked): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  await apportion(ctx, { personId, itemId: data.item, decision: data.decision, reason: data.reason });
  return seeOther(`/people/${personId}/apportion`, 'Saved');
}

/** Every entry that waits, for the desk: by the person it stands under. */
export async function apportionListPage(ctx: StaffCtx): Promise<Answer> {
  const items = await itemsInWords(ctx, await openItems(ctx));
  saw(ctx, ...items.flatMap((one) => [one.personId, one.otherId]));
  const people = [...Map.groupBy(items, (one) => `${one.personId} ${one.otherId}`).values()];
  return staffView(
    ctx,
    { title: 'Whose is it?', wide: true, breadcrumbs: [{ href: '/index/review', label: 'Review desk' }, { label: 'Whose is it?' }] },
    <>
      <h1 class="govuk-heading-l">Whose is it?</h1>
      <p class="govuk-body">
        What was written while two people were wrongly one. Nothing is lost meanwhile: each entry stands under one of them until someone
        says whose it is.
      </p>
      {people.length === 0 ? (
        <EmptyList
          why="Nothing waits among the people you have open."
          whatToDo="Entries appear here when a join is taken back or a record is parted from a person."
        />
      ) : (
        <>
          <ListSummary count={items.length} noun={['entry', 'entries']} sort="oldest first" asOf={shortMoment(ctx.now, londonDay(ctx))} />
          <SortableTable
            caption="Entries that wait"
            captionHidden
            path=""
            columns={[
              { heading: 'Stand under' },
              { heading: 'May be of' },
              { heading: 'Waiting since' },
              { heading: 'How many', numeric: true },
            ]}
            rows={people.map((of) => ({
              cells: [
                <a class="govuk-link" href={`/people/${of[0]?.personId}/apportion`}>
                  {of[0]?.personName}
                </a>,
                of[0]?.otherName ?? '',
                of[0] ? shortMoment(of[0].raisedAt, londonDay(ctx)) : '',
                String(of.length),
              ],
            }))}
          />
        </>
      )}
    </>,
  );
}
