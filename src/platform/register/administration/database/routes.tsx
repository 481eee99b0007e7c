import { sql } from 'kysely';
import type { StaffCtx } from '../../../access/ctx.ts';
import type { ReplicaState } from '../../../db/replica/replica.ts';
import { clockTime, longMoment } from '../../../time/plain-dates.ts';
import { SummaryList } from '../../../web/govuk/summary-list.tsx';
import { page, type Answer, type Route } from '../../../web/route.ts';
import { frame } from '../frame.tsx';

const counted = new Intl.NumberFormat('en-GB');

/** How far behind a replica is, in words. */
function behind(state: ReplicaState): string {
  if (!state.reachable) return 'It cannot be reached. Searches are answered by the primary.';
  if (state.bytesBehind === null) return 'It does not tell how far it is: it may have been promoted. Searches are answered by the primary.';
  return state.bytesBehind === 0
    ? 'Nothing: it shows everything that was saved'
    : `${counted.format(state.bytesBehind)} bytes of the primary's log`;
}

const Replica = ({ state }: { state: ReplicaState }) => (
  <SummaryList
    rows={[
      { key: 'Behind', value: behind(state) },
      { key: 'Last saved thing it shows', value: state.lastReplayed ? longMoment(state.lastReplayed) : 'Not known' },
      { key: 'Searches it answered', value: `${counted.format(state.asked)} since this process started` },
      { key: 'Answered by the primary instead', value: `${counted.format(state.instead)}: it was behind or could not be reached` },
    ]}
  />
);

/** The database this installation works on, and how fresh the replica is that searches are read from. */
async function databasePage(ctx: StaffCtx): Promise<Answer> {
  const { rows } = await sql<{
    version: string;
    size: string;
    standby: string;
    wait: string;
  }>`select current_setting('server_version') as version,
    pg_size_pretty(pg_database_size(current_database())) as size, current_setting('synchronous_standby_names') as standby, current_setting('synchronous_commit') as wait`.execute(
    ctx.tx,
  );
  const [primary] = rows;
  const state = (await ctx.replica?.state()) ?? null;
  return frame(
    ctx,
    { title: 'Database' },
    <>
      <p class="govuk-body">As it was at {clockTime(ctx.now)}.</p>
      <h2 class="govuk-heading-m">Primary</h2>
      <SummaryList
        rows={[
          { key: 'PostgreSQL', value: primary?.version ?? '' },
          { key: 'Size', value: primary?.size ?? '' },
          {
            key: 'Waits for',
            value: primary?.standby ? `${primary.standby}, ${primary.wait}` : 'No replica: what is saved is on this server alone',
          },
        ]}
      />
      <h2 class="govuk-heading-m">Replica for searches</h2>
      {state ? (
        <Replica state={state} />
      ) : (
        <p class="govuk-body">None is set up (DATABASE_REPLICA_URL). Searches are answered by the primary.</p>
      )}
    </>,
  );
}

export const databaseRoutes: readonly Route[] = [
  page('/administration/database', 'admin.settings', 'administration.database.view', databasePage),
];
