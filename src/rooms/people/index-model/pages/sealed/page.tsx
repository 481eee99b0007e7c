import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { id as anId, requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Form, TextArea, TextField, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { londonDay } from '../../../today.ts';
import { sealingKey } from '../../../../../platform/db/sealing-key.ts';
import { openSealed } from '../../actions/open-sealed.ts';
import { sealIdentity } from '../../actions/seal-identity.ts';
import { sealedWaiting } from '../../sealed.store.ts';

export const sealShape = z.object({
  before: anId('Enter the id of the record before adoption'),
  after: anId('Enter the id of the record of today'),
});
export const openShape = z.object({
  reference: requiredText('Enter the reference', 20),
  because: requiredText('Say why, and on whose authority', 1000),
});

/** Where the shield desk seals that two records are one adopted child, and where two officers open a reference. */
export async function sealedPage(ctx: StaffCtx, _asked: Asked, again?: Again, opened?: { before: string; after: string }): Promise<Answer> {
  const waiting = await sealedWaiting(ctx);
  const state: FieldState = { values: again?.values, errors: again?.errors };
  return staffView(
    ctx,
    {
      title: 'Sealed identities',
      errors: again?.errors ?? [],
      breadcrumbs: [{ href: '/shield', label: 'Shield desk' }, { label: 'Sealed identities' }],
    },
    <>
      <h1 class="govuk-heading-l">Sealed identities</h1>
      <p class="govuk-body">
        An adopted child has two records, before and after. That they are one child is kept encrypted, apart from everything else: no
        search, match, count or task tells of it. There is no list.
      </p>
      {sealingKey() ? null : <p class="govuk-inset-text">Sealing is not set up here: the key is missing. Ask whoever runs Goldthread.</p>}
      {opened ? <Opened {...opened} /> : null}
      <h2 class="govuk-heading-m">Seal</h2>
      <p class="govuk-body">
        The record before adoption is closed: hidden, nobody at work with it, in no family, and it leads nowhere. Check first that the
        record of today has its new NHS number and names nobody of the birth family.
      </p>
      <Form action="/shield/sealed" {...formCarries(ctx)}>
        <TextField name="before" label="Record before adoption" hint="The last part of its page’s address" {...state} />
        <TextField name="after" label="Record of today" {...state} />
        <Button>Seal</Button>
      </Form>
      <h2 class="govuk-heading-m">Open</h2>
      <p class="govuk-body">Two officers open a reference: one asks, another asks for the same within a day and is shown it once.</p>
      <Form action="/shield/sealed/open" {...formCarries(ctx)}>
        <TextField name="reference" label="Reference" hint="From the adoption file, like S-7K2M9QXD" width={20} {...state} />
        <TextArea name="because" label="Why, and on whose authority?" rows={3} maxlength={1000} {...state} />
        <Button>Ask, or open as the second officer</Button>
      </Form>
      <h2 class="govuk-heading-m">Waiting for a second officer</h2>
      {waiting.length === 0 ? (
        <EmptyList why="Nothing waits." />
      ) : (
        <SortableTable
          caption="Waiting for a second officer"
          captionHidden
          path=""
          columns={[{ heading: 'Reference' }, { heading: 'Asked by' }, { heading: 'When' }, { heading: 'Why' }]}
          rows={waiting.map((one) => ({
            cells: [one.reference, one.mine ? 'You' : one.askedBy, shortMoment(one.askedAt, londonDay(ctx)), one.because],
          }))}
        />
      )}
    </>,
  );
}

function Opened({ before, after }: { before: string; after: string }) {
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">Shown once. It stays sealed.</p>
      <p class="govuk-body">
        Before adoption:{' '}
        <a class="govuk-link" href={`/shield/people/${before}`}>
          {before}
        </a>
        <br />
        Today:{' '}
        <a class="govuk-link" href={`/shield/people/${after}`}>
          {after}
        </a>
      </p>
    </div>
  );
}

export async function takeSeal(ctx: StaffCtx, data: z.output<typeof sealShape>): Promise<Answer> {
  const reference = await sealIdentity(ctx, { beforeId: data.before, afterId: data.after });
  return seeOther('/shield/sealed', `Sealed. Note the reference ${reference} on the adoption file: it is not shown again`);
}

export async function takeOpening(ctx: StaffCtx, data: z.output<typeof openShape>, asked: Asked): Promise<Answer> {
  const opened = await openSealed(ctx, data);
  if (!opened) return seeOther('/shield/sealed', 'Asked. Another officer opens it within a day by asking for the same reference');
  return sealedPage(ctx, asked, undefined, opened);
}
