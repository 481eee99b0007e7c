import { londonDate } from '../../../../../platform/time/london.ts';
import { longMoment, shortDate } from '../../../../../platform/time/plain-dates.ts';
import { Details } from '../../../../../platform/web/govuk/details.tsx';
import { Tag } from '../../../../../platform/web/govuk/tag.tsx';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import { Timeline } from '../../../../../platform/web/patterns/timeline.tsx';
import { mayAsk, mayGo, receivers } from '../../onward.ts';
import { gapsOf, itemKinds, kindWords, perPerson, timelineOf, type Item, type ItemKind } from '../../picture.ts';
import type { EnquiryFacts } from './facts.ts';

const tones: Record<ItemKind, string> = { fact: 'govuk-tag--blue', opinion: 'govuk-tag--purple', allegation: 'govuk-tag--yellow' };
const headings: Record<ItemKind, string> = { fact: 'Facts', opinion: 'Opinions', allegation: 'Allegations' };

/** The picture: person by person or as one timeline, facts, opinions and allegations apart; then what is not known and why. */
export function Picture({ facts, view }: { facts: EnquiryFacts; view: 'people' | 'timeline' }) {
  const at = `/front-door/hub/${facts.enquiry.id}`;
  return (
    <section aria-labelledby="picture">
      <h2 class="govuk-heading-m" id="picture">
        The picture
      </h2>
      <nav aria-label="How the picture is shown">
        <ul class="gt-tabs">
          <li>
            <a class="govuk-link" href={`${at}?view=people`} aria-current={view === 'people' ? 'page' : undefined} data-shortcut="p">
              Person by person
            </a>
          </li>
          <li>
            <a class="govuk-link" href={`${at}?view=timeline`} aria-current={view === 'timeline' ? 'page' : undefined} data-shortcut="t">
              As one timeline
            </a>
          </li>
        </ul>
      </nav>
      <blockquote class="gt-quote">
        {facts.contact.what_happened}
        <br />
        <span class="gt-small">As it was raised, {longMoment(facts.contact.received_at)}</span>
      </blockquote>
      {facts.items.length === 0 ? (
        <EmptyList
          why="No agency has told the hub anything yet."
          whatToDo={facts.requests.length === 0 ? 'Ask those who may know the family.' : 'What each owes stands beside this.'}
        />
      ) : view === 'timeline' ? (
        <AsTimeline facts={facts} />
      ) : (
        perPerson(facts.named, facts.items).map((about) => (
          <div class="gt-card">
            <h3 class="govuk-heading-s">{about.name}</h3>
            {about.many === 0 ? <p class="govuk-body">No agency has said anything.</p> : null}
            {itemKinds.map((kind) => (
              <OfKind facts={facts} kind={kind} items={about.items[kind]} />
            ))}
          </div>
        ))
      )}
      <NotKnown facts={facts} />
      <Corrected facts={facts} />
    </section>
  );
}

