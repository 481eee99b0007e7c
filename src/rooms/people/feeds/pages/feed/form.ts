import { z } from 'zod';
import { id, oneOf, optionalId, optionalText, requiredText, ticked, wholeNumber } from '../../../../../platform/web/fields.ts';
import { feedKinds, formats, type Feed } from '../../feed.ts';
import type { FeedFacts } from '../../feed.store.ts';

/** What is written down about a feed, as the form sends it. */
export const feedShape = z.object({
  name: requiredText('Enter a name for the feed, as people say it', 100),
  kind: oneOf(feedKinds, 'Select what kind of feed it is'),
  agreementReference: requiredText('Enter the reference of the agreement', 100),
  purpose: requiredText('Say what the facts are used for', 500),
  lawfulBasis: requiredText('Say why they may be shared', 500),
  covers: requiredText('Say whom it tells about', 300),
  ageFrom: wholeNumber(0, 120, 'Enter the youngest age as a whole number'),
  ageTo: wholeNumber(0, 120, 'Enter the oldest age as a whole number'),
  roleTold: optionalText(200),
  sensitive: ticked,
  everyDays: wholeNumber(1, 366, 'Enter after how many days it should come again, 1 to 366'),
  format: oneOf(formats, 'Select how it is written'),
  clientId: optionalId(),
  graceDays: wholeNumber(0, 366, 'Enter days of grace from 0 to 366'),
  goneLimitPercent: wholeNumber(0, 100, 'Enter a share from 0 to 100'),
});
export const newFeedShape = feedShape.extend({ agencyId: id('Select whose feed it is') });

/** The form's answers as what is kept. */
export const factsFrom = (data: z.output<typeof feedShape>): FeedFacts => ({ ...data, roleTold: data.roleTold ?? '' });

/** A feed as the form shows it. */
export const valuesOf = (feed: Feed): Record<string, string> => ({
  name: feed.name,
  kind: feed.kind,
  agreementReference: feed.agreementReference,
  purpose: feed.purpose,
  lawfulBasis: feed.lawfulBasis,
  covers: feed.covers,
  ageFrom: String(feed.ageFrom),
  ageTo: String(feed.ageTo),
  roleTold: feed.roleTold,
  sensitive: feed.sensitive ? 'yes' : '',
  everyDays: String(feed.everyDays),
  format: feed.format,
  clientId: feed.clientId ?? '',
  graceDays: String(feed.graceDays),
  goneLimitPercent: String(feed.goneLimitPercent),
});

/** What a form starts with. */
export const startingValues: Record<string, string> = {
  ageFrom: '0',
  ageTo: '18',
  everyDays: '1',
  graceDays: '14',
  goneLimitPercent: '5',
  format: 'csv',
};

/** Why a feed is stopped, ended, put in shadow, or goes live. */
export const decideShape = z.object({
  kind: oneOf(['shadow', 'ask to go live', 'go live', 'pause', 'end'], 'Select what should happen'),
  why: requiredText('Say why', 500),
});
