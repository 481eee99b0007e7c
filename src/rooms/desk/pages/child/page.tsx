import { about, may, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { IdentityBar } from '../../../../platform/web/patterns/identity-bar.tsx';
import type { Answer, Asked } from '../../../../platform/web/route.ts';
import { staffView } from '../../../../platform/web/view.tsx';
import { chronologyOf, storyOf } from '../../../casework/index.ts';
import { familyOf, identityOf, whoIsInvolved } from '../../../people/index.ts';
import { maySeeWhoHasSeen } from '../../seen.store.ts';
import { Latest } from './latest.tsx';
import { Network, NextDates, People } from './people.tsx';
import { Goals, OwnWords, Story } from './story.tsx';

/** A child: the story first, then goals with progress, the child's own words, who is involved, what happened. What the reader may not open is
 *  neither shown nor counted. Throws notFound for whoever has no relation to the child, as for a child who does not exist. */
export async function childPage(ctx: StaffCtx, { params }: Asked): Promise<Answer> {
  const personId = params['id'] ?? '';
  const identity = await identityOf(ctx, personId);
  about(ctx, 'person', personId);
  const story = await storyOf(ctx, personId);
  const events = may(ctx, 'early-help.view') ? await chronologyOf(ctx, personId, { withProposed: false }) : [];
  const involved = (await whoIsInvolved(ctx, personId)).filter((one) => one.endedOn === null);
  const familyId = identity.familyIds[0];
  const family = familyId ? await familyOf(ctx, familyId) : null;
  const mayAsk = may(ctx, 'who-has-seen.view') && (await maySeeWhoHasSeen(ctx, personId));
  const [today, helps] = [londonDate(ctx.now), may(ctx, 'early-help.view')];
  return staffView(
    ctx,
    {
      title: identity.name,
      wide: true,
      breadcrumbs: [
        ...(helps ? [{ label: 'Families', href: '/families' }] : []),
        ...(family && helps ? [{ label: family.name, href: `/families/${family.id}` }] : []),
        { label: identity.name },
      ],
    },
    <>
      <IdentityBar {...identity.bar} href={undefined} />
      <Around
        personId={personId}
        mayAsk={mayAsk}
        helps={helps}
        mayShare={may(ctx, 'sharing.view')}
        mayTellHealth={may(ctx, 'health-concern.raise')}
      />
      <div class="gt-columns gt-columns--2">
        <div>
          <h1 class="govuk-heading-l">{identity.name}’s story</h1>
          <Story story={story} today={today} />
          <OwnWords story={story} name={identity.name} today={today} />
          <Goals story={story} />
          {helps ? <Latest events={events} personId={personId} /> : null}
        </div>
        <div>
          <NextDates story={story} today={today} />
          <Network involved={involved} personId={personId} />
          <People family={family} personId={personId} today={today} helps={helps} />
        </div>
      </div>
    </>,
  );
}

type AroundProps = { personId: string; mayAsk: boolean; helps: boolean; mayShare: boolean; mayTellHealth: boolean };
function Around({ personId, mayAsk, helps, mayShare, mayTellHealth }: AroundProps) {
  return (
    <nav aria-label="About this child">
      <ul class="gt-tabs gt-around">
        <li>
          <a class="govuk-link" href={`/children/${personId}`} aria-current="page">
            Story
          </a>
        </li>
        {helps ? (
          <li>
            <a class="govuk-link" href={`/chronology/${personId}`}>
              Chronology
            </a>
          </li>
        ) : null}
        <li>
          <a class="govuk-link" href={`/people/${personId}/involved`}>
            Who is involved
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`/people/${personId}`}>
            Index entry
          </a>
        </li>
        {mayShare ? (
          <li>
            <a class="govuk-link" href={`/children/${personId}/shares`}>
              What was shared
            </a>
          </li>
        ) : null}
        {mayTellHealth ? (
          <li>
            <a class="govuk-link" href={`/health-concern/${personId}`}>
              Health concern (in care)
            </a>
          </li>
        ) : null}
        {mayAsk ? (
          <li>
            <a class="govuk-link" href={`/children/${personId}/seen`}>
              Who has seen this
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
