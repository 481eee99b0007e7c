import type { Room } from '../../platform/register/room.ts';
import { routes } from './routes.ts';

/** The people room: its addresses and its place in the navigation. */
export const peopleRoom: Room = { name: 'people', routes, navigation: [{ label: 'Find a child', href: '/people/find', permission: 'index.look' }] };
