import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { shortDate, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { Button, Form, SelectField, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { Details } from '../../../../../platform/web/govuk/details.tsx';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import type { Again, Answer, Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { leadsOf, practitioners } from '../../lead.store.ts';
import { openEpisode } from '../../open-episode.store.ts';
import { episodeView } from '../../parts/episode-shell.tsx';
import { asChoice, FindPractitioner } from '../../parts/find-practitioner.tsx';
import { OfferForm } from './offer-form.tsx';

const stateWords: Readonly<Record<string, string>> = {
  offered: 'Asked, not answered',
  active: 'Lead professional now',
  declined: 'Declined',
  withdrawn: 'Taken back',
  ended: 'Was lead professional',
};

/** Who leads, who stands in, who was asked before; ask someone, hand over. */
export const leadPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const leadAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const opened = await openEpisode(ctx, asked.params['id'] ?? '');
  const { episode, path, standing } = opened;
  const history = await leadsOf(ctx, episode.id);
  const words = asked.query['find'] ?? '';
  const open = standing.manages && !episode.closed_on;
  const choices = open ? (await practitioners(ctx, words)).map(asChoice) : [];
  const offered = history.find((row) => row.state === 'offered');
  return episodeView(
    ctx,
    opened,
    { title: 'Lead professional', crumb: 'Lead professional', errors: state.errors },
    <>
      <p class="govuk-body">
        {episode.lead_name ? `${episode.lead_name} leads the plan with the family.` : 'Nobody leads the plan yet.'}{' '}
        {episode.backup_name ? `${episode.backup_name} stands in.` : 'Nobody is named to stand in.'}
      </p>
      {history.length === 0 ? (
        <EmptyList why="Nobody has been asked yet." whatToDo="Ask the family first whom they would like." />
      ) : (
        <History rows={history} today={londonDate(ctx.now)} />
      )}
      {open && offered ? (
        <Form action={`${path}/lead/${offered.id}/take-back`} {...formCarries(ctx)}>
          <Button classes="govuk-button--secondary">Take back the offer to {offered.name}</Button>
        </Form>
      ) : null}
      {open && !offered ? (
        <>
          <h2 class="govuk-heading-m">{episode.lead_name ? 'Hand over' : 'Ask someone'}</h2>
          <FindPractitioner path={`${path}/lead`} words={words} />
          <OfferForm ctx={ctx} path={path} choices={choices} isHandover={Boolean(episode.lead_name)} state={state} />
        </>
      ) : null}
      {open && episode.lead_name ? (
        <Details summaryText="Change who stands in">
          <Form action={`${path}/lead/backup`} {...formCarries(ctx)}>
            <SelectField
              name="backupStaffId"
              label="Backup"
              items={choices}
              empty="Nobody"
              values={{ backupStaffId: episode.backup_staff_id ?? '' }}
              errors={state.errors}
            />
            <Button classes="govuk-button--secondary">Save the backup</Button>
          </Form>
        </Details>
      ) : null}
    </>,
  );
}

function History({ rows, today }: { rows: Awaited<ReturnType<typeof leadsOf>>; today: string }) {
  return (
    <PlainTable
      caption="Everyone asked, latest first"
      head={[
        { text: 'Who' },
        { text: 'State' },
        { text: 'Asked' },
        { text: 'Chosen by' },
        { text: 'From' },
        { text: 'Until' },
        { text: 'Reason or hand-over' },
      ]}
      rows={rows.map((row) => [
        { text: `${row.name}, ${row.agency_name}` },
        { text: stateWords[row.state] ?? row.state },
        { text: `${shortMoment(row.offered_at, today)} by ${row.offered_by_name}` },
        { text: row.chosen_by },
        { text: row.started_on ? shortDate(row.started_on, today) : '' },
        { text: row.ended_on ? shortDate(row.ended_on, today) : '' },
        { text: row.decline_reason ?? row.handover_note ?? row.ended_because ?? '' },
      ])}
    />
  );
}
