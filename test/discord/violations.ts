/** What is wrong with a request of the bot: by Discord's own description of its API, or because it could ping somebody. */
import { z } from 'zod';
import type { RequestRecord } from '../../sandbox/records.ts';
import { findOfficialViolations } from '../sandbox/official-bodies.ts';

const pingsNobody = z.strictObject({ parse: z.tuple([]), replied_user: z.literal(false) });

/** For `startSandbox({ validate: findViolations })`. */
export function findViolations(request: RequestRecord): string[] {
  const pings = messagesIn(request.body).filter(
    ({ allowed_mentions }) => !pingsNobody.safeParse(allowed_mentions).success,
  );
  return [...findOfficialViolations(request), ...pings.map(() => 'allowed_mentions: lets it ping')];
}

const saying = z.object({ content: z.string(), allowed_mentions: z.unknown() });

/** The message that a body is, or holds as an interaction's response. */
function messagesIn(body: unknown): z.output<typeof saying>[] {
  const response = z.object({ data: z.unknown() }).safeParse(body).data?.data;
  return [body, response].flatMap((part) => saying.safeParse(part).data ?? []);
}
