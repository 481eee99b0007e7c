import type { ComponentChildren } from 'preact';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import type { FieldError } from '../../../../platform/access/refusal.ts';
import type { Answer } from '../../../../platform/web/route.ts';
import { Tag } from '../../../../platform/web/govuk/tag.tsx';
import { staffView } from '../../../../platform/web/view.tsx';
import { episodeStates, type EpisodeState } from '../early-help.codes.ts';
import type { Opened } from '../open-episode.store.ts';

const colours: Partial<Record<EpisodeState, string>> = {
  REQUESTED: 'blue',
  PLAN_ACTIVE: 'green',
  REVIEW: 'green',
  CLOSING: 'yellow',
  CLOSED: 'grey',
  NOT_AGREED: 'grey',
  MOVED_OUT: 'grey',
  STEPPED_UP: 'red',
};

/** Where help stands, in words with a colour beside them. */
export function EpisodeTag({ state }: { state: EpisodeState }) {
  return <Tag classes={colours[state] ? `govuk-tag--${colours[state]}` : undefined}>{episodeStates[state]}</Tag>;
}

/** Who the family is, who leads, where help stands: on top of every page of an episode, and on paper. */
function FamilyBar({ opened: { episode, family, path } }: { opened: Opened }) {
  return (
    <section class="gt-identity" aria-label={`About the ${family.name}`}>
      <div class="gt-identity__top">
        <p class="gt-identity__name">
          <a class="govuk-link" href={path}>
            {family.name}
          </a>
        </p>
        <p class="gt-identity__official">({episode.reference})</p>
        <EpisodeTag state={episode.state} />
        {episode.stepped_up_at && episode.closed_on === null ? (
          <Tag classes="govuk-tag--red">Stepped up, waiting for social care</Tag>
        ) : null}
      </div>
      <dl class="gt-identity__facts">
        <div class="gt-identity__fact">
          <dt>Family</dt>
          <dd>{family.members.map((member) => member.name).join(', ')}</dd>
        </div>
        <div class="gt-identity__fact">
          <dt>Lead professional</dt>
          <dd>{episode.lead_name ? `${episode.lead_name}, ${episode.lead_agency ?? ''}` : 'Nobody yet'}</dd>
        </div>
        <div class="gt-identity__fact">
          <dt>Backup</dt>
          <dd>{episode.backup_name ?? 'Nobody named'}</dd>
        </div>
        <div class="gt-identity__fact">
          <dt>Held by</dt>
          <dd>{episode.team_name ?? 'No team yet'}</dd>
        </div>
      </dl>
    </section>
  );
}

export interface ShellFacts {
  title: string;
  heading?: string | undefined;
  crumb?: string | undefined;
  errors?: readonly FieldError[] | undefined;
  wide?: boolean | undefined;
}

/** A page of one episode of early help. */
export function episodeView(ctx: StaffCtx, opened: Opened, facts: ShellFacts, children: ComponentChildren): Answer {
  const trail = [
    { href: '/families', label: 'Families' },
    { href: `/families/${opened.family.id}`, label: opened.family.name },
    { href: opened.path, label: `Early help ${opened.episode.reference}` },
  ];
  const breadcrumbs = facts.crumb ? [...trail, { label: facts.crumb }] : trail;
  const title = `${facts.title}: ${opened.family.name}`;
  return staffView(
    ctx,
    { title, breadcrumbs, wide: facts.wide ?? false, ...(facts.errors ? { errors: facts.errors } : {}) },
    <>
      <FamilyBar opened={opened} />
      <h1 class="govuk-heading-l">{facts.heading ?? facts.title}</h1>
      {children}
    </>,
  );
}
