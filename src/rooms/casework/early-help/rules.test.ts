import { describe, expect, it } from 'vitest';
import { agreementFaults, afterWithdrawal, mayWithdraw, type AgreementGiven } from './agreement.ts';
import { finish, judge, needsWithoutGoal, stillMissing, type AssessmentFacts } from './assessment.ts';
import { answer, mayOffer } from './lead.ts';
import { mayRecord, missingForQuorum, noteTakerWarning, quorumOf } from './meeting.ts';
import { goalFaults, mayAgree, missingFromPlan, ownerFaults, progressFaults, vagueWords, wordingWarning, type PlanFacts } from './plan.ts';
import { reached, reviewFaults, type ReviewFacts } from './review.ts';
import { answerInvitation, mayInvite, mayLeave, type MemberFacts } from './taf.ts';

const today = '2026-11-24';

describe('agreement', () => {
  const given: AgreementGiven = {
    holds: 'parental responsibility',
    competenceNote: null,
    agreedOn: '2026-11-20',
    personDateOfBirth: '1990-01-05',
    personIsChild: false,
    hasUnborn: false,
  };
  it.each<[string, Partial<AgreementGiven>, string[]]>([
    ['a parent', {}, []],
    [
      'a young person without a note of competence',
      { holds: 'Gillick competent', personIsChild: true, personDateOfBirth: '2012-01-01' },
      ['competenceNote'],
    ],
    ['a young person with one', { holds: 'Gillick competent', personIsChild: true, competenceNote: 'Understood and said back' }, []],
    ['an adult said to be Gillick competent', { holds: 'Gillick competent', competenceNote: 'x' }, ['holds']],
    ['sixteen', { holds: 'aged 16 or 17', personIsChild: true, personDateOfBirth: '2010-05-01' }, []],
    ['fifteen said to be sixteen', { holds: 'aged 16 or 17', personIsChild: true, personDateOfBirth: '2011-05-01' }, ['holds']],
    ['an unborn baby’s mother without one', { holds: 'mother of an unborn baby' }, ['holds']],
    ['a child of eight said to hold parental responsibility', { personIsChild: true, personDateOfBirth: '2018-03-02' }, ['agreedBy']],
    ['tomorrow', { agreedOn: '2026-11-25' }, ['agreedOn']],
  ])('%s', (_, change, fields) => expect(agreementFaults({ ...given, ...change }, today).map((fault) => fault.field)).toEqual(fields));
  it('withdrawn leads to closing only when it is safe to stop', () => {
    expect([afterWithdrawal('yes'), afterWithdrawal('no'), afterWithdrawal('not sure')]).toEqual(['close', 'step up', 'step up']);
    expect(() => mayWithdraw(null)).toThrow(/no agreement/);
    expect(() => mayWithdraw({ withdrawnOn: '2026-11-01' })).toThrow(/no agreement/);
  });
});

describe('assessment', () => {
  const whole: AssessmentFacts = {
    domains: [{ domain: 'behaviour', strengths: 'Kind', needs: null, score: 6 }],
    needs: ['1.1'],
    soWhat: 'It means',
    whatNext: 'Then',
    parentComments: 'Yes',
    parentCommentsMissing: null,
    children: [{ personId: 'c', name: 'Amina', seenOn: '2026-11-20', notSeenBecause: null, ownWords: 'I like school', wordsMissing: null }],
  };
  const child = whole.children[0]!;
  it.each<[string, Partial<AssessmentFacts>, string[]]>([
    ['whole', {}, []],
    ['no words of the child and no reason', { children: [{ ...child, ownWords: null }] }, ['Amina’s own words, or why there are none']],
    ['a reason instead', { children: [{ ...child, ownWords: null, wordsMissing: 'Asleep' }] }, []],
    ['not seen', { children: [{ ...child, seenOn: null }] }, ['When Amina was seen, or why not']],
    ['no parents’ comments', { parentComments: null }, ['Parents’ and carers’ comments, or why there are none']],
    ['a reason for none', { parentComments: null, parentCommentsMissing: 'Away' }, []],
    [
      'a domain without a score',
      { domains: [{ domain: 'behaviour', strengths: 'Kind', needs: null, score: null }] },
      ['A score for behaviour'],
    ],
    ['no domain', { domains: [] }, ['At least one domain with strengths or needs']],
    ['no so what', { soWhat: null }, ['So what? What it means for the children']],
  ])('%s', (_, change, missing) => expect(stillMissing({ ...whole, ...change }).map((one) => one.what)).toEqual(missing));
  it('is finished once, and authorised by someone else with the power', () => {
    expect(finish('STARTED', whole)).toBe('SUBMITTED');
    expect(finish('RETURNED', whole)).toBe('SUBMITTED');
    expect(() => finish('SUBMITTED', whole)).toThrow(/waits/);
    expect(() => finish('STARTED', { ...whole, needs: [] })).toThrow(/The needs found/);
    expect(() => judge('SUBMITTED', { submittedBy: 'me', by: 'me', mayApprove: true })).toThrow(/yourself/);
    expect(() => judge('SUBMITTED', { submittedBy: 'me', by: 'you', mayApprove: false })).toThrow(/co-ordinator/);
    expect(() => judge('STARTED', { submittedBy: null, by: 'you', mayApprove: true })).toThrow(/finished/);
  });
  it('finds needs no goal answers', () => expect(needsWithoutGoal(['1.1', '5.1'], ['5.1'])).toEqual(['1.1']));
});

