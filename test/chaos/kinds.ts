/** Every kind of fault there is. */
import type { FaultKind } from './fault.ts';
import { databaseKinds } from './kinds/database.ts';
import { fileKinds } from './kinds/files.ts';
import { gatewayKinds } from './kinds/gateway.ts';
import { modelKinds } from './kinds/model.ts';
import { processKinds } from './kinds/process.ts';
import { restKinds } from './kinds/rest.ts';

export const kinds: readonly FaultKind[] = [
  ...gatewayKinds,
  ...restKinds,
  ...modelKinds,
  ...processKinds,
  ...databaseKinds,
  ...fileKinds,
];
