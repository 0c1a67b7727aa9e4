/** Tokens that a model was paid for, as its server counted them. */
export interface Usage {
  /** Those of the prompts, the cached ones among them. */
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Those of `tokensIn` that the server had kept from an earlier prompt. */
  readonly tokensCached: number;
}

/** What a million tokens of each kind cost; `tokensIn` is for those that were not cached. */
export type Prices = Usage;

/** What tokens cost, in the currency of the prices. */
export function costOf(usage: Usage, prices: Prices): number {
  const { tokensIn, tokensOut, tokensCached } = usage;
  const million =
    (tokensIn - tokensCached) * prices.tokensIn +
    tokensCached * prices.tokensCached +
    tokensOut * prices.tokensOut;
  return million / 1_000_000;
}

/** What an answer costs that no model wrote. */
export const noUsage: Usage = { tokensIn: 0, tokensOut: 0, tokensCached: 0 };

/** What two calls took together. */
export function addUsage(one: Usage, other: Usage): Usage {
  return {
    tokensIn: one.tokensIn + other.tokensIn,
    tokensOut: one.tokensOut + other.tokensOut,
    tokensCached: one.tokensCached + other.tokensCached,
  };
}
