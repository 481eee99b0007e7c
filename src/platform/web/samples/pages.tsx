/** One of every kind of page, for the browser tests and for looking at. */
import type { VNode } from 'preact';
import { CheckPage, FaultPage, FormPage, HelpPage, PublicFormPage, SentPage, TasksPage } from './form-pages.tsx';
import { EmptyQueuePage, OutcomesPage, QueuePage } from './list-pages.tsx';
import { ChildPage, ConflictPage, MatchPage } from './record-pages.tsx';

export const samplePages: Readonly<Record<string, VNode>> = {
  'list-full': <QueuePage />,
  'list-empty': <EmptyQueuePage />,
  outcomes: <OutcomesPage />,
  child: <ChildPage />,
  match: <MatchPage />,
  conflict: <ConflictPage />,
  'form-empty': <FormPage />,
  'form-errors': <FormPage wrong />,
  'public-form': <PublicFormPage />,
  'public-form-errors': <PublicFormPage wrong />,
  'task-list': <TasksPage />,
  'check-answers': <CheckPage />,
  confirmation: <SentPage />,
  fault: <FaultPage />,
  help: <HelpPage />,
};
