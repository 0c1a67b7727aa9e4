import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { defineComponentId, nameOfComponentId, toWholeNumber } from '../../src/discord/component-ids.ts';

const placeId = defineComponentId<{ readonly version: string; readonly number: number }>({
  name: 'place',
  toParts: ({ version, number }) => [version, number],
  fromParts([version = '', number, ...rest]) {
    const read = toWholeNumber(number);
    return read === null || rest.length > 0 ? null : { version, number: read };
  },
});

describe('a custom id', () => {
  it('is read back as it was written', () => {
    const values = fc.record({ version: fc.stringMatching(/^[0-9a-f]{12}$/), number: fc.nat(999_999_999) });
    fc.assert(
      fc.property(values, (one) => {
        expect(placeId.decode(placeId.encode(one))).toEqual(one);
        expect(nameOfComponentId(placeId.encode(one))).toBe('place');
      }),
    );
  });

  it('is none when it is anything else', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((rest) => `place:${rest}`),
        ),
        (text) => {
          const values = placeId.decode(text);
          if (values !== null) expect(placeId.encode(values)).toBe(text);
        },
      ),
      { numRuns: 2_000 },
    );
    for (const forged of [
      'place',
      'place:',
      'place:a',
      'place:a:-1',
      'place:a:1:2',
      'place:a:01',
      'place:a:1e3',
      'Place:a:1',
    ])
      expect(placeId.decode(forged), forged).toBeNull();
  });

  it('throws rather than being cut when it would not fit', () => {
    expect(() => placeId.encode({ version: 'x'.repeat(100), number: 1 })).toThrow(RangeError);
    expect(() => placeId.encode({ version: 'a:b', number: 1 })).toThrow(RangeError);
  });

  it('has a name that no other component has', () => {
    const names = commands.flatMap(({ components = [] }) => components.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
  });
});
