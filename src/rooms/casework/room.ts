import type { Room } from '../../platform/register/room.ts';
import { jobs } from './jobs.ts';
import { routes } from './routes.ts';

/** The casework room: families and their help, referrals, chronology, what was shared. */
export const caseworkRoom: Room = {
  name: 'casework',
  routes,
  jobs,
  navigation: [
    { label: 'Families', href: '/families', permission: 'early-help.view' },
    { label: 'Referrals', href: '/referrals', permission: 'referral.inbox' },
    { label: 'Corrections', href: '/corrections', permission: 'hub.answer' },
  ],
};
