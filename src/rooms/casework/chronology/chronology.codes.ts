/** Categories of a chronology event (domain 4.7); "help" stands for milestones of the help itself. */
export const eventCategories = [
  'significant event',
  'contact',
  'change of address or household',
  'school',
  'health',
  'police',
  'placement',
  'loss',
  'strength',
  'help',
] as const;
export type EventCategory = (typeof eventCategories)[number];
export const accuracies = ['day', 'month', 'year', 'about'] as const;
export type Accuracy = (typeof accuracies)[number];
