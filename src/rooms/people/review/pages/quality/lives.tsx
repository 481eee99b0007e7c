import { saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { notFound } from '../../../../../platform/access/refusal.ts';
import { clockTime, fullDate } from '../../../../../platform/time/plain-dates.ts';
import { Form } from '../../../../../platform/web/form-kit.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { lifeKinds, type LifeKind } from '../../quality.ts';
import { livesOf } from '../../quality.store.ts';

const kindOf = (typed: string | undefined): LifeKind => {
  const kind = (Object.keys(lifeKinds) as LifeKind[]).find((it) => it.replaceAll(' ', '-') === typed);
  if (!kind) throw notFound();
  return kind;
};

/** Lives of one kind that cannot be: what does not go together, and the way to ask about it. No name stands here; a question opens who it is. */
export async function livesPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const kind = kindOf(asked.params['kind']);
  const lives = await livesOf(ctx, kind);
  saw(ctx, ...lives.flatMap((it) => [it.personId, it.otherPersonId]));
  return staffView(
    ctx,
    {
      title: lifeKinds[kind],
      wide: true,
      breadcrumbs: [{ href: '/index/quality', label: 'Quality of the index' }, { label: lifeKinds[kind] }],
    },
    <>
      <h1 class="govuk-heading-l">{lifeKinds[kind]}</h1>
      <ListSummary
        count={lives.length}
        noun={['life', 'lives']}
        filter="standing now"
        sort="newest first"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {lives.length === 0 ? (
        <EmptyList
          why="None was found when it was last looked for."
          whatToDo="It is looked for every week, and whenever the index desk asks."
        />
      ) : (
        <SortableTable
          caption={lifeKinds[kind]}
          captionHidden
          path=""
          columns={['What does not go together', 'First found', 'Review desk'].map((heading) => ({ heading }))}
          rows={lives.map((life) => ({
            cells: [
              life.facts.join('; '),
              fullDate(life.foundOn),
              life.questionId ? (
                <a class="govuk-link" href={`/index/review/${life.questionId}`}>
                  Asked: see the question
                </a>
              ) : (
                <Form action={`/index/quality/lives/${life.id}/ask`} {...formCarries(ctx)}>
                  <button type="submit" class="govuk-button govuk-button--secondary gt-button--small" data-module="govuk-button">
                    Ask the review desk<span class="govuk-visually-hidden"> about {life.facts.join('; ')}</span>
                  </button>
                </Form>
              ),
            ],
          }))}
        />
      )}
    </>,
  );
}
