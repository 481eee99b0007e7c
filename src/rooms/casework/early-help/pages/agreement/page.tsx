import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { fullDate } from '../../../../../platform/time/plain-dates.ts';
import { Button } from '../../../../../platform/web/form-kit.tsx';
import { SummaryList } from '../../../../../platform/web/govuk/summary-list.tsx';
import type { FieldState } from '../../../../../platform/web/form-kit.tsx';
import type { Again, Answer, Asked } from '../../../../../platform/web/route.ts';
import { agreementOf, sharingOf } from '../../agreement.store.ts';
import { isEnded } from '../../episode.ts';
import { openEpisode, type Opened } from '../../open-episode.store.ts';
import { nameIn } from '../../names-in.ts';
import { episodeView } from '../../parts/episode-shell.tsx';
import { AgreementForm, NotAgreedForm } from './form-view.tsx';

type Agreement = NonNullable<Awaited<ReturnType<typeof agreementOf>>>;

/** The family's agreement: recorded here, read here, withdrawn from here. */
export const agreementPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const agreementAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const opened = await openEpisode(ctx, asked.params['id'] ?? '');
  const agreement = await agreementOf(ctx, opened.episode.id);
  const mayRecord = opened.episode.state === 'REQUESTED' && opened.standing.manages;
  return episodeView(
    ctx,
    opened,
    { title: 'Agreement', crumb: 'Agreement', errors: state.errors },
    <>
      <p class="govuk-body">
        This is the family’s agreement to receive help. It can be withdrawn at any time. It is not the legal basis on which information is
        kept.
      </p>
      {agreement ? <Given opened={opened} agreement={agreement} sharing={await sharingOf(ctx, agreement.id)} /> : null}
      {!agreement && !mayRecord ? <p class="govuk-body">No agreement is recorded.</p> : null}
      {mayRecord ? (
        <>
          <AgreementForm ctx={ctx} opened={opened} state={state} />
          <NotAgreedForm ctx={ctx} path={opened.path} state={state} />
        </>
      ) : null}
    </>,
  );
}

function Given({
  opened,
  agreement,
  sharing,
}: {
  opened: Opened;
  agreement: Agreement;
  sharing: readonly { agency: string; preference: string }[];
}) {
  const rows: [string, string | null][] = [
    ['Agreed by', `${nameIn(opened, agreement.agreed_by)} (${agreement.holds})`],
    ['How', agreement.how_given === 'signed' ? 'Signed' : 'Spoken, and recorded here'],
    ['On', fullDate(agreement.agreed_on)],
    ['Competence', agreement.competence_note],
    ['To what', agreement.scope],
    ['What the family will do', agreement.family_commitments],
    ['What services will do', agreement.service_commitments],
    ['Other holder of parental responsibility', agreement.other_holder_view],
    ['Explained what is recorded and who sees it', agreement.explained_on && fullDate(agreement.explained_on)],
    ['Family has its copy', agreement.copy_given_on && fullDate(agreement.copy_given_on)],
    ['Sharing', sharing.map((one) => `${one.agency}: ${one.preference}`).join('; ') || null],
    ['Withdrawn', agreement.withdrawn_on && `${fullDate(agreement.withdrawn_on)}: ${agreement.withdrawn_why ?? ''}`],
    ['Is it safe to stop?', agreement.safe_to_stop && `${agreement.safe_to_stop}: ${agreement.safe_to_stop_why ?? ''}`],
  ];
  const mayWithdraw = opened.standing.manages && !agreement.withdrawn_on && !isEnded(opened.episode.state);
  return (
    <>
      <SummaryList
        rows={rows.filter(([, value]) => value).map(([key, value]) => ({ key, value: <span class="gt-as-typed">{value}</span> }))}
      />
      {mayWithdraw ? (
        <Button href={`${opened.path}/agreement/withdraw`} classes="govuk-button--secondary">
          The family withdraws its agreement
        </Button>
      ) : null}
    </>
  );
}
