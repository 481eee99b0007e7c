import type { StaffCtx } from '../../access/ctx.ts';
import { may } from '../../access/ctx.ts';
import type { Permission } from '../../access/roles.ts';
import { staffView } from '../../web/view.tsx';
import { page, type Answer, type PageRoute } from '../../web/route.ts';

const places: readonly { href: string; label: string; says: string; permission: Permission }[] = [
  {
    href: '/administration/partners',
    label: 'Partners',
    says: 'Agencies that apply to join; agreements to sign and to look at again',
    permission: 'partners.view',
  },
  {
    href: '/administration/agencies',
    label: 'Agencies',
    says: 'What each may send and see, its people and desks; suspend an agency at once',
    permission: 'admin.agencies',
  },
  { href: '/administration/teams', label: 'Teams', says: 'Teams and what they are there for', permission: 'admin.people' },
  {
    href: '/administration/people',
    label: 'People who work here',
    says: 'Add people, give and end roles, record leavers, link their sign-in',
    permission: 'admin.people',
  },
  { href: '/administration/sessions', label: 'Sessions', says: 'Who is signed in now; end a session', permission: 'admin.people' },
  {
    href: '/administration/providers',
    label: 'Sign-in providers',
    says: 'Where people sign in, and for which agencies',
    permission: 'admin.settings',
  },
  {
    href: '/administration/machines',
    label: 'Machines',
    says: 'Systems of partner agencies that may call, and for what',
    permission: 'admin.settings',
  },
  { href: '/administration/settings', label: 'Settings', says: 'Emergency access, opening hours of the hub', permission: 'admin.settings' },
  {
    href: '/administration/clocks',
    label: 'Clock rules and bank holidays',
    says: 'Limits with their legal or local basis',
    permission: 'admin.settings',
  },
  {
    href: '/administration/retention',
    label: 'Retention rules',
    says: 'How long records are kept, and legal holds',
    permission: 'admin.settings',
  },
  { href: '/administration/jobs', label: 'Jobs', says: 'What waits, what was given up; try again', permission: 'admin.settings' },
  {
    href: '/administration/database',
    label: 'Database',
    says: 'The server, its size, and how fresh the replica is',
    permission: 'admin.settings',
  },
  { href: '/administration/dictionary', label: 'Data dictionary', says: 'Every table and column in words', permission: 'admin.dictionary' },
];

/** The places of administration a person may open. */
async function home(ctx: StaffCtx): Promise<Answer> {
  return staffView(
    ctx,
    { title: 'Administration' },
    <>
      <h1 class="govuk-heading-l">Administration</h1>
      <p class="govuk-body">People, agencies and settings. No record of a child can be opened from here.</p>
      <ul class="govuk-list govuk-list--spaced">
        {places
          .filter((place) => may(ctx, place.permission))
          .map((place) => (
            <li>
              <a class="govuk-link govuk-!-font-weight-bold" href={place.href}>
                {place.label}
              </a>
              <br />
              {place.says}
            </li>
          ))}
      </ul>
    </>,
  );
}

export const homeRoute: PageRoute = page('/administration', 'admin.view', 'administration.home.view', home);
