import type { Route } from '../../platform/web/route.ts';
import { chronologyRoutes } from './chronology/routes.ts';
import { earlyHelpRoutes } from './early-help/routes.ts';
import { referralRoutes } from './referral/routes.ts';
import { sharingRoutes } from './sharing/routes.ts';

/** Everything of this room, by what people do: families and their help, referrals, a child's chronology, what was shared. */
export const routes: readonly Route[] = [...earlyHelpRoutes, ...referralRoutes, ...chronologyRoutes, ...sharingRoutes];
