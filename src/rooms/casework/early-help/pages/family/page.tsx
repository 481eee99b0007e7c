import { may, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { ageInWords } from '../../../../../platform/time/age.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { shortDate } from '../../../../../platform/time/plain-dates.ts';
import { Button } from '../../../../../platform/web/form-kit.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { familyOf } from '../../../../people/index.ts';
import { closureWords, isEnded } from '../../episode.ts';
import { episodesOfFamily } from '../../episode.store.ts';
import type { EpisodeState } from '../../early-help.codes.ts';
import { EpisodeTag } from '../../parts/episode-shell.tsx';

/** A family: who belongs to it, what help there is and was. */
export async function familyPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const family = await familyOf(ctx, asked.params['familyId'] ?? '');
  const episodes = await episodesOfFamily(ctx, family.id);
  const isOpen = episodes.some((row) => !isEnded(row.state as EpisodeState));
  return staffView(
    ctx,
    { title: family.name, breadcrumbs: [{ href: '/families', label: 'Families' }, { label: family.name }] },
    <>
      <h1 class="govuk-heading-l">
        {family.name} <span class="gt-muted">({family.reference})</span>
      </h1>
      <Members family={family} today={londonDate(ctx.now)} />
      <h2 class="govuk-heading-m">Early help</h2>
      {episodes.length === 0 ? (
        <EmptyList why="No early help of this family is open to you: none was asked for, or it is held by people you do not work with." />
      ) : (
        <HelpNowAndBefore episodes={episodes} />
      )}
      {!isOpen && may(ctx, 'early-help.work') ? <Button href={`/families/${family.id}/request`}>Ask for early help</Button> : null}
    </>,
  );
}

function Members({ family, today }: { family: Awaited<ReturnType<typeof familyOf>>; today: string }) {
  return (
    <PlainTable
      caption="Who belongs to the family"
      head={[{ text: 'Name' }, { text: 'Part' }, { text: 'Age' }, { text: 'Lives here' }, { text: 'Contact' }, { text: 'Chronology' }]}
      rows={family.members.map((member) => [
        {
          text: (
            <a
              class="govuk-link"
              href={`/${member.part === 'child' || member.part === 'unborn' ? 'children' : 'people'}/${member.personId}`}
            >
              {member.name}
            </a>
          ),
        },
        { text: member.part },
        { text: member.dateOfBirth ? ageInWords(member.dateOfBirth, today) : 'Not known' },
        { text: member.livesHere ? 'Yes' : 'No' },
        { text: member.safeToContact ? 'No warning known' : <strong>Look first: some ways of contact are not safe</strong> },
        {
          text:
            member.part === 'child' || member.part === 'unborn' ? (
              <a class="govuk-link" href={`/chronology/${member.personId}`}>
                Chronology of {member.name}
              </a>
            ) : (
              ''
            ),
        },
      ])}
    />
  );
}

function HelpNowAndBefore({ episodes }: { episodes: Awaited<ReturnType<typeof episodesOfFamily>> }) {
  return (
    <PlainTable
      caption="Help now and before"
      head={[{ text: 'Reference' }, { text: 'Where it stands' }, { text: 'Asked for' }, { text: 'Ended' }]}
      rows={episodes.map((row) => [
        {
          text: (
            <a class="govuk-link" href={`/early-help/${row.id}`}>
              {row.reference}
            </a>
          ),
        },
        { text: <EpisodeTag state={row.state as EpisodeState} /> },
        { text: shortDate(londonDate(row.requested_at)) },
        { text: row.closed_on ? `${shortDate(row.closed_on)}: ${closureWords(row.closure_code).toLowerCase()}` : 'Still open' },
      ])}
    />
  );
}
