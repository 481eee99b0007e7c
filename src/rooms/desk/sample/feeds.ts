import type { Loader } from '../../../platform/db/bulk-load.ts';
import { peopleSample } from '../../people/sample.ts';
import { agencyId, teamId } from './agencies.ts';
import { sampleId } from './sample-id.ts';
import { staffId } from './staff.ts';

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

/** Writes the sources of facts: two live and fresh, one late, one in shadow that has never come, so that "not held" and "feed late" can be told apart. */
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
  await peopleSample.loadFeedStories({
    loader,
    now,
    officers: [staffId('index-officer'), staffId('index-officer-2')],
    feeds: [
      {
        id: feeds.rolls,
        kind: 'school',
        state: 'live',
        agreement: 'ISA-2024-011',
        rows: 24_800,
        sentBack: [0.011, 0.011, 0.01, 0.012, 0.009],
        corrections: true,
        lastLoadedAt: at(9),
      },
      {
        id: feeds.practices,
        kind: 'health',
        state: 'live',
        agreement: 'ISA-2024-019',
        rows: 48_200,
        sentBack: [0.004, 0.005, 0.004],
        lastLoadedAt: at(70),
      },
      {
        id: feeds.healthVisiting,
        kind: 'health',
        state: 'live',
        agreement: 'ISA-2024-020',
        rows: 15_400,
        sentBack: [0.034, 0.006, 0.008],
        lastLoadedAt: at(6 * 24),
      },
      {
        id: sampleId('feed camhs'),
        kind: 'other',
        state: 'shadow',
        agreement: 'ISA-2025-004',
        rows: 1_900,
        sentBack: [0.013],
        lastLoadedAt: null,
        sensitive: true,
      },
    ],
  });
  return feeds;
}
