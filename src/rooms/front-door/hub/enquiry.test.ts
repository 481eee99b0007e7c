import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moved, type ContactState } from '../contact.ts';
import { outcomeCodes, type OutcomeCode } from '../decision.ts';
import {
  clockMoves,
  decisionNeeds,
  enquiryStates,
  isAnswered,
  isOwed,
  rags,
  requestMoved,
  requestStates,
  secondWhoAgrees,
  standsAt,
  waitedFor,
  withoutAction,
  type EnquiryState,
  type Rag,
  type RequestMove,
  type RequestState,
  type SecondWord,
} from './enquiry.ts';
import { suggestedRag, suggestionWords } from './suggestion.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 24, 9, minute));

describe('where an enquiry stands', () => {
  const asked = (...states: RequestState[]) => states.map((state) => ({ state, askedAt: at(1) }));
  it.each<[RequestState[], Date | null, EnquiryState]>([
    [[], null, 'OPEN'],
    [[], at(2), 'COLLATED'],
    [['SENT', 'ACKNOWLEDGED'], null, 'REQUESTING'],
    [['SENT', 'RETURNED_NIL'], null, 'GATHERING'],
    [['RETURNED_INFO', 'DECLINED', 'CANCELLED'], null, 'COLLATED'],
    [['SENT'], at(2), 'COLLATED'],
    [['SENT'], at(0), 'REQUESTING'],
    [['CANCELLED'], null, 'OPEN'],
  ])('%j, gone on at %s: %s', (states, wentOnAt, stands) =>
    expect(standsAt({ requests: asked(...states), wentOnAt, decided: false, closed: false })).toBe(stands),
  );
  it('silence is never an answer', () => expect(requestStates.filter((state) => isOwed(state) && isAnswered(state))).toEqual([]));
});

describe('what a contact suggests of its colour', () => {
  const plain = { immediateDanger: false, levelBelieved: null, categories: [], earlierContacts: 0 };
  it('takes the strongest colour any rule suggests, and says every reason', () => {
    const suggested = suggestedRag({ ...plain, immediateDanger: true, levelBelieved: 4, categories: ['Neglect'] });
    expect(suggested?.rag).toBe('RED');
    expect(suggestionWords(suggested)).toBe(
      'The rules suggest red, because the referrer believes the child is in immediate danger, and the referrer believes it is level 4. You decide; nothing is rated until you do.',
    );
    expect(suggestedRag({ ...plain, earlierContacts: 3 })?.rag).toBe('AMBER');
    expect(suggestedRag({ ...plain, levelBelieved: 2 })?.rag).toBe('GREEN');
    expect(suggestedRag(plain)).toBeNull();
  });
});

describe('clocks of a colour', () => {
  it('begin anew for another colour and not for the same', () => {
    expect(clockMoves('RED', 'RED')).toEqual([]);
    expect(clockMoves('GREEN', 'RED')).toEqual([
      { of: 'decision', stop: 'C05', start: 'C03' },
      { of: 'returns', stop: 'C05-returns', start: 'C03-returns' },
    ]);
  });
});

// ---- whole histories: anybody does anything at any time, and only what the rules allow happens ----

type Deed =
  | { do: 'open'; rag: Rag }
  | { do: 'rate'; rag: Rag }
  | { do: 'ask' }
  | { do: 'request'; which: number; move: RequestMove }
  | { do: 'go on' }
  | { do: 'propose'; by: string }
  | { do: 'second'; by: string; agrees: boolean }
  | { do: 'decide'; by: string; outcome: OutcomeCode }
  | { do: 'tell' };

const manager = fc.constantFrom('Priya', 'Tom', 'Lena');
const rag = fc.constantFrom(...rags);
const requestMove = fc.constantFrom<RequestMove>('acknowledge', 'answer with information', 'say nothing is known', 'decline', 'cancel');
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ do: fc.constant('open' as const), rag }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rate' as const), rag }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ask' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('request' as const), which: fc.nat(8), move: requestMove }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('go on' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('propose' as const), by: manager }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('second' as const), by: manager, agrees: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      by: manager,
      outcome: fc.oneof(fc.constantFrom(...outcomeCodes), fc.constantFrom(...withoutAction)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tell' as const) }) },
);

interface Asked {
  state: RequestState;
  askedAt: Date;
  answeredAt: Date | null;
}

/** An enquiry as the actions keep it, deciding by the rules alone. */
class Enquiry {
  contact: ContactState = 'SCREENING';
  rag: Rag | null = null;
  ratedAt = at(0);
  requests: Asked[] = [];
  wentOnAt: Date | null = null;
  proposedBy: string | null = null;
  second: SecondWord | null = null;
  decision: { by: string; outcome: OutcomeCode } | null = null;
  closed = false;
  minute = 0;

  get now(): Date {
    return at(this.minute);
  }
  get state(): EnquiryState {
    return standsAt({ requests: this.requests, wentOnAt: this.wentOnAt, decided: this.decision !== null, closed: this.closed });
  }
  needs(by: string, outcome: OutcomeCode): string[] {
    const asked = this.requests.filter((one) => one.state !== 'CANCELLED');
    const answered = asked.flatMap((one) => one.answeredAt ?? []);
    return decisionNeeds({
      rag: this.rag ?? 'GREEN',
      outcome,
      missing: waitedFor(asked, this.wentOnAt).map(() => 'An agency'),
      asked: asked.length,
      wentOnWithout: this.wentOnAt !== null,
      decider: by,
      second: secondWhoAgrees(this.second, {
        lastRatedAt: this.ratedAt,
        lastAnsweredAt: answered.toSorted((a, b) => a.getTime() - b.getTime()).at(-1) ?? null,
      }),
    });
  }

