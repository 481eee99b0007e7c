import type { ComponentChildren } from 'preact';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import type { Draft } from '../../../../platform/web/draft.store.ts';
import { Button, Form } from '../../../../platform/web/form-kit.tsx';
import { formCarries } from '../../../../platform/web/view.tsx';
import { isWritable } from '../assessment.ts';
import type { OpenedAssessment } from '../open-assessment.store.ts';
import { ReadAnswers, type ReadAnswer } from './read-answers.tsx';
import { savedWords } from './saved-words.ts';

export interface AssessmentFormProps {
  ctx: StaffCtx;
  opened: OpenedAssessment;
  /** The page after "assessment/", where the form is sent. */
  to: string;
  version?: number | string | undefined;
  /** The draft's name, with what it is about after a colon. */
  draftName?: string | undefined;
  draft?: Draft | null | undefined;
  /** What to show instead of the form to whoever may only read, or when it is finished. */
  answers: readonly ReadAnswer[];
  children: ComponentChildren;
}

/** One page of an assessment: to write while it is being written, to read afterwards. */
export function AssessmentForm({ ctx, opened, to, version, draftName, draft, answers, children }: AssessmentFormProps) {
  if (!isWritable(opened.assessment.state) || !opened.standing.contributes || opened.episode.closed_on)
    return <ReadAnswers answers={answers} />;
  const keeps = draftName ? { draft: draftName, autosave: '/drafts/save', draftStatus: savedWords(draft ?? null) } : {};
  return (
    <Form action={`${opened.path}/assessment/${to}`} {...formCarries(ctx)} version={version} {...keeps}>
      {children}
      <Button>Save and go back to the list</Button>
    </Form>
  );
}
