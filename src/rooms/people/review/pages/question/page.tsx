import { about, saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { clockTime, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { InsetText } from '../../../../../platform/web/govuk/inset-text.tsx';
import { Tag } from '../../../../../platform/web/govuk/tag.tsx';
import { WarningText } from '../../../../../platform/web/govuk/warning-text.tsx';
import { Button, Form } from '../../../../../platform/web/form-kit.tsx';
import { EvidenceChart } from '../../../../../platform/web/patterns/evidence-chart.tsx';
import { SideBySide } from '../../../../../platform/web/patterns/side-by-side.tsx';
import type { Again, Answer, Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { londonDay } from '../../../today.ts';
import { earlierOf } from '../../history.store.ts';
import { harmWords, kindWords, waitsWords, type Question } from '../../question.ts';
import { questionById } from '../../question.store.ts';
import { lastAnswer, readingsOf } from '../../reading.store.ts';
import { requestsOf } from '../../request.store.ts';
import { comparedRows, householdWarnings } from '../../side.ts';
import { sidesOf } from '../../side.store.ts';
import { AnswerForm } from './answer-form.tsx';
import { Agencies, Household, Readings, Versions, WhatHappened } from './parts.tsx';
import { TakeBack } from './take-back.tsx';

const trail = [{ href: '/index/review', label: 'Review desk' }, { label: 'Question' }];

/** One question. Who it is about stands here only for whoever holds it; for anyone else of the desk it is a closed envelope. */
export async function questionPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const question = await questionById(ctx, asked.params['id'] ?? '');
  about(ctx, 'link-question', question.id);
  return question.heldByMe && !question.settledAt ? openPage(ctx, question, again) : closedPage(ctx, question);
}

/** What the factors together favour. Never a number: the chart beside it says what it rests on. */
export function togetherWords({ evidence, margin }: Pick<Question, 'evidence' | 'margin'>): string {
  if (evidence.veto) return `The machine may not join these: ${evidence.veto.charAt(0).toLowerCase()}${evidence.veto.slice(1)}.`;
  const leans = {
    'same person': 'Taken together, the factors below lean to one person',
    'same family': 'Taken together, the factors below lean to two people of one family',
    unrelated: 'Taken together, the factors below lean to two people who have nothing to do with each other',
  }[evidence.likeliest];
  return margin !== null && margin < 5 ? `${leans}; another person is nearly as likely.` : `${leans}.`;
}

async function openPage(ctx: StaffCtx, question: Question, again?: Again): Promise<Answer> {
  const { left, right } = await sidesOf(ctx, question);
  const readings = await readingsOf(ctx, question);
  const [requests, earlier, undo] = [await requestsOf(ctx, question), await earlierOf(ctx, question), await lastAnswer(ctx)];
  const warnings = householdWarnings(left, right);
  return staffView(
    ctx,
    { title: 'Are these one person?', wide: true, errors: again?.errors ?? [], breadcrumbs: trail },
    <>
      {undo && undo.questionId !== question.id ? <TakeBack ctx={ctx} last={undo} /> : null}
      <h1 class="govuk-heading-l">Are these one person?</h1>
      <Facts ctx={ctx} question={question} />
      <p class="govuk-body">Why this is asked: {question.because}.</p>
      {warnings.map((warning) => (
        <WarningText>{warning}</WarningText>
      ))}
      <SideBySide
        caption="Compared field by field"
        leftHeading={left.heading}
        rightHeading={right.heading}
        rows={comparedRows(left, right, question.evidence)}
      />
      <EvidenceChart heading="What the matcher weighed" factors={question.evidence.factors} together={togetherWords(question)} />
      <AnswerForm ctx={ctx} question={question} again={again} />
      <Household sides={[left, right]} />
      <Versions sides={[left, right]} />
      <Readings readings={readings} ctx={ctx} />
      <Agencies ctx={ctx} question={question} requests={requests} />
      <WhatHappened ctx={ctx} earlier={earlier} question={question} />
    </>,
  );
}

function Facts({ ctx, question }: { ctx: StaffCtx; question: Question }) {
  return (
    <div class="gt-toolbar">
      <p class="govuk-body">
        <Tag classes="govuk-tag--grey">{harmWords[question.harm]}</Tag> {kindWords[question.kind]}. Raised{' '}
        {shortMoment(question.raisedAt, londonDay(ctx))}.{' '}
        {question.needsSecondReader ? 'Two readers have to agree; you do not see what another answered before you have.' : ''} You hold it
        until {question.heldUntil ? clockTime(question.heldUntil) : 'you let it go'}.
      </p>
      <Form action={`/index/review/${question.id}/take`} {...formCarries(ctx)}>
        <Button classes="govuk-button--secondary gt-button--small">Hold it for another 15 minutes</Button>
      </Form>
      <Form action={`/index/review/${question.id}/release`} {...formCarries(ctx)}>
        <Button classes="govuk-button--secondary gt-button--small">Let it go</Button>
      </Form>
      <a class="govuk-link" href="/index/review/help" data-shortcut="?">
        Keys and how to read this
      </a>
    </div>
  );
}

async function closedPage(ctx: StaffCtx, question: Question): Promise<Answer> {
  const [readings, requests] = [await readingsOf(ctx, question), await requestsOf(ctx, question)];
  const told = readings.filter((one) => one.mine || question.settledAt);
  if (told.length > 0) saw(ctx, question.personId, question.otherPersonId);
  const undo = await lastAnswer(ctx);
  return staffView(
    ctx,
    { title: 'A question of the review desk', wide: true, breadcrumbs: trail },
    <>
      {undo ? <TakeBack ctx={ctx} last={undo} /> : null}
      <h1 class="govuk-heading-l">{kindWords[question.kind]}</h1>
      <p class="govuk-body">
        <Tag classes="govuk-tag--grey">{harmWords[question.harm]}</Tag> Raised {shortMoment(question.raisedAt, londonDay(ctx))}.{' '}
        {question.settledAs ? `Settled as ${question.settledAs}.` : `Waits for: ${waitsWords[question.waitsFor].toLowerCase()}.`}
      </p>
      {question.settledAt ? null : <Envelope ctx={ctx} question={question} />}
      <Readings readings={told} ctx={ctx} />
      <Agencies ctx={ctx} question={question} requests={requests} />
    </>,
  );
}

function Envelope({ ctx, question }: { ctx: StaffCtx; question: Question }) {
  if (question.heldBy && !question.heldByMe)
    return <InsetText>{question.heldBy} is reading this question. Take another one from the queue.</InsetText>;
  return (
    <>
      <InsetText>
        Taking the question opens who both people are. That is kept in the audit with your name, for both of them, and the question is yours
        for 15 minutes.
      </InsetText>
      <Form action={`/index/review/${question.id}/take`} {...formCarries(ctx)}>
        <Button>Take this question</Button>
      </Form>
    </>
  );
}
