import { priorsFor, startingTables, type LinkageModel } from './model.ts';

/** The model a fresh index starts with. A fitted one, kept with its version, replaces it. */
export const standardModel: LinkageModel = {
  version: 'standard-0',
  basis: 'Rough published figures; not yet fitted',
  people: 49_000,
  priors: priorsFor(49_000),
  tables: startingTables,
  shares: {
    given: {
      rare: 0.0002,
      common: { mohammed: 0.015, muhammad: 0.015, mohamed: 0.01, mohammad: 0.006, fatima: 0.004, ali: 0.006, maria: 0.004 },
    },
    family: {
      rare: 0.0001,
      common: {
        begum: 0.012,
        ahmed: 0.012,
        khan: 0.012,
        ali: 0.012,
        hussain: 0.01,
        singh: 0.012,
        patel: 0.01,
        kaur: 0.01,
        smith: 0.008,
        islam: 0.006,
      },
    },
    town: { rare: 0.01, common: {} },
  },
  typical: { given: [], family: [] },
  days: { ordinary: 0.00015, firstOfJanuary: 0.0006 },
  learned: [],
  bands: { link: 6, review: -1, margin: 5 },
};
