/** What other rooms may use of the outcomes room. A goal's form asks `outcomesFor(ctx, { ageInYears: 7 })` or `outcomesFor(ctx, 'family')`. */
export { outcomesRoom } from './room.ts';
export { outcomesFor, mayCite, outcomeOf, pathway, priorities, earlierWordings } from './outcome.store.ts';
export { ownerMissing } from './outcome.ts';
export { suppress, suppressOne } from './suppression.ts';
