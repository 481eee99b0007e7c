import type { Room } from '../room.ts';
import { agencyRoutes } from './agencies/routes.ts';
import { alertRoutes } from './alerts/routes.tsx';
import { auditSearchRoutes } from './audit-search/routes.tsx';
import { clockRoutes } from './clocks/routes.ts';
import { databaseRoutes } from './database/routes.tsx';
import { dictionaryRoutes } from './dictionary/routes.tsx';
import { homeRoute } from './home.tsx';
import { jobRoutes } from './jobs/routes.tsx';
import { machineRoutes } from './machines/routes.tsx';
import { endAgreementsPast } from './partners/jobs.ts';
import { partnerRoutes } from './partners/routes.ts';
import { providerRoutes } from './providers/routes.ts';
import { fillRetentionTable } from './retention/retention.store.ts';
import { retentionRoutes } from './retention/routes.tsx';
import { sessionRoutes } from './sessions/routes.ts';
import { settingRoutes } from './settings/routes.ts';
import { staffRoutes } from './staff/routes.ts';
import { teamRoutes } from './teams/routes.ts';

/** Administration: part of the platform, shown like a room. It opens no child's record. */
export const administrationRoom: Room = {
  name: 'administration',
  routes: [
    homeRoute,
    ...agencyRoutes,
    ...partnerRoutes,
    ...teamRoutes,
    ...staffRoutes,
    ...sessionRoutes,
    ...providerRoutes,
    ...machineRoutes,
    ...settingRoutes,
    ...clockRoutes,
    ...retentionRoutes,
    ...jobRoutes,
    ...databaseRoutes,
    ...dictionaryRoutes,
    ...auditSearchRoutes,
    ...alertRoutes,
  ],
  navigation: [
    { label: 'Administration', href: '/administration', permission: 'admin.view' },
    { label: 'Partners', href: '/administration/partners', permission: 'partners.manage' },
    { label: 'Our agency', href: '/our-agency', permission: 'agency.people' },
    { label: 'Audit', href: '/audit', permission: 'audit.view' },
  ],
  jobs: [fillRetentionTable, endAgreementsPast],
};
