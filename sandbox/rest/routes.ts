import type { Core } from '../core.ts';
import { applicationRoutes, type GatewayBot } from './application-routes.ts';
import { channelRoutes } from './channel-routes.ts';
import { commandRoutes } from './command-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { guildRoutes } from './guild-routes.ts';
import { interactionRoutes } from './interaction-routes.ts';
import { messageRoutes } from './message-routes.ts';
import type { Route } from './route.ts';
import { threadRoutes } from './thread-routes.ts';

/** Every route of the API. */
export function allRoutes(core: Core, gatewayUrl: () => string, bot: GatewayBot): Route[] {
  return [
    ...applicationRoutes(core, gatewayUrl, bot),
    ...commandRoutes(core),
    ...interactionRoutes(core),
    ...messageRoutes(core),
    ...threadRoutes(core),
    ...channelRoutes(core),
    ...guildRoutes(core),
    ...fileRoutes(core),
  ];
}
