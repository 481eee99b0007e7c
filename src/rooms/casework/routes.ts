import type { Route } from '../../platform/web/route.ts';
import { chronologyRoutes } from './chronology/routes.ts';
import { earlyHelpRoutes } from './early-help/routes.ts';
import { referralRoutes } from './referral/routes.ts';

/** Everything of this room, by what people do: families and their help, referrals, a child's chronology. */
export const routes: readonly Route[] = [...earlyHelpRoutes, ...referralRoutes, ...chronologyRoutes];
