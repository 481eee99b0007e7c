import type { Route } from '../../../platform/web/route.ts';

/** The pages of this alcove. */
export const hubRoutes: readonly Route[] = [];
