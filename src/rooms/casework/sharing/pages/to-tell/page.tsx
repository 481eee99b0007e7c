import { z } from 'zod';
import { saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { refused } from '../../../../../platform/access/refusal.ts';
import { clockTime, counted, longMoment } from '../../../../../platform/time/plain-dates.ts';
import { oneOf, requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Choice, Form, TextField, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { lockNotice, noticesToTell, writeNotice, type NoticeLine } from '../../correction.store.ts';
import { reachOf } from '../../reach.ts';
import { referenceOf } from '../../share.ts';
import { reachWords } from '../share/items.tsx';

export const toldShape = z.object({
  how: requiredText('Say whom you told, when and how', 500),
  confirmed: oneOf(['yes', 'not yet'], 'Select whether they have put their copy right'),
});

/** Corrections that somebody must still tell, and those nobody has confirmed: one's own shares, or with `?of=all` every share the reader sees. */
export const toTellPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const toTellAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const all = asked.query['of'] === 'all';
  const lines = await noticesToTell(ctx, all);
  const byHand = lines.filter((line) => reachOf(line) === 'to be told by hand');
  const waiting = lines.filter((line) => reachOf(line) !== 'to be told by hand');
  return staffView(
    ctx,
    {
      title: 'Corrections to pass on',
      breadcrumbs: [{ label: 'Corrections to pass on' }],
      ...(state.errors ? { errors: state.errors } : {}),
    },
    <>
      <h1 class="govuk-heading-l">Corrections to pass on</h1>
      <ul class="gt-tabs">
        {[
          ['/corrections-to-tell', 'What I shared', !all],
          ['/corrections-to-tell?of=all', 'Every share I may read', all],
        ].map(([href, label, here]) => (
          <li>
            <a class="govuk-link" href={String(href)} aria-current={here ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">To be told by you or a colleague</h2>
      <ListSummary
        count={byHand.length}
        noun={['recipient', 'recipients']}
        sort="longest waiting first"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {byHand.length === 0 ? <EmptyList why="Nobody waits to be told by telephone or letter." /> : null}
      {byHand.map((line) => (
        <ByHand ctx={ctx} line={line} state={state.values?.['notice'] === line.id ? state : {}} />
      ))}
      <h2 class="govuk-heading-m">Told, and not confirmed yet</h2>
      {waiting.length === 0 ? (
        <EmptyList why="Everyone told has confirmed that their copy is put right." />
      ) : (
        <Unconfirmed lines={waiting} now={ctx.now} />
      )}
    </>,
  );
}

const daysSince = (then: Date, now: Date): number => Math.floor((now.getTime() - then.getTime()) / 86_400_000);

function ByHand({ ctx, line, state }: { ctx: StaffCtx; line: NoticeLine; state: FieldState }) {
  return (
    <div class="gt-card">
      <h3 class="govuk-heading-s">
        {[line.recipient, line.toPerson].filter(Boolean).join(', ')},{' '}
        <a class="govuk-link" href={`/shares/${line.decisionId}`}>
          {referenceOf(line.decisionId)}
        </a>
      </h3>
      <p class="govuk-body">
        {reachWords(line)}. Waiting {counted(daysSince(line.byHandSince ?? line.madeAt, ctx.now), 'day')}. What to say, and how to reach
        them, stands on the share.
      </p>
      <Form action={`/corrections-to-tell/${line.id}`} {...formCarries(ctx)}>
        <input type="hidden" name="notice" value={line.id} />
        <TextField name="how" label="Whom did you tell, when and how?" {...state} />
        <Choice
          name="confirmed"
          legend="Have they put their copy right?"
          inline
          small
          items={[
            { value: 'yes', text: 'They say so' },
            { value: 'not yet', text: 'Not yet' },
          ]}
          {...state}
        />
        <Button classes="govuk-button--secondary">They were told</Button>
      </Form>
    </div>
  );
}

function Unconfirmed({ lines, now }: { lines: readonly NoticeLine[]; now: Date }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li>
          <a class="govuk-link" href={`/shares/${line.decisionId}`}>
            {line.recipient}, {referenceOf(line.decisionId)}
          </a>
          : {reachWords(line)} <span class="gt-muted">({counted(daysSince(line.deliveredAt ?? line.madeAt, now), 'day')} ago)</span>
        </li>
      ))}
    </ul>
  );
}

/** Takes that a recipient was told by a person. */
export async function takeTold(ctx: StaffCtx, data: z.output<typeof toldShape>, asked: Asked): Promise<Answer> {
  const notice = await lockNotice(ctx, asked.params['noticeId'] ?? '');
  saw(ctx, notice.person_id);
  if (notice.delivered_at) throw refused(`They were told already, ${longMoment(notice.delivered_at)}.`);
  await writeNotice(ctx, notice.id, {
    channel: notice.channel === 'e-mail' ? 'e-mail' : 'by hand',
    delivered_at: ctx.now,
    delivered_by: ctx.who.staffId,
    delivered_how: data.how,
    ...(data.confirmed === 'yes' ? { confirmed_at: ctx.now, confirmed_words: `Said so to ${ctx.who.name}` } : {}),
  });
  return seeOther('/corrections-to-tell', 'Recorded that they were told.');
}
