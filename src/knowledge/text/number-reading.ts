/** What the finders of numbers pass to each other. */

/** A date as far as the text gives it; at least one part is there. */
export interface DateParts {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** A number as it was read, before what stands around it says what it is. */
export interface Reading {
  readonly start: number;
  readonly end: number;
  readonly exact: bigint;
  readonly kind: 'count' | 'percent' | 'ordinal';
  readonly certain: boolean;
  /** Written as digits alone. */
  readonly bare: boolean;
}

const digits = 20n;
const one = 10n ** digits;

/** A decimal string (or number) times ten to a power, in units of 10^-20; digits beyond that are cut. */
export function toExact(decimal: string | number, power = 0): bigint {
  if (power === 0 && Number.isSafeInteger(decimal)) return BigInt(decimal) * one;
  const [whole = '0', fraction = ''] = String(decimal).split('.');
  const shift = digits + BigInt(power) - BigInt(fraction.length);
  const mantissa = BigInt(whole + fraction);
  return shift >= 0n ? mantissa * 10n ** shift : mantissa / 10n ** -shift;
}

/** The nearest ordinary number to an exact one. */
export function fromExact(exact: bigint): number {
  const whole = exact / one;
  const fraction = exact - whole * one;
  if (fraction === 0n && whole < 1_000_000_000n) return Number(whole);
  return Number((Number(whole) + Number(fraction) / Number(one)).toPrecision(15));
}
