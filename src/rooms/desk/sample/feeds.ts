import type { Loader } from '../../../platform/db/bulk-load.ts';
import { peopleSample } from '../../people/sample.ts';
import { agencyId, teamId } from './agencies.ts';
import { sampleId } from './sample-id.ts';

type Feeds = Parameters<typeof peopleSample.loadInvolvements>[2];
type HealthTeams = Parameters<typeof peopleSample.loadInvolvements>[3];

const hour = 3_600_000;

/** The health visiting teams and the number people ring. */
export const healthTeams: HealthTeams = [0, 1, 2, 3, 4].map((at) => ({
  id: teamId('community-health', `health-${at}`),
  agencyId: agencyId('community-health'),
  name: `${['Kestrel', 'Linnet', 'Plover', 'Redstart', 'Swift'][at]} health visiting team`,
  phone: peopleSample.dramaLandline(500 + at),
}));

/** Writes the sources of facts: two fresh, one late, one that has never come, so that "not held" and "feed late" can be told apart. */
export async function loadFeeds(loader: Loader, now: Date): Promise<Feeds> {
  const at = (hours: number): Date => new Date(now.getTime() - hours * hour);
  const feeds: Feeds = {
    rolls: sampleId('feed rolls'),
    practices: sampleId('feed practices'),
    healthVisiting: sampleId('feed health visiting'),
    lastLoaded: { rolls: at(9), practices: at(70), healthVisiting: at(6 * 24) },
  };
  await loader.copy(
    'feed',
    ['id', 'agency_id', 'name', 'covers', 'expected_every', 'last_loaded_at'],
    [
      [
        feeds.rolls,
        agencyId('council'),
        'School rolls, nightly',
        'Pupils on the roll of every school that has signed',
        '1 day',
        feeds.lastLoaded.rolls,
      ],
      [
        feeds.practices,
        agencyId('community-health'),
        'GP lists, weekly',
        'Practice each child is registered with',
        '7 days',
        feeds.lastLoaded.practices,
      ],
      [
        feeds.healthVisiting,
        agencyId('community-health'),
        'Health visiting caseloads, nightly',
        'Health visiting team of every child under five',
        '1 day',
        feeds.lastLoaded.healthVisiting,
      ],
      [
        sampleId('feed camhs'),
        agencyId('camhs'),
        'Mental health service, open cases',
        'Nothing yet: the agreement is signed, the feed has not begun',
        '7 days',
        null,
      ],
    ],
  );
  return feeds;
}
