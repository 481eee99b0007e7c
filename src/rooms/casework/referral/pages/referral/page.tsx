import { about, may, saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { found } from '../../../../../platform/access/refusal.ts';
import { fullDate, longMoment } from '../../../../../platform/time/plain-dates.ts';
import { Button, Choice, Form, SelectField, TextArea, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { SummaryList } from '../../../../../platform/web/govuk/summary-list.tsx';
import { ClockTag } from '../../../../../platform/web/patterns/clock-tag.tsx';
import { IdentityBar } from '../../../../../platform/web/patterns/identity-bar.tsx';
import type { Again, Answer, Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { identityOf } from '../../../../people/index.ts';
import { runningClocks } from '../../../clocks.ts';
import { primaryNeeds, referralDecisions, referralDecisionCodes, referralSources, type ReferralDecision } from '../../referral.codes.ts';
import { stateWords, type ReferralState } from '../../referral.ts';
import { referralById, workersOf } from '../../referral.store.ts';

type Referral = NonNullable<Awaited<ReturnType<typeof referralById>>>;

/** One referral: accept it, then decide what response it gets within one working day. */
export const referralPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const referralAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const referral = found(await referralById(ctx, asked.params['id'] ?? ''));
  const identity = await identityOf(ctx, referral.child_id);
  saw(ctx, referral.child_id);
  about(ctx, 'referral', referral.id);
  const clocks = (await runningClocks(ctx, 'referral', [referral.id])).get(referral.id) ?? [];
  const workers = (await workersOf(ctx, referral.team_id)).map((worker) => ({ value: worker.id, text: worker.name }));
  const decides = may(ctx, 'referral.accept') && ctx.who.memberships.some((held) => held.teamId === referral.team_id);
  return staffView(
    ctx,
    {
      title: `Referral ${referral.reference}: ${identity.name}`,
      breadcrumbs: [{ href: '/referrals', label: 'Referrals' }, { label: `Referral ${referral.reference}` }],
      ...(state.errors ? { errors: state.errors } : {}),
    },
    <>
      <IdentityBar {...identity.bar} href={`/people/${referral.child_id}`} />
      <h1 class="govuk-heading-l">Referral {referral.reference}</h1>
      {clocks.map((clock) => (
        <p class="govuk-body">
          {clock.ruleInForce.name}: <ClockTag state={clock.reading.state} words={clock.reading.words} exact={clock.reading.exact} />
        </p>
      ))}
      <Facts referral={referral} />
      {decides && referral.state === 'RECEIVED' ? <Accept ctx={ctx} referral={referral} workers={workers} state={state} /> : null}
      {decides && referral.state === 'DECISION_PENDING' ? <Decide ctx={ctx} referral={referral} workers={workers} state={state} /> : null}
    </>,
  );
}

function Facts({ referral }: { referral: Referral }) {
  const rows: [string, string | null][] = [
    ['State', stateWords[referral.state as ReferralState]],
    ['Received', longMoment(referral.received_at)],
    ['From', referralSources[referral.source_code] ?? referral.source_code],
    ['Primary need', primaryNeeds[referral.primary_need] ?? referral.primary_need],
    [
      'Referred again',
      referral.previous_referral_on
        ? `Yes: also referred on ${fullDate(referral.previous_referral_on)}, within 12 months`
        : 'Not within 12 months',
    ],
    ['Why', referral.reason],
    ['Sent by', referral.sent_by_name],
    ['Team', referral.team_name],
    [
      'Accepted',
      referral.accepted_at
        ? `${longMoment(referral.accepted_at)} by ${referral.accepted_by_name ?? ''}`
        : 'Not yet: until then it is not sent',
    ],
    ['Social worker', referral.worker_name],
    ['Decision', referral.decision ? decisionWords(referral, referral.decision as ReferralDecision) : null],
  ];
  return (
    <SummaryList
      rows={rows.filter(([, value]) => value).map(([key, value]) => ({ key, value: <span class="gt-as-typed">{value}</span> }))}
    />
  );
}

const decisionWords = (referral: Referral, decision: ReferralDecision): string =>
  `${referralDecisions[decision]}: ${referral.decision_reason ?? ''} (${referral.decided_by_name ?? ''}, ${referral.decided_at ? longMoment(referral.decided_at) : ''})`;

interface ActProps {
  ctx: StaffCtx;
  referral: Referral;
  workers: readonly { value: string; text: string }[];
  state: FieldState;
}

function Accept({ ctx, referral, workers, state }: ActProps) {
  return (
    <Form action={`/referrals/${referral.id}/accept`} {...formCarries(ctx)}>
      <SelectField name="allocatedTo" label="Give it to a social worker" items={workers} empty="Not yet" {...state} />
      <Button>Accept for the team</Button>
    </Form>
  );
}

function Decide({ ctx, referral, workers, state }: ActProps) {
  const shown = state.values ? state : { values: { primaryNeed: referral.primary_need, allocatedTo: referral.allocated_to ?? '' } };
  return (
    <>
      <h2 class="govuk-heading-m">Decide</h2>
      <p class="govuk-body">The decision is yours, for this child. The front door tells whoever referred.</p>
      <Form action={`/referrals/${referral.id}/decide`} {...formCarries(ctx)}>
        <Choice
          name="decision"
          legend="What response?"
          items={referralDecisionCodes.map((value) => ({ value, text: referralDecisions[value] }))}
          {...shown}
        />
        <SelectField
          name="primaryNeed"
          label="Primary need"
          items={Object.entries(primaryNeeds).map(([value, text]) => ({ value, text: `${value} ${text}` }))}
          {...shown}
        />
        <SelectField name="allocatedTo" label="Social worker" items={workers} empty="Not yet" {...shown} />
        <TextArea name="reason" label="Why?" rows={5} {...shown} />
        <Button>Decide</Button>
      </Form>
    </>
  );
}
