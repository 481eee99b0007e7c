import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { refused } from '../../../../../platform/access/refusal.ts';
import { clockTime, longMoment } from '../../../../../platform/time/plain-dates.ts';
import { requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Form, TextField, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { Table } from '../../../../../platform/web/govuk/table.tsx';
import { Tag } from '../../../../../platform/web/govuk/tag.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { writeNotice } from '../../correction.store.ts';
import { noticesToMe, noticeToMe, type NoticeToUs } from '../../notice.store.ts';
import { referenceOf } from '../../share.ts';
import { KindTag } from '../share/items.tsx';

export const confirmShape = z.object({ words: requiredText('Say what you did with your copy', 500) });

const trail = { href: '/corrections', label: 'Corrections to what was shared with us' };

/** Corrections to what was shared with the reader or their agency. */
export async function noticesPage(ctx: StaffCtx): Promise<Answer> {
  const notices = await noticesToMe(ctx);
  const open = notices.filter((one) => one.confirmedAt === null).length;
  return staffView(
    ctx,
    { title: trail.label, breadcrumbs: [{ label: trail.label }] },
    <>
      <h1 class="govuk-heading-l">{trail.label}</h1>
      <ListSummary
        count={notices.length}
        noun={['correction', 'corrections']}
        filter={`${open} not confirmed yet`}
        sort="not confirmed first, then the latest"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {notices.length === 0 ? (
        <EmptyList why="Nothing that was shared with you or your agency has been corrected." />
      ) : (
        <Table
          caption="Corrections"
          captionClasses="govuk-visually-hidden"
          classes="gt-stacks"
          firstCellIsHeader
          head={['About', 'Corrected', 'Where it stands']}
          rows={notices.map((one) => [
            <a class="govuk-link" href={`/corrections/${one.id}`}>
              {one.named ?? referenceOf(one.decisionId)}
            </a>,
            `${longMoment(one.correctedAt)} by ${one.correctedBy}`,
            one.confirmedAt ? `Confirmed ${longMoment(one.confirmedAt)}` : <Tag classes="govuk-tag--yellow">Put your copy right</Tag>,
          ])}
        />
      )}
    </>,
  );
}

/** One correction: what was said, what it should say, why; and where to say that one's copy is put right. */
export const noticePage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const noticeAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const notice = await noticeToMe(ctx, asked.params['id'] ?? '');
  const title = `Corrected: ${notice.named ?? referenceOf(notice.decisionId)}`;
  return staffView(
    ctx,
    { title, breadcrumbs: [trail, { label: referenceOf(notice.decisionId) }], ...(state.errors ? { errors: state.errors } : {}) },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {notice.correctedBy} corrected something that was shared with you, {longMoment(notice.correctedAt)}. Reference{' '}
        {referenceOf(notice.decisionId)}.
      </p>
      {notice.isSuperseded ? (
        <p class="govuk-inset-text">It was corrected again since. Put your copy right by the latest correction.</p>
      ) : null}
      <h2 class="govuk-heading-m">You were told</h2>
      <KindTag kind={notice.wasKind} />
      <p class="govuk-body gt-as-typed">{notice.wasWords}</p>
      <h2 class="govuk-heading-m">It should say</h2>
      <KindTag kind={notice.nowKind} />
      <p class="govuk-body gt-as-typed">{notice.nowWords}</p>
      <p class="govuk-body">Why: {notice.because}</p>
      <Answered ctx={ctx} notice={notice} state={state} />
    </>,
  );
}

function Answered({ ctx, notice, state }: { ctx: StaffCtx; notice: NoticeToUs; state: FieldState }) {
  if (notice.confirmedAt)
    return (
      <p class="govuk-inset-text">
        Confirmed {longMoment(notice.confirmedAt)}
        {notice.confirmedBy ? ` by ${notice.confirmedBy}` : ''}: {notice.confirmedWords}
      </p>
    );
  return (
    <Form action={`/corrections/${notice.id}/confirm`} {...formCarries(ctx)}>
      <TextField
        name="words"
        label="What did you do with your copy?"
        hint="For example: put right in our record, and told the class teacher who had it from us"
        {...state}
      />
      <Button>Our copy is put right</Button>
    </Form>
  );
}

/** Takes the confirmation. */
export async function takeConfirm(ctx: StaffCtx, data: z.output<typeof confirmShape>, asked: Asked): Promise<Answer> {
  const notice = await noticeToMe(ctx, asked.params['id'] ?? '');
  if (notice.confirmedAt) throw refused('This was confirmed already.');
  await writeNotice(ctx, notice.id, { confirmed_at: ctx.now, confirmed_by: ctx.who.staffId, confirmed_words: data.words });
  return seeOther('/corrections', 'Confirmed. Whoever shared it sees that your copy is put right.');
}
