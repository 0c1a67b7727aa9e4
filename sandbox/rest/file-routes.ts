import type { Core } from '../core.ts';
import { refusals } from '../discord-error.ts';
import { ok, param, type Route, route } from './route.ts';

/** Where the files of messages and commands are downloaded, as from Discord's CDN. */
export function fileRoutes({ world }: Core): Route[] {
  return [
    route(
      'GET',
      '/attachments/:file/:name',
      (request) => {
        const file = world.files.get(param(request, 'file'));
        if (file === undefined) throw refusals.notFound();
        return ok(file.bytes);
      },
      { needsToken: false },
    ),
  ];
}
