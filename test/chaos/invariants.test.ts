import { describe, expect, it } from 'vitest';
import {
  checkAll,
  checkCommitted,
  checkEnds,
  checkFinals,
  checkLog,
  checkRecovery,
  checkThinking,
  type Moment,
  type Played,
} from './invariants.ts';
import type { Told } from './transcript.ts';

const moment: Moment = { injectedAt: 10_000, healedAt: 11_000, recoveredAt: 12_000, committed: new Map() };
const answered: Told = {
  ...{ id: '1', way: 'slash', askedAt: 10_500, isAccepted: true, acceptedAt: 10_600, isThinking: false },
  ...{ finals: 1, unfinished: 0, isRefused: false, words: null, shown: ['6594万元'] },
};
const whole: Played = {
  ...{ kind: { takes: 'questions', end: null }, firstResponse: 3_000, moments: [moment], told: [answered] },
  ...{
    ends: [],
    lines: ['{"event":"connected"}'],
    committed: new Map(),
    integrity: 'ok',
    broken: [],
    lastEnd: 0,
  },
};
const played = (changes: Partial<Played>): Played => ({ ...whole, ...changes });
const told = (changes: Partial<Told>, more: Partial<Played> = {}): Played =>
  played({ told: [{ ...answered, ...changes }], ...more });

describe('after a fault', () => {
  it('nothing is found where everything holds', () => {
    expect(checkAll(whole)).toEqual([]);
  });

  it('an end of the process is found, unless it is the one of that kind', () => {
    const ends = [{ at: 1, how: 3, pending: new Set<string>() }];
    const fatal = { takes: 'questions', end: 3 } as const;
    expect(checkEnds(played({ ends }))).toHaveLength(1);
    expect(checkEnds(played({ ends, kind: fatal }))).toEqual([]);
    expect(checkEnds(played({ ends: [{ at: 1, how: 1, pending: new Set() }], kind: fatal }))).toHaveLength(1);
    expect(checkEnds(played({ ends: [], kind: fatal }))).toHaveLength(1);
    expect(checkEnds(played({ ends: [...ends, ...ends], kind: fatal }))).toHaveLength(1);
    expect(checkEnds(played({ lastEnd: 1 }))).toHaveLength(1);
  });

  it('a question that is answered late, or never, is found', () => {
    expect(checkRecovery({ moments: [{ ...moment, recoveredAt: 41_001 }] })).toHaveLength(1);
    expect(checkRecovery({ moments: [{ ...moment, recoveredAt: null }] })).toHaveLength(1);
  });

  it('a fault of the program in the log is found', () => {
    expect(checkLog({ lines: ['{"event":"bug"}', '{"event":"unhandled-rejection"}', 'x'] })).toHaveLength(2);
  });

  it('a bot that still thinks is found, unless its message was refused for good', () => {
    const thinking = { isThinking: true, finals: 0 };
    expect(checkThinking(told(thinking))).toHaveLength(1);
    const killed = (...pending: string[]) =>
      ({
        kind: { takes: 'questions', end: 'SIGKILL' },
        ends: [{ at: 11_700, how: 'SIGKILL', pending: new Set(pending) }],
      }) as const;
    expect(checkThinking(told(thinking, killed()))).toEqual([]);
    expect(checkThinking(told(thinking, killed('1')))).toHaveLength(1);
    expect(checkThinking(told({ ...thinking, acceptedAt: 10_100 }, killed()))).toHaveLength(1);
    const refused = { ...thinking, isRefused: true };
    expect(checkThinking(told(refused))).toHaveLength(1);
    expect(checkThinking(told(refused, { kind: { takes: 'answers', end: null } }))).toEqual([]);
  });

  it('two answers, none, and half of one are found', () => {
    expect(checkFinals(told({ finals: 2 }))).toHaveLength(1);
    expect(checkFinals(told({ finals: 0 }))).toHaveLength(1);
    expect(checkFinals(told({ finals: 0, unfinished: 1 }))).toHaveLength(1);
    expect(checkFinals(told({ unfinished: 1 }))).toHaveLength(1);
  });

  it('a question without any response is found, unless the fault may take it and it was asked during the fault', () => {
    const unheard = { isAccepted: false, finals: 0 };
    expect(checkFinals(told(unheard))).toEqual([]);
    expect(checkFinals(told({ ...unheard, askedAt: 7_000 }))).toEqual([]);
    expect(checkFinals(told({ ...unheard, askedAt: 6_999 }))).toHaveLength(1);
    expect(checkFinals(told({ ...unheard, askedAt: 12_001 }))).toHaveLength(1);
    expect(checkFinals(told(unheard, { kind: { takes: 'nothing', end: null } }))).toHaveLength(1);
  });

  it('what was kept and is gone, or is less, is found', () => {
    const before = [{ ...moment, committed: new Map([['count', 2]]) }];
    expect(checkCommitted(played({ moments: before, committed: new Map([['count', 2]]) }))).toEqual([]);
    expect(checkCommitted(played({ moments: before, committed: new Map([['count', 1]]) }))).toHaveLength(1);
    expect(checkCommitted(played({ moments: before }))).toHaveLength(1);
    expect(checkCommitted(played({ broken: ['vote'] }))).toHaveLength(1);
    expect(checkCommitted(played({ integrity: 'row 3 missing from index' }))).toHaveLength(1);
  });
});
