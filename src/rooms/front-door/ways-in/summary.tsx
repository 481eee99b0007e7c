import { sql } from 'kysely';
import { may, type Ctx, type StaffCtx } from '../../../platform/access/ctx.ts';
import { WarningText } from '../../../platform/web/govuk/warning-text.tsx';
import { legalStatusWords } from './health.ts';
import { channelWords, laneWords, ragWords } from './lanes.codes.ts';

/** What the contact page says of how a contact came. */
export interface WayInSummary {
  channel: string;
  lane: string | null;
  ruleName: string | null;
  suggested: string | null;
  never: string | null;
  safeHow: string | null;
  legalStatus: string | null;
  actions: number;
}

/** In one statement, under the reader's own sight. */
export async function wayInSummary(ctx: Ctx, contactId: string): Promise<WayInSummary | null> {
  const { rows } = await sql<WayInSummary>`
    select c.channel, r.lane, rule.name as "ruleName", case when r.rag_answer is null then r.suggested_rag end as suggested, s.never, s.how as "safeHow",
      h.legal_status as "legalStatus", (select count(*)::int from immediate_action a where a.contact_id = c.id) as actions
    from contact c left join lateral (select * from contact_routing q where q.contact_id = c.id order by q.number desc limit 1) r on true
    left join routing_rule rule on rule.id = r.rule_id left join safe_contact s on s.contact_id = c.id left join health_trigger h on h.contact_id = c.id
    where c.id = ${contactId}::uuid`.execute(ctx.tx);
  return rows[0] ?? null;
}

/** Lane and rule, a suggestion that waits, legal status, and how it is safe to reach whoever asked: one line of the contact page. */
export function WayInLine({ ctx, contactId, summary }: { ctx: StaffCtx; contactId: string; summary: WayInSummary | null }) {
  if (!summary) return null;
  const parts = [
    channelWords[summary.channel] ?? summary.channel,
    summary.lane && `lane ${laneWords[summary.lane]}, by the rule “${summary.ruleName}”`,
    summary.suggested && `${(ragWords[summary.suggested] ?? '').toLowerCase()} suggested, waits for a person`,
    summary.legalStatus && `child in care: ${legalStatusWords(summary.legalStatus)}`,
    summary.safeHow && `safest way to reach them: ${summary.safeHow}`,
    summary.actions > 0 && `${summary.actions} immediate ${summary.actions === 1 ? 'action' : 'actions'}`,
  ].filter(Boolean);
  return (
    <>
      {summary.never ? <WarningText>{summary.never}</WarningText> : null}
      <p class="govuk-body">
        {parts.join('; ')}.{' '}
        {may(ctx, 'front-door.screen') ? (
          <a class="govuk-link" href={`/front-door/contacts/${contactId}/way-in`}>
            How it came
          </a>
        ) : null}
      </p>
    </>
  );
}
