import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { longMoment } from '../../../../../platform/time/plain-dates.ts';
import { Tag } from '../../../../../platform/web/govuk/tag.tsx';
import { ClockTag } from '../../../../../platform/web/patterns/clock-tag.tsx';
import type { Again, Answer, Asked } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { enquiryStateWords, type EnquiryState, type Rag } from '../../enquiry.ts';
import { enquiryCrumbs } from '../crumbs.ts';
import { RagTag } from '../rag-tag.tsx';
import { Deciding } from './deciding.tsx';
import { enquiryFacts } from './facts.ts';
import { Picture } from './picture.tsx';
import { Rating } from './rating.tsx';
import { Requests } from './requests.tsx';

const nothingTyped: Again = { values: {}, errors: [] };

/** An enquiry: the picture, who owes an answer, and what stands between it and a decision. */
export const enquiryPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => shown(ctx, asked, nothingTyped);
export const enquiryAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => shown(ctx, asked, again);

async function shown(ctx: StaffCtx, asked: Asked, say: Again): Promise<Answer> {
  const facts = await enquiryFacts(ctx, asked.params['id'] ?? '');
  const { enquiry, contact, named, clock } = facts;
  const children = named.filter((one) => one.part !== 'adult').map((one) => one.name);
  return staffView(
    ctx,
    {
      title: `Hub enquiry about ${children.join(' and ')}`,
      errors: say.errors,
      wide: true,
      breadcrumbs: enquiryCrumbs(enquiry.id, contact.reference),
    },
    <>
      <h1 class="govuk-heading-l">Hub enquiry about {children.join(' and ')}</h1>
      <div class="govuk-body gt-facts">
        <RagTag rag={enquiry.rag as Rag} /> <Tag classes="gt-tag--words">{enquiryStateWords[enquiry.state as EnquiryState]}</Tag>{' '}
        {clock ? <ClockTag state={clock.reading.state} words={clock.reading.words} exact={clock.reading.exact} /> : null}
      </div>
      <p class="govuk-body">
        <strong>What it is for:</strong> {enquiry.purpose} Opened by {facts.names.get(enquiry.opened_by) ?? 'a colleague'},{' '}
        {longMoment(enquiry.opened_at)}, about{' '}
        <a class="govuk-link" href={`/front-door/contacts/${contact.id}`}>
          contact {contact.reference}
        </a>
        .
      </p>
      <div class="gt-columns gt-columns--2">
        <Picture facts={facts} view={asked.query['view'] === 'timeline' ? 'timeline' : 'people'} />
        <div>
          <Requests facts={facts} />
          <Deciding ctx={ctx} facts={facts} say={say} />
          <Rating ctx={ctx} facts={facts} say={say} />
        </div>
      </div>
    </>,
  );
}