describe('lead professional', () => {
  const offer = { staffId: 'b', handoverOn: null, handoverNote: null };
  it('is asked one at a time; a change needs a hand-over meeting', () => {
    expect(() => mayOffer('AGREED', [], offer)).not.toThrow();
    expect(() => mayOffer('AGREED', [{ staffId: 'a', state: 'offered' }], offer)).toThrow(/not answered/);
    expect(() => mayOffer('AGREED', [{ staffId: 'b', state: 'active' }], offer)).toThrow(/already/);
    expect(() => mayOffer('AGREED', [{ staffId: 'a', state: 'active' }], offer)).toThrow(/hand-over meeting/);
    expect(() =>
      mayOffer('AGREED', [{ staffId: 'a', state: 'active' }], { ...offer, handoverOn: today, handoverNote: 'All' }),
    ).not.toThrow();
    expect(() => mayOffer('CLOSED', [], offer)).toThrow(/ended/);
  });
  it('answers for themselves, once, with a reason for a no', () => {
    const asked = { staffId: 'b', state: 'offered' };
    expect(answer(asked, 'b', { accept: true, reason: null })).toBe('active');
    expect(() => answer(asked, 'c', { accept: true, reason: null })).toThrow(/Only the person/);
    expect(() => answer(asked, 'b', { accept: false, reason: null })).toThrow(/why/);
    expect(() => answer({ ...asked, state: 'withdrawn' }, 'b', { accept: true, reason: null })).toThrow(/taken back/);
  });
});

const member = (facts: Partial<MemberFacts>): MemberFacts => ({
  staffId: null,
  personId: null,
  practitionerName: null,
  acceptedAt: new Date(0),
  declinedAt: null,
  leftOn: null,
  ...facts,
});
const mother = member({ personId: 'm' });
const lead = member({ staffId: 'lead' });
const backup = member({ staffId: 'backup' });
const nurse = member({ staffId: 'nurse' });
const leaders = { leadStaffId: 'lead', backupStaffId: 'backup' };

describe('team and meeting', () => {
  it.each<[string, MemberFacts[], string[]]>([
    ['family, lead and another', [mother, lead, nurse], []],
    ['the backup for the lead', [mother, backup, nurse], []],
    ['no family', [lead, nurse], ['someone of the family']],
    ['no lead', [mother, nurse], ['the lead professional or their backup']],
    ['nobody else', [mother, lead], ['at least one other practitioner']],
    ['two of the family and the lead', [mother, member({ personId: 'f' }), lead], ['at least one other practitioner']],
    ['lead and backup both', [mother, lead, backup], []],
    ['nobody', [], ['someone of the family', 'the lead professional or their backup', 'at least one other practitioner']],
  ])('quorum: %s', (_, came, missing) => expect(missingForQuorum(quorumOf(came, leaders))).toEqual(missing));
  it('without a quorum goes ahead only with a reason; the lead taking notes is a warning', () => {
    const none = quorumOf([mother], leaders);
    expect(() => mayRecord('planned', none, null)).toThrow(/missing/);
    expect(() => mayRecord('planned', none, 'Mother could come only today')).not.toThrow();
    expect(() => mayRecord('held', quorumOf([mother, lead, nurse], leaders), null)).toThrow(/already/);
    expect(noteTakerWarning('lead', 'lead')).toContain('someone else next time');
    expect(noteTakerWarning('nurse', 'lead')).toBeNull();
  });
  it('invites once the family agreed; only the invited answer; the lead hands over before leaving', () => {
    expect(() => mayInvite('REQUESTED')).toThrow(/agreement/);
    const asked = member({ staffId: 'nurse', acceptedAt: null });
    expect(() => answerInvitation(asked, 'lead', { accept: true, reason: null })).toThrow(/Only the person/);
    expect(() => answerInvitation(asked, 'nurse', { accept: false, reason: null })).toThrow(/why/);
    expect(() => answerInvitation(nurse, 'nurse', { accept: true, reason: null })).toThrow(/already/);
    expect(() => mayLeave(lead, 'lead')).toThrow(/hands over/);
    expect(() => mayLeave(mother, null)).not.toThrow();
  });
});

