import { may, type StaffCtx } from '../../../platform/access/ctx.ts';
import { WarningText } from '../../../platform/web/govuk/warning-text.tsx';
import { legalStatusWords } from './health.ts';
import { channelWords, laneWords, ragWords } from './lanes.codes.ts';
import type { WayInSummary } from './summary.store.ts';

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
