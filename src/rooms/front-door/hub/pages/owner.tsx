import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { longMoment } from '../../../../platform/time/plain-dates.ts';
import { Button, Form, TextArea, TextField } from '../../../../platform/web/form-kit.tsx';
import type { Again, Answer, Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { enquiryOf } from '../enquiry.store.ts';
import { mayAsk, receivers } from '../onward.ts';
import { kindWords, type Item } from '../picture.ts';
import { itemOf } from '../picture.store.ts';
import { namedIn } from '../../contact.store.ts';
import { enquiryCrumbs } from './crumbs.ts';

/** Asking an item's owner whether it may leave the hub: to whom, for what; and what the owner said before. */
export const ownerPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> =>
  shown(ctx, asked, { values: { toWhom: receivers.referral }, errors: [] });
export const ownerAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => shown(ctx, asked, again);

async function shown(ctx: StaffCtx, asked: Asked, say: Again): Promise<Answer> {
  const { enquiry, contact } = await enquiryOf(ctx, asked.params['id'] ?? '');
  const item = await itemOf(ctx, enquiry.id, asked.params['itemId'] ?? '');
  const named = await namedIn(ctx, contact.id);
  saw(ctx, named.find((one) => one.id === item.namedId)?.person_id);
  const title = `Ask ${item.agency} whether this may go on`;
  return staffView(
    ctx,
    { title, errors: say.errors, breadcrumbs: enquiryCrumbs(enquiry.id, contact.reference, title) },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {kindWords[item.kind]}, said by {item.saidBy}, {longMoment(item.saidAt)}:
      </p>
      <blockquote class="gt-quote">{item.words}</blockquote>
      <Before item={item} />
      {mayAsk(item) ? (
        <Form action={`/front-door/hub/${enquiry.id}/items/${item.id}`} {...formCarries(ctx)}>
          <TextField
            name="toWhom"
            label="Who is to have it?"
            hint={`Work opened by the decision goes to "${receivers.referral}" or "${receivers.earlyHelp}"`}
            {...say}
          />
          <TextArea name="purpose" label="What do they need it for?" rows={2} {...say} />
          <Button>Ask {item.agency}</Button>
        </Form>
      ) : (
        <p class="govuk-body">
          {item.agency} gave this to the hub alone. It stays here; others read that it was considered and who holds it.
        </p>
      )}
    </>,
  );
}

function Before({ item }: { item: Item }) {
  if (item.asks.length === 0) return <p class="govuk-body">The owner was not asked before.</p>;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {item.asks.map((one) => (
        <li>
          {one.toWhom}, {one.purpose}:{' '}
          {one.agreed === null ? 'not answered yet' : `${one.agreed ? 'agreed' : 'refused'}${one.reason ? `: ${one.reason}` : ''}`}
        </li>
      ))}
    </ul>
  );
}
