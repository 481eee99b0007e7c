import type { Room } from '../../platform/register/room.ts';
import { routes } from './routes.ts';
import { standardApi, standardDocuments } from './standard/api.ts';

/** The people room: its addresses and its places in the navigation. */
export const peopleRoom: Room = {
  name: 'people',
  routes,
  api: standardApi,
  documents: standardDocuments,
  navigation: [
    { label: 'Find a child', href: '/people/find', permission: 'index.look' },
    { label: 'Review desk', href: '/index/review', permission: 'index.desk' },
    { label: 'Shield desk', href: '/shield', permission: 'shield.desk' },
    { label: 'Quality of the index', href: '/index/quality', permission: 'index.quality' },
    { label: 'Restricted records', href: '/restrictions', permission: 'restriction.manage' },
    { label: 'Emergency access', href: '/emergency-access', permission: 'break-glass.review' },
  ],
};
