import type { Askable } from './agencies.store.ts';

/** Why an agency cannot be asked about these people yet, and what to do. */
export function blindWords(agency: Pick<Askable, 'name' | 'answering' | 'closed'>): string {
  if (agency.answering === 0)
    return `Nobody at ${agency.name} answers the hub in Goldthread yet. Ask them by telephone, and ask your administrator for a place.`;
  return `Nobody at ${agency.name} may know everyone you ask about, so the request would lie there unseen. The shield desk has to name someone there first; or ask about fewer people.`;
}