  /** Does it where the rules allow; a refusal changes nothing. */
  try(it: Deed): void {
    this.minute += 1;
    try {
      this.does(it);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
  }

  private does(it: Deed): void {
    if (it.do === 'open' && this.rag === null) {
      this.contact = moved(this.contact, 'ask for the hub picture');
      this.rag = it.rag;
      this.ratedAt = this.now;
    }
    if (this.rag === null || this.closed) return;
    if (it.do === 'tell') this.closed = this.decision !== null;
    if (this.decision) return;
    if (it.do === 'rate' && it.rag !== this.rag) [this.rag, this.ratedAt] = [it.rag, this.now];
    if (it.do === 'ask') this.requests.push({ state: 'SENT', askedAt: this.now, answeredAt: null });
    if (it.do === 'request') this.moves(it.which, it.move);
    if (it.do === 'go on') this.wentOnAt = this.now;
    if (it.do === 'propose') [this.proposedBy, this.second] = [it.by, null];
    if (it.do === 'second' && this.proposedBy && this.proposedBy !== it.by) this.second = { by: it.by, at: this.now, agreed: it.agrees };
    if (it.do === 'decide' && it.outcome !== 'MASH' && this.needs(it.by, it.outcome).length === 0) {
      this.contact = moved(this.contact, 'decide');
      this.decision = { by: it.by, outcome: it.outcome };
    }
  }

  private moves(which: number, move: RequestMove): void {
    const request = this.requests[which];
    if (!request) return;
    request.state = requestMoved(request.state, move);
    if (isAnswered(request.state)) request.answeredAt = this.now;
  }
}

describe('whatever anybody does', () => {
  const histories = fc.oneof(
    { weight: 1, arbitrary: fc.array(deed, { maxLength: 12 }) },
    {
      weight: 9,
      arbitrary: fc
        .tuple(rag, fc.array(deed, { minLength: 4, maxLength: 30, size: 'max' }))
        .map(([colour, deeds]): Deed[] => [{ do: 'open', rag: colour }, ...deeds]),
    },
  );
  const lived = (deeds: readonly Deed[], watch: (enquiry: Enquiry, it: Deed) => void): Enquiry => {
    const enquiry = new Enquiry();
    for (const it of deeds) {
      enquiry.try(it);
      watch(enquiry, it);
    }
    return enquiry;
  };

  it('no path reaches a decision without a decider, an answer from everyone asked, or a reason given after they were asked', () => {
    let reached = 0;
    fc.assert(
      fc.property(histories, (deeds) => {
        let decided = false;
        const end = lived(deeds, (enquiry, it) => {
          if (decided || !enquiry.decision) return;
          decided = true;
          reached += 1;
          expect(it).toMatchObject({ do: 'decide', by: enquiry.decision.by });
          expect(enquiry.decision.by).toBeTruthy();
          for (const one of enquiry.requests)
            if (one.state === 'SENT' || one.state === 'ACKNOWLEDGED')
              expect(enquiry.wentOnAt && one.askedAt <= enquiry.wentOnAt).toBe(true);
          expect(enquiry.wentOnAt !== null || enquiry.requests.some((one) => one.answeredAt !== null)).toBe(true);
        });
        expect(['DECISION', 'CLOSED'].includes(end.state)).toBe(end.decision !== null);
        expect(end.contact === 'DECIDED').toBe(end.decision !== null);
      }),
      { numRuns: 10_000 },
    );
    expect(reached, 'decisions among the histories').toBeGreaterThan(500);
  });

  it('red never ends without further action but with a second person, who knew everything there was', () => {
    let reached = 0;
    fc.assert(
      fc.property(histories, (deeds) => {
        const { decision, rag: colour, second, requests, ratedAt } = lived(deeds, () => {});
        if (!decision || colour !== 'RED' || !withoutAction.includes(decision.outcome)) return;
        reached += 1;
        expect(second?.agreed).toBe(true);
        expect(second?.by).not.toBe(decision.by);
        for (const one of requests) if (one.answeredAt) expect(second!.at >= one.answeredAt).toBe(true);
        expect(second!.at >= ratedAt).toBe(true);
      }),
      { numRuns: 20_000 },
    );
    expect(reached, 'such endings among the histories').toBeGreaterThan(20);
  });

  it('no contact is lost: from wherever it stands two managers can bring it to its end, and until then it stands at one stage of the list', () => {
    fc.assert(
      fc.property(histories, (deeds) => {
        const enquiry = lived(deeds, (one) => expect(enquiryStates).toContain(one.state));
        if (enquiry.rag === null) {
          expect(enquiry.contact).toBe('SCREENING');
          enquiry.try({ do: 'open', rag: 'RED' });
        }
        enquiry.try({ do: 'go on' });
        enquiry.try({ do: 'propose', by: 'Priya' });
        enquiry.try({ do: 'second', by: 'Tom', agrees: true });
        enquiry.try({ do: 'decide', by: 'Priya', outcome: 'NFA' });
        enquiry.try({ do: 'tell' });
        expect(enquiry.state).toBe('CLOSED');
        expect(enquiry.contact).toBe('DECIDED');
      }),
      { numRuns: 5_000 },
    );
  });
});
