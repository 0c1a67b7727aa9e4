import { createFleetStore } from '../../src/storage/fleet-store.ts';
import { createIdentifyStore } from '../../src/storage/identify-store.ts';
import { itIsAFleetStore, itIsAnIdentifyStore } from '../fleet/fleet-store-contract.ts';
import { kinds, openNew } from './fixture.ts';

for (const kind of kinds) {
  itIsAFleetStore(kind, async () => createFleetStore(await openNew(kind)));
  itIsAnIdentifyStore(kind, async () => createIdentifyStore(await openNew(kind)));
}