describe('plan', () => {
  const whole: PlanFacts = {
    state: 'draft',
    worriedAbout: 'a',
    goingWell: 'b',
    contingency: 'c',
    whoToCall: 'd',
    goals: [{ id: 'g', outcomeId: 'O-5-2', state: 'working', needs: [] }],
    actions: [{ id: 'a', goalId: 'g', state: 'open' }],
  };
  it.each<[string, Partial<PlanFacts>, string[]]>([
    ['whole', {}, []],
    ['no goal', { goals: [], actions: [] }, ['at least one goal']],
    ['a goal without an action', { actions: [] }, ['an action for one goal']],
    ['only a dropped action', { actions: [{ id: 'a', goalId: 'g', state: 'dropped' }] }, ['an action for one goal']],
    ['nobody to call', { whoToCall: null }, ['who to call']],
  ])('missing from a plan: %s', (_, change, missing) => expect(missingFromPlan({ ...whole, ...change })).toEqual(missing));
  it('is agreed once and whole', () => {
    expect(() => mayAgree(whole)).not.toThrow();
    expect(() => mayAgree({ ...whole, state: 'active' })).toThrow(/already/);
    expect(() => mayAgree({ ...whole, contingency: null, whoToCall: null })).toThrow('what happens if things get worse and who to call');
  });
  it.each<[string, string[]]>([
    ['Support with mornings', ['support']],
    ['Monitoring attendance and engage with mum', ['monitor', 'engage']],
    ['Take Sam to the dentist', []],
    ['Ask the supporters’ club', []],
    ['Work with the school', ['work with']],
  ])('vague words in “%s”: %j', (text, vague) => {
    expect(vagueWords(text)).toEqual(vague);
    expect(wordingWarning(text) === null).toBe(vague.length === 0);
  });
  it('goals climb; actions have exactly one owner; done has a day and evidence', () => {
    expect(goalFaults({ baseline: 3, target: 8 })).toEqual([]);
    expect(goalFaults({ baseline: 5, target: 5 })).toHaveLength(1);
    expect(ownerFaults({ staffId: 'a', personId: null, name: null })).toEqual([]);
    expect(ownerFaults({ staffId: null, personId: null, name: null })).toHaveLength(1);
    expect(ownerFaults({ staffId: 'a', personId: 'b', name: null })).toHaveLength(1);
    expect(progressFaults({ state: 'done', achievedOn: null, evidence: null, progress: null }, today).map((fault) => fault.field)).toEqual([
      'achievedOn',
      'evidence',
    ]);
    expect(progressFaults({ state: 'done', achievedOn: '2026-11-25', evidence: 'x', progress: null }, today)).toHaveLength(1);
    expect(
      progressFaults({ state: 'dropped', achievedOn: null, evidence: null, progress: null }, today).map((fault) => fault.field),
    ).toEqual(['progress']);
    expect(progressFaults({ state: 'open', achievedOn: null, evidence: null, progress: null }, today)).toEqual([]);
  });
});

describe('review', () => {
  const review: ReviewFacts = {
    heldOn: today,
    childViews: 'Good',
    childViewsMissing: null,
    parentViews: 'Better',
    parentViewsMissing: null,
    decision: 'continue',
    nextOn: '2027-01-05',
    scores: [{ goalId: 'g', then: 3, now: 6, rag: 'G', comment: null }],
  };
  it.each<[string, Partial<ReviewFacts>, string[]]>([
    ['whole', {}, []],
    ['no child’s views', { childViews: null }, ['childViews']],
    ['a reason for none', { childViews: null, childViewsMissing: 'At camp' }, []],
    ['a goal left out', { scores: [] }, ['now-g']],
    ['going on without a date', { nextOn: null }, ['nextOn']],
    ['closing without a date', { decision: 'close', nextOn: null }, []],
    ['too late', { nextOn: '2027-02-17' }, ['nextOn']],
    ['twelve weeks to the day', { nextOn: '2027-02-16' }, []],
    ['tomorrow', { heldOn: '2026-11-25', nextOn: '2027-01-05' }, ['heldOn']],
  ])('%s', (_, change, fields) => expect(reviewFaults({ ...review, ...change }, ['g'], today).map((fault) => fault.field)).toEqual(fields));
  it('a goal is reached at its target', () =>
    expect(
      reached(
        [
          { goalId: 'g', then: 3, now: 8, rag: 'B', comment: null },
          { goalId: 'h', then: 3, now: 7, rag: 'G', comment: null },
        ],
        new Map([
          ['g', 8],
          ['h', 8],
        ]),
      ),
    ).toEqual(['g']));
});
