import type { ComponentChildren } from 'preact';
import { may, type StaffCtx } from '../../../../platform/access/ctx.ts';
import type { FieldError } from '../../../../platform/access/refusal.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { shortMoment } from '../../../../platform/time/plain-dates.ts';
import type { Answer } from '../../../../platform/web/route.ts';
import { staffView } from '../../../../platform/web/view.tsx';
import { Places } from '../../places.tsx';
import type { Loaded } from '../counted-for.store.ts';
import { here } from '../words.ts';

export interface FrameFacts {
  title: string;
  trail?: readonly { href: string; label: string }[];
  errors?: readonly FieldError[];
  wide?: boolean;
}

/** A page among the front door's figures. */
export function frame(ctx: StaffCtx, { title, trail = [], errors = [], wide = true }: FrameFacts, children: ComponentChildren): Answer {
  const root = may(ctx, 'front-door.queue') ? [{ href: '/front-door', label: 'Front door' }] : [];
  const above = title === 'Front door performance' ? [] : [{ href: here, label: 'Performance' }];
  return staffView(ctx, { title, wide, errors, breadcrumbs: [...root, ...above, ...trail, { label: title }] }, children);
}

/** Under the heading: the places of the front door, and weeks or months where both are offered. */
export function Turns({ ctx, loaded, path }: { ctx: StaffCtx; loaded: Loaded; path: string }) {
  return (
    <>
      <Places ctx={ctx} here={here} />
      {loaded.sight === 'whole' ? (
        <nav class="govuk-!-margin-bottom-4" aria-label="Weeks or months">
          <ul class="gt-tabs">
            {(['month', 'week'] as const).map((grain) => (
              <li>
                <a class="govuk-link" href={`${path}?by=${grain}`} aria-current={grain === loaded.grain ? 'page' : undefined}>
                  {grain === 'month' ? 'By month' : 'By week'}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </>
  );
}

const whoIsCounted = {
  whole: 'They count what you may open, so a colleague’s may differ by a few.',
  figures: `Your role sees figures of whole months and not the contacts behind them. They leave out every contact about someone whose record is
    hidden or restricted. Counts of 1 to 5 are not shown.`,
} as const;

/** How fresh the figures are and whom they leave out: on every page of them, whoever reads it. */
export function Standing({ ctx, loaded }: { ctx: StaffCtx; loaded: Loaded }) {
  const fresh = loaded.lookedAt ? `Counted up to ${shortMoment(loaded.lookedAt, londonDate(ctx.now))}` : 'Not counted yet';
  return (
    <p class="govuk-body">
      {fresh}; counted again every five minutes. {whoIsCounted[loaded.sight]}{' '}
      <a class="govuk-link" href={`${here}/definitions`}>
        What each measure counts
      </a>
    </p>
  );
}
