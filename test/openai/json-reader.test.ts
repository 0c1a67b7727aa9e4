import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJsonReader, readJson } from '../../src/openai/json-reader.ts';

/** Cuts a text at the given places, as a stream might, within surrogate pairs too. */
function cut(text: string, places: readonly number[]): string[] {
  const sorted = [
    0,
    ...places.map((place) => place % (text.length + 1)).toSorted((a, b) => a - b),
    text.length,
  ];
  return sorted.slice(1).map((end, index) => text.slice(sorted[index], end));
}

const wellFormed = fc.string({ unit: 'grapheme' });
const draft = fc.record({
  outcome: wellFormed,
  statements: fc.array(
    fc.record({ text: wellFormed, citations: fc.array(fc.record({ passage: fc.nat(), quote: wellFormed })) }),
  ),
});
const places = fc.array(fc.nat(), { maxLength: 20 });

describe('reading JSON from a stream', () => {
  it('gives every value once, however the text is cut', () => {
    fc.assert(
      fc.property(draft, places, (value, cuts) => {
        const reader = createJsonReader(['$.outcome', '$.statements.*']);
        const values = cut(JSON.stringify(value), cuts).flatMap((piece) => reader.read(piece));
        expect(values.map(({ value }) => value)).toEqual([value.outcome, ...value.statements]);
        expect(reader.state()).toBe('ended');
      }),
    );
  });

  it('finds the object behind thoughts, prose and fences, and before more of them', () => {
    const before = fc.constantFrom(
      '',
      '<think>{"outcome":"no"}</think>\n',
      'Sure: ',
      '```json\n',
      'Use {braces} like {"this": }. ',
      '{"note":1} ',
    );
    const after = fc.constantFrom('', '\n```', ' Anything else?', '{"outcome":"second"}', '}}}');
    fc.assert(
      fc.property(before, draft, after, places, (prefix, value, suffix, cuts) => {
        const reader = createJsonReader(['$.outcome', '$.statements.*']);
        const values = cut(`${prefix}${JSON.stringify(value)}${suffix}`, cuts).flatMap((piece) =>
          reader.read(piece),
        );
        expect(values.map(({ value }) => value)).toEqual([value.outcome, ...value.statements]);
      }),
    );
  });

  it('never throws, and never ends before an object has', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom('{"', '"', '{"outcome":', '}', '<think>', '</think>', '[', '\ud83d'),
          ),
        ),
        (pieces) => {
          const reader = createJsonReader(['$.outcome']);
          for (const piece of pieces) reader.read(piece);
          if (!pieces.join('').includes('}')) expect(reader.state()).not.toBe('ended');
        },
      ),
    );
  });

  it('gives what was complete before the text stops being JSON', () => {
    const reader = createJsonReader(['$.outcome', '$.statements.*']);
    const values = reader.read('{"outcome": "answered", "statements": [{"text": "a"}, oops');
    expect(values).toEqual([
      { key: 'outcome', value: 'answered' },
      { key: 0, value: { text: 'a' } },
    ]);
    expect(reader.state()).toBe('broken');
  });

  it('unwraps an object that was put inside another', () => {
    expect(createJsonReader(['$.outcome']).read('{"draft": {"outcome": "partly"}}')).toEqual([
      { key: 'outcome', value: 'partly' },
    ]);
  });

  it('gives up on endless objects that are not the one asked for', () => {
    const reader = createJsonReader(['$.outcome']);
    const depth = 8_000;
    reader.read(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
    expect(reader.state()).toBe('broken');
  });

  it('reads a finished text at once', () => {
    expect(readJson('Here: {"query": "张家港"} ok')).toEqual({ query: '张家港' });
    expect(readJson('no object here')).toBeUndefined();
  });
});
