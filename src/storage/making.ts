/** How what an answer took stands in the columns of its row. */
import type { Making } from '../guilds/stores.ts';
import type { Tables } from './tables.ts';

type MakingColumns = Pick<
  Tables['answers'],
  'made_by' | 'milliseconds' | 'tokens_in' | 'tokens_out' | 'tokens_cached' | 'cost'
>;

export function writeMaking(making: Making | null): MakingColumns {
  return {
    made_by: making?.by ?? null,
    milliseconds: making?.milliseconds ?? null,
    tokens_in: making?.usage.tokensIn ?? null,
    tokens_out: making?.usage.tokensOut ?? null,
    tokens_cached: making?.usage.tokensCached ?? null,
    cost: making?.cost ?? null,
  };
}

export function readMaking(row: MakingColumns): Making | null {
  if (row.made_by === null) return null;
  return {
    by: row.made_by === 'model' ? 'model' : 'quotes',
    milliseconds: row.milliseconds ?? 0,
    usage: {
      tokensIn: row.tokens_in ?? 0,
      tokensOut: row.tokens_out ?? 0,
      tokensCached: row.tokens_cached ?? 0,
    },
    cost: row.cost,
  };
}
