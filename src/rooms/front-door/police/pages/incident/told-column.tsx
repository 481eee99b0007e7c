import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { fullDate, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { Details } from '../../../../../platform/web/govuk/details.tsx';
import { SummaryList } from '../../../../../platform/web/govuk/summary-list.tsx';
import { incidentWords, shareWords, type IncidentType, type ShareRule } from '../../notification.ts';
import type { NotificationRow } from '../../notification.store.ts';
import type { IncidentFacts } from './page.tsx';

const row = (key: string, value: string | null) => (value ? { key, value } : null);

/** What the police told, in their words; every version stays to be read. */
export function ToldColumn({ ctx, facts }: { ctx: StaffCtx; facts: IncidentFacts }) {
  const [latest, ...before] = facts.versions;
  if (!latest) return null;
  const today = londonDate(ctx.now);
  return (
    <section aria-labelledby="told">
      <h2 class="govuk-heading-m" id="told">
        What the police told
      </h2>
      <Told it={latest} today={today} />
      {before.length > 0 ? (
        <Details summaryText={`Told before (${before.length})`}>
          {before.map((one) => (
            <>
              <h3 class="govuk-heading-s">
                {one.police_ref}, version {one.version}, {shortMoment(one.received_at, today)}
              </h3>
              <Told it={one} today={today} />
            </>
          ))}
        </Details>
      ) : null}
    </section>
  );
}

/** One version of a notification. Also what the police see of their own. */
export function Told({ it, today }: { it: NotificationRow; today: string }) {
  return (
    <SummaryList
      rows={[
        row('Kind', incidentWords[it.incident_type as IncidentType]),
        row('Where', [it.line1, it.town, it.postcode].filter(Boolean).join(', ')),
        row('What happened', it.circumstances),
        row('What the children said', it.children_voice),
        row('The officer’s view', it.officer_view),
        row('DASH risk', it.dash_risk ?? (it.incident_type === 'DA' ? 'not assessed' : null)),
        row('MARAC', it.marac ? (it.marac_on ? `heard on ${fullDate(it.marac_on)}` : 'referred') : null),
        row('What the police did', it.action_taken),
        row('Earlier, as the police count', it.prior_incidents === null ? null : `${it.prior_incidents} in 12 months`),
        row('Graded by the police', it.police_grade?.toLowerCase() ?? null),
        row('What they ask', [...it.share_rules.map((rule) => shareWords[rule as ShareRule]), it.share_note].filter(Boolean).join('. ')),
        row('Reported to them', it.reported_at ? shortMoment(it.reported_at, today) : null),
        row('Version', `${it.version}, received ${shortMoment(it.received_at, today)}`),
      ]}
    />
  );
}
