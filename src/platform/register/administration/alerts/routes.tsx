import { z } from 'zod';
import type { StaffCtx } from '../../../access/ctx.ts';
import { refused } from '../../../access/refusal.ts';
import { clockTime, longMoment } from '../../../time/plain-dates.ts';
import { id } from '../../../web/fields.ts';
import { Button, Form } from '../../../web/form-kit.tsx';
import { EmptyList, ListSummary } from '../../../web/patterns/list-summary.tsx';
import { SortableTable } from '../../../web/patterns/sortable-table.tsx';
import { form, page, seeOther, type Answer, type Route } from '../../../web/route.ts';
import { formCarries, staffView } from '../../../web/view.tsx';
import { dealtWith, openAlerts } from './alert.store.ts';

/** What an alert says. It names nobody: the page it leads to does, to those who may see it. */
const words: Readonly<Record<string, string>> = {
  'break-glass': 'Emergency access was used',
  'shield-question': 'Someone recorded may be a shielded person',
  'restricted-viewed': 'A restricted record was opened',
  'feed-gone': 'Many are missing from a complete file',
  'still-working': 'Still working with these children?',
  'broker-replied': 'A service replied to your message about a child',
  'files-infected': 'A file was found to be unsafe',
  'lead-offer': 'You are asked to be lead professional',
  'lead-accepted': 'A lead professional accepted',
  'lead-declined': 'A lead professional declined',
  'team-invitation': 'You are invited to a team around a family',
  'meeting-planned': 'A meeting was planned',
  'minutes-sent': 'Minutes of a meeting are ready',
  'action-assigned': 'An action is yours to do',
  'closing-asked': 'Someone asks to close a plan',
  'sustainment-due': 'It is time to ask how a family is doing',
  'strategy-request': 'A strategy discussion is asked for',
};
const said = (kind: string): string => words[kind] ?? kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ');

async function alerts(ctx: StaffCtx): Promise<Answer> {
  const rows = await openAlerts(ctx);
  return staffView(
    ctx,
    { title: 'Alerts' },
    <>
      <h1 class="govuk-heading-l">Alerts</h1>
      <ListSummary
        count={rows.length}
        noun={['alert', 'alerts']}
        filter="for you, your teams and your role, not dealt with"
        sort="latest first"
        asOf={clockTime(ctx.now)}
      />
      {rows.length === 0 ? (
        <EmptyList why="Nothing needs your attention here." whatToDo="New alerts appear on this page and on Today." />
      ) : (
        <SortableTable
          caption="Alerts"
          captionHidden
          path="/alerts"
          columns={['What', 'When', 'What you can do'].map((heading) => ({ heading }))}
          rows={rows.map((alert) => ({
            cells: [
              <a class="govuk-link" href={alert.href}>
                {said(alert.kind)}
              </a>,
              longMoment(alert.raisedAt),
              <Form action="/alerts/dealt-with" {...formCarries(ctx)}>
                <input type="hidden" name="alertId" value={alert.id} />
                <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
                  Dealt with
                  <span class="govuk-visually-hidden">
                    : {said(alert.kind)}, {longMoment(alert.raisedAt)}
                  </span>
                </Button>
              </Form>,
            ],
          }))}
        />
      )}
    </>,
  );
}

const which = z.object({ alertId: id('Open the page again') });

async function deal(ctx: StaffCtx, { alertId }: z.output<typeof which>): Promise<Answer> {
  if (!(await dealtWith(ctx, alertId))) throw refused('Somebody else has dealt with this alert already.');
  return seeOther('/alerts', 'The alert is dealt with.');
}

export const alertRoutes: readonly Route[] = [
  page('/alerts', 'signed-in', 'platform.alerts.view', alerts),
  form('/alerts/dealt-with', 'signed-in', 'platform.alert.deal', which, deal),
];
