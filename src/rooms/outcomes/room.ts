import type { Room } from '../../platform/register/room.ts';
import { routes } from './routes.ts';

/** The outcomes room. Its place in the navigation opens the counts of goals, a page of the desk, which may also ask casework. */
export const outcomesRoom: Room = {
  name: 'outcomes',
  routes,
  navigation: [{ label: 'Outcomes', href: '/outcomes', permission: 'outcomes.view' }],
};
