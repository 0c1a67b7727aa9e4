import { createSpendingStore } from '../../src/storage/spending-store.ts';
import { itIsASpendingStore } from '../guilds/spending-store-contract.ts';
import { kinds, openNew } from './fixture.ts';

for (const kind of kinds) itIsASpendingStore(kind, async () => createSpendingStore(await openNew(kind)));
