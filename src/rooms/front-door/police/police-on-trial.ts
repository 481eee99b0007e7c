/** For tests: a front door, a police desk and notifications, in a database of their own. */
import type { Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { takeNotification } from './actions/take-notification.ts';
import { receiveNotification } from './actions/receive-notification.ts';
import { notificationShape } from './notification-shape.ts';

export interface PoliceTrial {
  force: string;
  council: string;
  police: StaffActor;
  officer: StaffActor;
  manager: StaffActor;
  /** Sends a notification as the police officer and takes it in; gives its receipt and contact. */
  notify(change?: Record<string, unknown>, now?: Date): Promise<{ id: string; contactId: string }>;
}

const incident = {
  policeRef: 'CAD/1/26',
  incidentAt: '2026-11-23T21:40:00Z',
  incidentType: 'DA',
  location: { line1: '14 Oak Road', town: 'Harrow', postcode: 'HA1 2XY' },
  circumstances: 'Shouting was heard.',
  persons: [
    { role: 'victim', givenName: 'Ruth', familyName: 'Adeyemi', phone: '020 7946 0000' },
    { role: 'suspect', givenName: 'Paul', familyName: 'Reed' },
    { role: 'child present', givenName: 'Tola', familyName: 'Adeyemi', dateOfBirth: '2018-03-02', school: 'Marsh Lane Primary' },
  ],
};

/** People and a way to notify. */
export async function policeOnTrial(cast: Cast): Promise<PoliceTrial> {
  const force = await cast.agency('POLICE', 'Met Police');
  const council = await cast.agency('LA_SOCIAL_CARE', 'Council');
  const team = await cast.team(council, 'front-door');
  const police = await cast.staff('POL_PPD', { agencyId: force, name: 'Pat Police' });
  return {
    force,
    council,
    police,
    officer: await cast.staff('CO', { agencyId: council, teamId: team, name: 'Olu Officer' }),
    manager: await cast.staff('MASH_M', { agencyId: council, teamId: team, name: 'Mo Manager' }),
    async notify(change = {}, now) {
      const told = notificationShape.parse({ ...incident, ...change });
      const { id } = await cast.as(police, (ctx) => receiveNotification(ctx, force, told), now);
      await cast.asSystem((ctx) => takeNotification(ctx, id), now);
      const row = await cast.behind.selectFrom('police_notification').select('contact_id').where('id', '=', id).executeTakeFirstOrThrow();
      return { id, contactId: row.contact_id ?? '' };
    },
  };
}
