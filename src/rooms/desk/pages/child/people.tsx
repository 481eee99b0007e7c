import { ageInWords } from '../../../../platform/time/age.ts';
import { longMoment, shortDate } from '../../../../platform/time/plain-dates.ts';
import { SummaryList } from '../../../../platform/web/govuk/summary-list.tsx';
import { EmptyList } from '../../../../platform/web/patterns/list-summary.tsx';
import type { storyOf } from '../../../casework/index.ts';
import type { familyOf, whoIsInvolved } from '../../../people/index.ts';

type ChildStory = Awaited<ReturnType<typeof storyOf>>;

/** When the family and its team meet next, and whom to ring about it. */
export function NextDates({ story, today }: { story: ChildStory; today: string }) {
  if (!story) return null;
  const review = story.nextReviewOn
    ? `${shortDate(story.nextReviewOn, today)}${story.nextReviewOn < today ? ' (overdue)' : ''}`
    : 'Not set';
  return (
    <SummaryList
      card={{ title: 'Next' }}
      rows={[
        { key: 'Meeting', value: story.nextMeetingAt ? longMoment(story.nextMeetingAt) : 'None planned' },
        { key: 'Review', value: review },
        { key: 'Lead professional', value: story.lead ? [story.lead.name, story.lead.phone].filter(Boolean).join(', ') : 'Nobody yet' },
        { key: 'Stands in', value: story.backup ?? 'Nobody named' },
      ]}
    />
  );
}

/** Who works with the child now, and how to reach them. Services the reader may not know of are neither shown nor counted. */
export function Network({ involved, personId }: { involved: Awaited<ReturnType<typeof whoIsInvolved>>; personId: string }) {
  return (
    <section aria-labelledby="network">
      <h2 class="govuk-heading-m" id="network">
        Who is involved
      </h2>
      {involved.length === 0 ? (
        <EmptyList why="Nobody is known to be involved." whatToDo="That may mean not held, not shared, or a late feed." />
      ) : (
        <ul class="govuk-list gt-network">
          {involved.map((one) => (
            <li>
              <strong>{one.practitioner}</strong>, {one.role}
              {one.isLead ? ' (leads)' : ''}
              <br />
              {one.agencyName}
              <br />
              <span class="gt-muted">{one.reach}</span>
              {one.endedOn === null && ['not confirmed', 'probably out of date'].includes(one.freshness.state) ? (
                <>
                  <br />
                  <strong>{one.freshness.words}</strong>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`/people/${personId}/involved`}>
          Since when, how fresh, and what could not be known
        </a>
      </p>
    </section>
  );
}

/** The family as the reader may see it. */
export function People({
  family,
  personId,
  today,
  helps,
}: {
  family: Awaited<ReturnType<typeof familyOf>> | null;
  personId: string;
  today: string;
  helps: boolean;
}) {
  if (!family) return null;
  const others = family.members.filter((member) => member.personId !== personId);
  return (
    <section aria-labelledby="family">
      <h2 class="govuk-heading-m" id="family">
        {helps ? (
          <a class="govuk-link" href={`/families/${family.id}`}>
            {family.name}
          </a>
        ) : (
          family.name
        )}
      </h2>
      {others.length === 0 ? (
        <p class="govuk-body">Nobody else of the family is known here.</p>
      ) : (
        <ul class="govuk-list">
          {others.map((member) => (
            <li>
              <a
                class="govuk-link"
                href={member.part === 'child' || member.part === 'unborn' ? `/children/${member.personId}` : `/people/${member.personId}`}
              >
                {member.name}
              </a>
              , {member.part}
              {member.dateOfBirth ? `, ${ageInWords(member.dateOfBirth, today)}` : ''}
              {member.livesHere ? '' : ', lives elsewhere'}
              {member.safeToContact ? '' : <strong>. Look first: some ways to reach them are not safe</strong>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
