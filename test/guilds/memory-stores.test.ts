import { createMemorySettingsStore, createMemoryUsageStore } from './memory-stores.ts';
import { itIsASettingsStore } from './settings-store-contract.ts';
import { itIsAUsageStore } from './usage-store-contract.ts';

itIsASettingsStore('memory', async () => createMemorySettingsStore());
itIsAUsageStore('memory', async () => createMemoryUsageStore());
