import { itIsAGapStore } from './gap-store-contract.ts';
import {
  createMemoryGapStore,
  createMemoryRateLimiter,
  createMemorySettingsStore,
  createMemorySpendingStore,
  createMemoryUsageStore,
} from './memory-stores.ts';
import { itIsARateLimiter } from './rate-limiter-contract.ts';
import { itIsASettingsStore } from './settings-store-contract.ts';
import { itIsASpendingStore } from './spending-store-contract.ts';
import { itIsAUsageStore } from './usage-store-contract.ts';

itIsASettingsStore('memory', async () => createMemorySettingsStore());
itIsASpendingStore('memory', async () => createMemorySpendingStore());
itIsAUsageStore('memory', async () => createMemoryUsageStore());
itIsARateLimiter('memory with a clock', async () => createMemoryRateLimiter(Date.now));
itIsAGapStore('memory', async () => createMemoryGapStore());
