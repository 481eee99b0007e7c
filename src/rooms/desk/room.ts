import type { Room } from '../../platform/register/room.ts';
import { routes } from './routes.ts';

/** The desk: what one person needs today, and one child's page, drawn from every room. */
export const deskRoom: Room = {
  name: 'desk',
  routes,
  navigation: [{ label: 'Today', href: '/today', permission: 'today.view' }],
};
