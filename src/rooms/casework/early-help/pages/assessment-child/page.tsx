import { saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { found } from '../../../../../platform/access/refusal.ts';
import { draftOf } from '../../../../../platform/web/draft.store.ts';
import type { FieldState } from '../../../../../platform/web/form-kit.tsx';
import type { Again, Answer, Asked } from '../../../../../platform/web/route.ts';
import { fullDate } from '../../../../../platform/time/plain-dates.ts';
import { boxesOf } from '../../../typed-date.ts';
import { lastTime, type ChildRow } from '../../assessment.store.ts';
import { openAssessment } from '../../open-assessment.store.ts';
import { AssessmentForm } from '../../parts/assessment-form.tsx';
import { episodeView } from '../../parts/episode-shell.tsx';
import { ChildFields } from './child-fields.tsx';
import { LastTime } from '../../parts/last-time.tsx';

/** One child: seen or not, and their own words. The adult's summary is another field. */
export const childPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, null);
export const childAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, again: FieldState | null): Promise<Answer> {
  const opened = await openAssessment(ctx, asked.params['id'] ?? '');
  const child = found(opened.children.find((one) => one.personId === asked.params['personId']));
  saw(ctx, child.personId);
  const row = opened.pages.children.find((one) => one.person_id === child.personId);
  const before = (await lastTime(ctx, opened.family.id, { episodeId: opened.episode.id }))?.children.find(
    (one) => one.person_id === child.personId,
  );
  const draft = again ? null : await draftOf(ctx, 'assessment-child', child.personId);
  const state: FieldState = again ?? { values: { ...valuesOf(row), ...draft?.answers } };
  const seenVersion = typeof again?.values?.['_version'] === 'string' ? again.values['_version'] : (row?.version ?? 0);
  return episodeView(
    ctx,
    opened,
    { title: `${child.name} in their own words`, crumb: child.name, errors: again?.errors, wide: true },
    <div class="gt-columns gt-columns--2">
      <AssessmentForm
        ctx={ctx}
        opened={opened}
        to={`children/${child.personId}`}
        version={seenVersion}
        draftName={`assessment-child:${child.personId}`}
        draft={draft}
        answers={[
          [`What ${child.name} said`, row?.own_words ?? row?.words_missing],
          ['How they told it', row?.how],
          ['Seen', row?.seen_on ? fullDate(row.seen_on) : row?.not_seen_because],
          ['What the worker understood', row?.adult_summary],
        ]}
      >
        <ChildFields name={child.name} state={state} />
      </AssessmentForm>
      <LastTime
        answers={[
          [`What ${child.name} said`, before?.own_words ?? null],
          ['What the worker understood', before?.adult_summary ?? null],
        ]}
      />
    </div>,
  );
}

const valuesOf = (row: ChildRow | undefined): Record<string, string | null> => ({
  ownWords: row?.own_words ?? null,
  how: row?.how ?? null,
  wordsMissing: row?.words_missing ?? null,
  seenAlone: row?.seen_alone == null ? null : row.seen_alone ? 'yes' : 'no',
  notSeenBecause: row?.not_seen_because ?? null,
  share: row ? (row.share_with_family ? 'yes' : 'no') : null,
  adultSummary: row?.adult_summary ?? null,
  ...boxesOf('seenOn', row?.seen_on),
});
