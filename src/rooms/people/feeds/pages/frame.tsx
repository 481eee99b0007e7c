import type { ComponentChildren } from 'preact';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import type { FieldError } from '../../../../platform/access/refusal.ts';
import type { Answer } from '../../../../platform/web/route.ts';
import { staffView } from '../../../../platform/web/view.tsx';
import { Tag } from '../../../../platform/web/govuk/tag.tsx';
import { stateWords, type Feed } from '../feed.ts';

export interface FrameFacts {
  title: string;
  trail?: readonly { href?: string; label: string }[];
  errors?: readonly FieldError[];
  wide?: boolean;
  again?: number | undefined;
}

/** A page about feeds: its heading and the way back to the list. */
export function frame(
  ctx: StaffCtx,
  { title, trail = [], errors = [], wide = true, again }: FrameFacts,
  children: ComponentChildren,
): Answer {
  const breadcrumbs = [{ href: '/index/feeds', label: 'Feeds' }, ...trail, { label: title }];
  return staffView(
    ctx,
    { title, breadcrumbs: breadcrumbs.filter((crumb, at) => at === 0 || crumb.label !== 'Feeds'), errors, wide, again },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
    </>,
  );
}

/** The feed a page belongs to, on the way to it. */
export const trailOf = (feed: Pick<Feed, 'id' | 'name'>): { href: string; label: string }[] => [
  { href: `/index/feeds/${feed.id}`, label: feed.name },
];

/** What a feed is now, in a word. */
export const StateTag = ({ feed }: { feed: Pick<Feed, 'state'> }) => (
  <Tag classes={`govuk-tag--${stateWords[feed.state].colour}`}>{stateWords[feed.state].words}</Tag>
);

export const Link = ({ href, children, about }: { href: string; children: ComponentChildren; about?: string }) => (
  <a class="govuk-link" href={href}>
    {children}
    {about ? <span class="govuk-visually-hidden"> {about}</span> : null}
  </a>
);

/** A whole number as people read it. */
export const many = (count: number): string => count.toLocaleString('en-GB');

/** A share in words: "3.2%", or that there is nothing to share. */
export const share = (part: number, whole: number): string => (whole === 0 ? 'None' : `${((100 * part) / whole).toFixed(1)}%`);

/** A size in words. */
export const size = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
