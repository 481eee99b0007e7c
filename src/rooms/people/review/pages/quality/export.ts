import { wilson, type Share } from '../../interval.ts';
import { byCommunity, lifeKinds, measures, shareOf } from '../../quality.ts';
import type { Quality } from './page.tsx';

const cells = (share: Share | null): (string | number)[] =>
  share === null
    ? ['suppressed', '', '', '', '']
    : [share.numerator, share.denominator, share.share ?? '', share.low ?? '', share.high ?? ''];

/** Every figure of the page: measure, group, how many, of how many, share, interval, source, date. Small groups stay suppressed. Pure. */
export function exportRows({ silver, lives, draws, health }: Quality): (string | number)[][] {
  const on = (at: Date | null | undefined): string => at?.toISOString().slice(0, 10) ?? '';
  const [measured, looked] = [on(silver.finished?.finishedAt), on(lives.finished?.finishedAt)];
  return [
    ['measure', 'group', 'numerator', 'denominator', 'share', 'low', 'high', 'source', 'date'],
    ['pair precision', 'all', ...cells(shareOf(silver.figures, measures.precision) ?? wilson(0, 0)), 'hidden numbers', measured],
    ['pair recall', 'all', ...cells(shareOf(silver.figures, measures.recall) ?? wilson(0, 0)), 'hidden numbers', measured],
    ...byCommunity(silver.figures).map((it) => ['pair recall', it.name, ...cells(it.share), 'hidden numbers', measured]),
    ...draws.map((it) => [
      'sample right',
      it.stratum,
      ...cells(wilson(it.right, it.read)),
      `drawn ${it.drawn} of ${it.population}`,
      it.drawnOn,
    ]),
    ...lives.figures.map((it) => [
      'implausible',
      lifeKinds[it.part as keyof typeof lifeKinds] ?? it.part,
      it.numerator,
      it.denominator,
      '',
      '',
      '',
      'index',
      looked,
    ]),
    ['questions open', 'all', health.open, '', '', '', '', 'review desk', ''],
    ['records in review', 'all', health.recordsInReview, health.records, '', '', '', 'review desk', ''],
    ...health.weeks.flatMap((it) => [
      ['questions raised', 'week', it.raised, '', '', '', '', 'review desk', it.from],
      ['questions settled', 'week', it.settled, '', '', '', '', 'review desk', it.from],
    ]),
  ];
}
