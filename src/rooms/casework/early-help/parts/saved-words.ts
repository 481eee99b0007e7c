import { clockTime } from '../../../../platform/time/plain-dates.ts';
import type { Draft } from '../../../../platform/web/draft.store.ts';

/** What is known of saving when a form is shown; nothing when there is no draft. */
export const savedWords = (draft: Draft | null): string | undefined =>
  draft ? `Saved ${clockTime(draft.savedAt)}, only you can see this until you submit` : undefined;
