import { may, type StaffCtx } from '../../platform/access/ctx.ts';
import type { Permission } from '../../platform/access/roles.ts';

/** The places of the front door, in the order work passes through them. One line a place; each shows to those it opens for. */
const places: readonly { label: string; href: string; opens: Permission }[] = [
  { label: 'Queue', href: '/front-door', opens: 'front-door.queue' },
  { label: 'Ways in', href: '/front-door/ways-in', opens: 'front-door.queue' },
  { label: 'Duty rota', href: '/front-door/rota', opens: 'front-door.queue' },
  { label: 'Views asked for', href: '/front-door/consults', opens: 'front-door.queue' },
  { label: 'Child protection', href: '/front-door/protection', opens: 'front-door.queue' },
  { label: 'Police, the day’s list', href: '/front-door/police', opens: 'front-door.screen' },
  { label: 'Hub enquiries', href: '/front-door/hub', opens: 'front-door.queue' },
  { label: 'Telling referrers', href: '/front-door/told', opens: 'front-door.screen' },
  { label: 'Performance', href: '/front-door/performance', opens: 'front-door.figures' },
];

/** Links to the places of the front door that this person may enter; `here` is the path of the one they are in. */
export function Places({ ctx, here }: { ctx: StaffCtx; here: string }) {
  const open = places.filter((one) => may(ctx, one.opens));
  if (open.length < 2) return null;
  return (
    <nav class="gt-places" aria-label="Places of the front door">
      <ul class="gt-tabs">
        {open.map((one) => (
          <li>
            <a class="govuk-link" href={one.href} aria-current={one.href === here ? 'page' : undefined}>
              {one.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
