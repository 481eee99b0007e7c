import { z } from 'zod';

/** Any number of opaque ids from tick boxes. */
export const ids = z.preprocess(
  (typed) => (typed === undefined || typed === '' ? [] : [typed].flat()),
  z.array(z.uuid({ error: 'Select from the list' })).max(50),
);
/** Whatever a button sends besides itself: nothing. */
export const nothing = z.object({});
