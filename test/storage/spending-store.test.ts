import { createSpendingStore } from '../../src/storage/spending-store.ts';
import { itIsASpendingStore } from '../guilds/spending-store-contract.ts';
import { open } from './fixture.ts';

itIsASpendingStore('SQLite', async () => createSpendingStore(await open()));
