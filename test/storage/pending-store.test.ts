import { createPendingStore } from '../../src/storage/pending-store.ts';
import { itIsAPendingStore } from '../guilds/pending-store-contract.ts';
import { kinds, openNew } from './fixture.ts';

for (const kind of kinds) itIsAPendingStore(kind, async () => createPendingStore(await openNew(kind)));
