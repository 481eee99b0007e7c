import type { Room } from '../../platform/register/room.ts';
import { jobs } from './jobs.ts';
import { policeApi, policeDocuments } from './police/api.ts';
import { workspaceLive } from './workspace/live.ts';
import { routes } from './routes.ts';

/** The front door: raise a concern, recognise, decide against the clock, tell the referrer. */
export const frontDoorRoom: Room = {
  name: 'front-door',
  routes,
  navigation: [
    { label: 'Raise a concern', href: '/concern', permission: 'concern.raise' },
    { label: 'Urgent', href: '/urgent', permission: 'concern.raise' },
    { label: 'Concerns we raised', href: '/my-concerns', permission: 'concern.follow' },
    { label: 'Front door', href: '/front-door', permission: 'front-door.queue' },
    { label: 'Passed to you', href: '/passed-to-you', permission: 'contact.view' },
    { label: 'Police notifications', href: '/police', permission: 'police.desk' },
    { label: 'Disagreements', href: '/disagreements', permission: 'disagreement.view' },
    { label: 'Asked of us', href: '/asked-of-us', permission: 'hub.answer' },
    { label: 'Front door performance', href: '/front-door/performance', permission: 'front-door.figures-alone' },
  ],
  jobs,
  live: workspaceLive,
  api: policeApi,
  documents: policeDocuments,
};
