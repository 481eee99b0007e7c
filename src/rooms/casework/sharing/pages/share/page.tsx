import { may, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { longMoment } from '../../../../../platform/time/plain-dates.ts';
import { IdentityBar } from '../../../../../platform/web/patterns/identity-bar.tsx';
import type { Again, Answer, Asked } from '../../../../../platform/web/route.ts';
import type { FieldState } from '../../../../../platform/web/form-kit.tsx';
import { staffView } from '../../../../../platform/web/view.tsx';
import { referenceOf, verdictWords } from '../../share.ts';
import { mayDecideFor, shareFile, type ShareFile } from '../../whole-share.store.ts';
import { identityForShares } from '../shares/page.tsx';
import { Afterwards } from './afterwards.tsx';
import { Items } from './items.tsx';
import { Facts } from './facts.tsx';

/** One decision to share or to keep back: what, with whom, why, by which law, what the family knows, and what happened since. */
export const sharePage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const shareAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const file = await shareFile(ctx, asked.params['id'] ?? '');
  const { share } = file;
  const identity = await identityForShares(ctx, share.personId);
  const mayWork = file.items.length > 0 && may(ctx, 'sharing.record') && (await mayDecideFor(ctx, share.personId));
  const list = `/children/${share.personId}/shares`;
  return staffView(
    ctx,
    {
      title: titleOf(file),
      breadcrumbs: [
        ...(identity ? [{ href: `/children/${share.personId}`, label: identity.name }] : []),
        { href: list, label: 'What was shared' },
        { label: referenceOf(share.id) },
      ],
      ...(state.errors ? { errors: state.errors } : {}),
    },
    <>
      {identity ? <IdentityBar {...identity.bar} /> : null}
      <h1 class="govuk-heading-l">{titleOf(file)}</h1>
      <p class="govuk-body">
        Decided {longMoment(share.decidedAt)} by {[share.decidedBy, share.byAgency].filter(Boolean).join(', ')}. Reference{' '}
        {referenceOf(share.id)}.
      </p>
      <Standing file={file} />
      <Items file={file} mayCorrect={mayWork} />
      <Facts share={share} />
      <Afterwards ctx={ctx} file={file} mayWork={mayWork} state={state} />
      <p class="govuk-body gt-no-print">
        {mayWork ? (
          <>
            <a class="govuk-link" href={`${list}/new?like=${share.id}`}>
              Decide about the same with somebody else
            </a>
            {' | '}
            <a class="govuk-link" href={`${list}/new?again=${share.id}`}>
              Decide this again
            </a>
            {' | '}
          </>
        ) : null}
        <a class="govuk-link" href={`/shares/${share.id}/print`}>
          Print
        </a>
      </p>
    </>,
  );
}

/** "Shared in part with Hilltop surgery". */
export const titleOf = ({ share }: ShareFile): string => `${verdictWords(share.decision)} ${share.recipient}`;

/** Links between a decision and the one that took its place. */
function Standing({ file: { share } }: { file: ShareFile }) {
  return (
    <>
      {share.replacedBy ? (
        <p class="govuk-inset-text">
          This was decided again since:{' '}
          <a class="govuk-link" href={`/shares/${share.replacedBy}`}>
            read the later decision
          </a>
          .
        </p>
      ) : null}
      {share.replacesId ? (
        <p class="govuk-body">
          It takes the place of{' '}
          <a class="govuk-link" href={`/shares/${share.replacesId}`}>
            an earlier decision
          </a>
          .
        </p>
      ) : null}
    </>
  );
}
