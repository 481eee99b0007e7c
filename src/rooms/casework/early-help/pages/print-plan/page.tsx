import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { fullDate, longMoment } from '../../../../../platform/time/plain-dates.ts';
import { ThreadLine } from '../../../../../platform/web/patterns/thread-line.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { actionsFor, goalsToShow, plainGoing, plainScale, wordsToShare, type CopyGoal, type CopyPlan } from '../../family-copy.ts';
import { familyCopy } from '../../family-copy.store.ts';
import { openPlan } from '../../open-plan.store.ts';
import { BeforeYouGiveIt } from './before-you-give-it.tsx';

/** The family's copy of its plan: the same plan in plain words, two sides of paper. */
export async function printPlanPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const opened = await openPlan(ctx, asked.params['id'] ?? '');
  const copy = await familyCopy(ctx, opened);
  const trail = [
    { href: '/families', label: 'Families' },
    { href: `${opened.path}/plan`, label: 'Family plan' },
    { label: 'The family’s copy' },
  ];
  return staffView(
    ctx,
    { title: `Our plan: ${opened.family.name}`, breadcrumbs: trail },
    <>
      <BeforeYouGiveIt opened={opened} />
      <article class="gt-family-copy">
        <h1 class="govuk-heading-l">Our plan: {opened.family.name}</h1>
        <p class="govuk-body">
          {copy.agreedOn
            ? `We agreed this together on ${fullDate(copy.agreedOn)}.`
            : 'We have not agreed this yet. Tell us what is wrong or missing.'}
        </p>
        <Words title="What is going well" words={copy.goingWell} />
        <Words title="What we are worried about" words={copy.worriedAbout} />
        <ChildrensWords copy={copy} />
        <h2 class="govuk-heading-m">What will be different, and who does what</h2>
        {goalsToShow(copy).map((goal) => (
          <Goal copy={copy} goal={goal} />
        ))}
        <Words title="If things get worse" words={copy.contingency} />
        <Words
          title="Who to call"
          words={copy.whoToCall ?? (copy.lead ? `${copy.lead}${copy.leadPhone ? `, ${copy.leadPhone}` : ''}` : null)}
        />
        <h2 class="govuk-heading-m">When we meet next</h2>
        <p class="govuk-body">
          {copy.nextMeetingAt
            ? longMoment(copy.nextMeetingAt)
            : copy.nextOn
              ? `By ${fullDate(copy.nextOn)}. We will agree the day with you.`
              : 'We will agree this with you.'}
        </p>
        <h2 class="govuk-heading-m">Our team</h2>
        <ul class="govuk-list">
          {copy.team.map((member) => (
            <li>
              {member.name}, {member.part}
            </li>
          ))}
        </ul>
        <p class="govuk-body">This is your plan. You can say no to this help at any time. You can ask to see what is written about you.</p>
      </article>
    </>,
  );
}

function Words({ title, words }: { title: string; words: string | null }) {
  return words ? (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <p class="govuk-body gt-as-typed">{words}</p>
    </>
  ) : null;
}

function ChildrensWords({ copy }: { copy: CopyPlan }) {
  const shared = wordsToShare(copy);
  if (shared.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What the children said</h2>
      {shared.map((child) => (
        <blockquote class="govuk-inset-text">
          <p class="govuk-body gt-as-typed">“{child.words}”</p>
          <p class="govuk-body">{child.name}</p>
        </blockquote>
      ))}
    </>
  );
}

function Goal({ copy, goal }: { copy: CopyPlan; goal: CopyGoal }) {
  return (
    <section class="gt-goal">
      <ThreadLine
        label="What this leads to"
        nodes={[
          { kind: 'So that', text: goal.outcomePlain },
          { kind: 'We want', text: goal.familyWords, current: true },
        ]}
      />
      <p class="govuk-body">
        For {goal.whom}. {plainScale(goal)} We will know because: {goal.howWeWillKnow}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {actionsFor(copy, goal.id).map((action) => (
          <li>
            <strong>{action.who}</strong>: {action.action}, by {fullDate(action.dueOn)}. {plainGoing(action)}.
          </li>
        ))}
      </ul>
    </section>
  );
}
