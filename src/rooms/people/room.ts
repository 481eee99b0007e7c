import type { StaffCtx } from '../../platform/access/ctx.ts';
import type { Room } from '../../platform/register/room.ts';
import { feedApi } from './feeds/api.ts';
import { feedJobs } from './feeds/jobs.ts';
import { leadingOn } from './index-model/onward.ts';
import { involvedJobs } from './involved/jobs.ts';
import { involvedTasks, type InvolvedTask } from './involved/today-task.store.ts';
import { reviewJobs } from './review/jobs.ts';
import { reviewTasks, type ReviewTask } from './review/today-task.store.ts';
import { routes } from './routes.ts';
import { standardApi, standardDocuments } from './standard/api.ts';
import { standardJobs } from './standard/jobs.ts';

/** The people room: its addresses, its places in the navigation, its jobs, and what it puts on Today. */
export const peopleRoom: Room & { tasks: (ctx: StaffCtx) => Promise<(InvolvedTask | ReviewTask)[]>; leadingOn: typeof leadingOn } = {
  name: 'people',
  routes,
  jobs: [...feedJobs, ...involvedJobs, ...reviewJobs, ...standardJobs],
  tasks: async (ctx) => [...(await involvedTasks(ctx)), ...(await reviewTasks(ctx))],
  api: [...standardApi, ...feedApi],
  documents: standardDocuments,
  leadingOn,
  navigation: [
    { label: 'Find a child', href: '/people/find', permission: 'index.look' },
    { label: 'Review desk', href: '/index/review', permission: 'index.desk' },
    { label: 'Whose is it?', href: '/index/apportion', permission: 'index.desk' },
    { label: 'Feeds', href: '/index/feeds', permission: 'index.quality' },
    { label: 'Practitioners', href: '/practitioners', permission: 'person.view' },
    { label: 'Shield desk', href: '/shield', permission: 'shield.desk' },
    { label: 'Quality of the index', href: '/index/quality', permission: 'index.quality' },
    { label: 'NHS numbers', href: '/index/numbers', permission: 'nhs-number.view' },
    { label: 'Systems that may ask', href: '/index/agreements', permission: 'agreement.view' },
    { label: 'Restricted records', href: '/restrictions', permission: 'restriction.manage' },
    { label: 'Emergency access', href: '/emergency-access', permission: 'break-glass.review' },
    { label: 'Messages to pass on', href: '/broker', permission: 'broker.decide' },
  ],
};
