import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { notFound } from '../../../../../platform/access/refusal.ts';
import { clockTime, fullDate } from '../../../../../platform/time/plain-dates.ts';
import { draftOf } from '../../../../../platform/web/draft.store.ts';
import { Button, Form, textValue, type FieldState, type FormValues } from '../../../../../platform/web/form-kit.tsx';
import { IdentityBar } from '../../../../../platform/web/patterns/identity-bar.tsx';
import type { Again, Answer, Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { identityOf } from '../../../../people/index.ts';
import { dutyFacts } from '../../share.store.ts';
import { agenciesToShareWith, mayDecideFor } from '../../whole-share.store.ts';
import { HarmAndFamily, TheDecision, What, WhyAndLaw, WithWhom } from './fields.tsx';
import { freshValues, valuesLike } from './like.ts';

/** Decide whether to share: what, with whom, what for, by which law, with what harm, and what the family knows. Kept as a draft while it is written. */
export async function newSharePage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const { like, again } = asked.query;
  if (isId(like)) return view(ctx, asked, { values: await valuesLike(ctx, like, false) });
  if (isId(again)) return view(ctx, asked, { values: await valuesLike(ctx, again, true) });
  const draft = await draftOf(ctx, 'share', asked.params['id'] ?? '');
  const status = draft ? `Saved ${clockTime(draft.savedAt)}, only you can see this until you record it` : undefined;
  return view(ctx, asked, { values: { ...freshValues, ...draft?.answers } }, status);
}
export const newShareAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

const isId = (text: string | undefined): text is string => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text ?? '');

async function view(ctx: StaffCtx, asked: Asked, state: FieldState, draftStatus?: string): Promise<Answer> {
  const identity = await identityOf(ctx, asked.params['id'] ?? '');
  if (!(await mayDecideFor(ctx, identity.personId))) throw notFound();
  const { inForceFrom } = await dutyFacts(ctx, null, null);
  const path = `/children/${identity.personId}/shares`;
  return staffView(
    ctx,
    {
      title: `Decide whether to share about ${identity.name}`,
      breadcrumbs: [
        { href: `/children/${identity.personId}`, label: identity.name },
        { href: path, label: 'What was shared' },
        { label: 'Decide whether to share' },
      ],
      ...(state.errors ? { errors: state.errors } : {}),
    },
    <>
      <IdentityBar {...identity.bar} />
      <h1 class="govuk-heading-l">Decide whether to share about {identity.name}</h1>
      <p class="govuk-body">
        For {identity.name} and one recipient. If a child is in danger, tell those who can act now and record it afterwards.
      </p>
      <Form
        action={`${path}/new`}
        {...formCarries(ctx)}
        draft={`share:${identity.personId}`}
        autosave="/drafts/save"
        draftStatus={draftStatus}
      >
        <Replaces values={state.values} />
        <WithWhom agencies={await agenciesToShareWith(ctx)} state={state} />
        <What state={state} />
        <WhyAndLaw state={state} duty={inForceFrom ? fullDate(inForceFrom) : null} />
        <HarmAndFamily name={identity.name} state={state} />
        <TheDecision state={state} />
        <Button>Record the decision</Button>
      </Form>
    </>,
  );
}

function Replaces({ values }: { values: FormValues | undefined }) {
  const id = textValue(values, 'replacesId');
  if (!id) return null;
  return (
    <>
      <input type="hidden" name="replacesId" value={id} />
      <p class="govuk-body">
        You decide again what was decided before. The{' '}
        <a class="govuk-link" href={`/shares/${id}`}>
          earlier decision
        </a>{' '}
        stays readable.
      </p>
    </>
  );
}
