import type { ComponentChildren } from 'preact';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import type { FieldError } from '../../../../platform/access/refusal.ts';
import { Tag } from '../../../../platform/web/govuk/tag.tsx';
import type { Answer } from '../../../../platform/web/route.ts';
import { staffView } from '../../../../platform/web/view.tsx';
import type { Colour } from '../notification.ts';

interface Framed {
  title: string;
  trail: readonly { href?: string; label: string }[];
  errors?: readonly FieldError[];
  wide?: boolean;
}

/** A page of the day's list, with where it stands in the front door. */
export const frame = (
  ctx: StaffCtx,
  { title, trail, errors, wide = true }: Framed,
  children: ComponentChildren,
): Promise<Answer> | Answer =>
  staffView(
    ctx,
    { title, wide, ...(errors ? { errors } : {}), breadcrumbs: [{ href: '/front-door', label: 'Front door' }, ...trail] },
    children,
  );

export const toList = { href: '/front-door/police', label: 'Police, the day’s list' } as const;

const classes: Record<Colour, string> = {
  RED: 'govuk-tag--red',
  AMBER: 'govuk-tag--yellow',
  GREEN: 'govuk-tag--green',
  BLUE: 'govuk-tag--blue',
};
const words: Record<Colour, string> = { RED: 'Red', AMBER: 'Amber', GREEN: 'Green', BLUE: 'Blue' };

/** A colour as a word on its colour. */
export const ColourTag = ({ colour }: { colour: Colour }) => <Tag classes={classes[colour]}>{words[colour]}</Tag>;