function OfKind({ facts, kind, items }: { facts: EnquiryFacts; kind: ItemKind; items: readonly Item[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h4 class="govuk-heading-s">{headings[kind]}</h4>
      <ul class="govuk-list">
        {items.map((item) => (
          <li>
            <Tag classes={tones[kind]}>{kindWords[kind]}</Tag> {item.words}
            <Said facts={facts} item={item} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Under each item: to which question, when, from where, who said so, how it is graded, and whether it may leave the hub. */
function Said({ facts, item }: { facts: EnquiryFacts; item: Item }) {
  const when = item.from ? `${shortDate(item.from)}${item.to && item.to !== item.from ? ` to ${shortDate(item.to)}` : ''}. ` : '';
  return (
    <p class="govuk-body gt-small">
      “{item.question}” {when}
      {item.source ? `Source: ${item.source}. ` : ''}
      {item.agency}, {item.saidBy}, {longMoment(item.saidAt)}.{' '}
      {item.grading || item.handling ? `Grade ${item.grading ?? 'not given'}, handling ${item.handling ?? 'not given'}. ` : ''}
      {item.thirdParty ? 'About somebody outside the family. ' : ''}
      {leaves(item)}{' '}
      {mayAsk(item) && !facts.enquiry.closed_at ? (
        <a class="govuk-link" href={`/front-door/hub/${facts.enquiry.id}/items/${item.id}`}>
          Ask the owner<span class="govuk-visually-hidden"> about this item of {item.agency}</span>
        </a>
      ) : null}
    </p>
  );
}

/** Whether an item may leave the hub, in words. */
function leaves(item: Item): string {
  if (!mayAsk(item)) return 'Stays in the hub.';
  const who = [receivers.referral, receivers.earlyHelp].filter((one) => mayGo(item, one));
  const waits = item.asks.filter((one) => one.agreed === null).map((one) => one.toWhom);
  const asked = waits.length > 0 ? ` The owner is asked about ${waits.join(', ')}.` : '';
  return who.length > 0 ? `May go to ${who.join(' and ').toLowerCase()}.${asked}` : `Leaves only when its owner agrees.${asked}`;
}

function AsTimeline({ facts }: { facts: EnquiryFacts }) {
  const { dated, undated } = timelineOf(facts.items);
  const raisedOn = londonDate(facts.contact.received_at);
  const raised = {
    when: shortDate(raisedOn),
    at: raisedOn,
    kind: 'Raised',
    title: `Contact ${facts.contact.reference}`,
    href: `/front-door/contacts/${facts.contact.id}`,
  };
  return (
    <>
      <p class="govuk-body">Latest first.</p>
      <Timeline
        label="What agencies told the hub, latest first"
        entries={[
          raised,
          ...dated.map((item) => ({
            when: shortDate(item.from),
            at: item.from,
            kind: kindWords[item.kind],
            title: item.words,
            by: `About ${item.about ?? 'the household'}. ${item.agency}, ${item.saidBy}`,
          })),
        ].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))}
      />
      {undated.length > 0 ? (
        <>
          <h3 class="govuk-heading-s">Without a date</h3>
          <ul class="govuk-list">
            {undated.map((item) => (
              <li>
                <Tag classes={tones[item.kind]}>{kindWords[item.kind]}</Tag> {item.words}{' '}
                <span class="gt-small">
                  About {item.about ?? 'the household'}. {item.agency}, {item.saidBy}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function NotKnown({ facts }: { facts: EnquiryFacts }) {
  const gaps = gapsOf(facts.requests);
  return (
    <>
      <h3 class="govuk-heading-s" id="not-known">
        What is not known, and why
      </h3>
      {gaps.length === 0 ? (
        <p class="govuk-body">{facts.requests.length === 0 ? 'Nobody was asked.' : 'Every agency asked has told what it knows.'}</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {gaps.map((gap) => (
            <li>
              <strong>{gap.agency}</strong> {gap.words}
            </li>
          ))}
        </ul>
      )}
      {facts.enquiry.proceeded_without ? (
        <p class="govuk-body">
          <strong>The hub goes on.</strong> {facts.enquiry.proceeded_without} (
          {facts.names.get(facts.enquiry.proceeded_by ?? '') ?? 'a colleague'}
          {facts.enquiry.proceeded_at ? `, ${longMoment(facts.enquiry.proceeded_at)}` : ''})
        </p>
      ) : null}
    </>
  );
}

/** What an agency said before it corrected itself. */
function Corrected({ facts }: { facts: EnquiryFacts }) {
  return (
    <>
      {facts.replaced.map((one) => (
        <Details summaryText={`${one.agency} said before it was corrected (return ${one.number})`}>
          <p class="govuk-body">
            Released by {one.releasedBy}, {longMoment(one.releasedAt)}. Corrected because: {one.becauseNext ?? 'no reason is recorded'}
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {one.items.map((item) => (
              <li>
                {kindWords[item.kind as ItemKind]}
                {item.about ? `, about ${item.about}` : ''}: {item.words}
              </li>
            ))}
          </ul>
        </Details>
      ))}
    </>
  );
}
