import { about, actingAs, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { roleNames } from '../../../../../platform/access/roles.ts';
import { longMoment } from '../../../../../platform/time/plain-dates.ts';
import { GroupedTable } from '../../../../../platform/web/patterns/grouped-table.tsx';
import { IdentityBar } from '../../../../../platform/web/patterns/identity-bar.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { identityOf } from '../../../identity.store.ts';
import { whoIsInvolved } from '../../involvement.store.ts';
import { carersOf, dutyTeamNumber, safeguardingLeads } from '../../sheet.store.ts';
import { sheetOf, type SheetGroup } from '../../sheet.ts';

/** The emergency contact sheet: one page of whom to ring about a child, now and out of hours, in order. It bears when and by whom it was made, and no address. */
export async function contactSheetPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const identity = await identityOf(ctx, asked.params['id'] ?? '');
  const involved = await whoIsInvolved(ctx, identity.personId);
  const schools = involved.filter((one) => one.endedOn === null && ['SCHOOL', 'EARLY_YEARS'].includes(one.agencyType));
  const leads = await safeguardingLeads(ctx, [...new Set(schools.map((one) => one.agencyId))]);
  const groups = sheetOf(involved, leads, await carersOf(ctx, identity.personId));
  const duty = await dutyTeamNumber(ctx);
  about(ctx, 'contact-sheet', identity.personId);
  return staffView(
    ctx,
    {
      title: `Emergency contact sheet: ${identity.name}`,
      breadcrumbs: [
        { href: `/people/${identity.personId}`, label: identity.name },
        { href: `/people/${identity.personId}/involved`, label: 'Who is involved' },
        { label: 'Emergency contact sheet' },
      ],
    },
    <article class="gt-sheet">
      <h1 class="govuk-heading-l">Who to ring about {identity.name}</h1>
      <p class="govuk-body gt-no-print">Print this page with your browser. Shred the paper when it is a week old: numbers change.</p>
      <IdentityBar {...identity.bar} />
      <p class="govuk-body">
        <strong>In danger now: 999.</strong> Out of hours:{' '}
        {duty ? <strong>emergency duty team, {duty}</strong> : 'the emergency duty team (its number has not been set; ask your manager)'}.
        No address stands on this sheet.
      </p>
      <GroupedTable
        caption="Who to ring, in order"
        columns={['Who', 'How to reach them now', 'How fresh'].map((heading) => ({ heading }))}
        groups={groups.map((group) => ({ heading: group.title, rows: rowsOf(group) }))}
      />
      <Made ctx={ctx} />
    </article>,
  );
}

function rowsOf(group: SheetGroup) {
  if (group.lines.length === 0) return [[group.none, '', '']];
  return group.lines.map((line) => [
    <>
      {line.who}
      <span class="gt-sheet__what">, {line.what}</span>
    </>,
    line.reach,
    line.fresh ?? 'Ask them',
  ]);
}

function Made({ ctx }: { ctx: StaffCtx }) {
  const post = actingAs(ctx.who);
  const as = post ? `, ${roleNames[post.role]}, ${post.agencyName}` : '';
  return (
    <p class="govuk-body">
      Made {longMoment(ctx.now)} by {ctx.who.name}
      {as}. It is recorded that you opened it. Sexual health, mental health and substance misuse services are not on this sheet unless the
      family agreed, for every child alike.
    </p>
  );
}
