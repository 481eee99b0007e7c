import type { TaskListPageProps, TaskState } from '../../../../../platform/web/patterns/task-list-page.tsx';
import { isAnswered } from '../../assessment.ts';
import { assessmentDomains, type DomainSection } from '../../early-help.codes.ts';
import type { OpenedAssessment } from '../../open-assessment.store.ts';

const sections: readonly DomainSection[] = ['The children', 'Parents and carers', 'Family and surroundings'];

/** The parts of an assessment and how far each has come. */
export function sectionsOf(opened: OpenedAssessment): TaskListPageProps['sections'] {
  const at = `${opened.path}/assessment`;
  return [
    {
      heading: 'In their own words',
      tasks: opened.children.map((child) => ({
        title: child.name,
        href: `${at}/children/${child.personId}`,
        hint: child.part === 'unborn' ? 'Unborn' : 'Seen, and in their own words',
        state: childState(opened, child.personId),
      })),
    },
    ...sections.map((section) => ({
      heading: section,
      tasks: assessmentDomains
        .filter((domain) => domain.section === section)
        .map((domain) => ({
          title: domain.name,
          href: `${at}/domains/${domain.code}`,
          hint: domain.prompt,
          state: domainState(opened, domain.code),
        })),
    })),
    {
      heading: 'What it means',
      tasks: [
        {
          title: 'Needs found',
          href: `${at}/needs`,
          hint: 'Family needs framework',
          state: opened.pages.needs.length > 0 ? 'done' : 'not started',
        },
        { title: 'So what, and what next', href: `${at}/analysis`, hint: 'Analysis, comments, disagreement', state: analysisState(opened) },
      ],
    },
  ];
}

function childState({ pages }: OpenedAssessment, personId: string): TaskState {
  const row = pages.children.find((one) => one.person_id === personId);
  if (!row) return 'not started';
  return (row.seen_on ?? row.not_seen_because) && (row.own_words ?? row.words_missing) ? 'done' : 'started';
}

function domainState({ pages }: OpenedAssessment, code: string): TaskState {
  const row = pages.domains.find((one) => one.domain === code);
  if (!row) return 'not started';
  return isAnswered(row) && row.score !== null ? 'done' : 'started';
}

function analysisState({ assessment }: OpenedAssessment): TaskState {
  const done = assessment.so_what && assessment.what_next && (assessment.parent_comments ?? assessment.parent_comments_missing);
  return done ? 'done' : assessment.so_what ? 'started' : 'not started';
}
