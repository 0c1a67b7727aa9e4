import { z } from 'zod';
import type { Core } from '../core.ts';
import { refusals } from '../discord-error.ts';
import { readForm, snowflake, text } from '../forms/fields.ts';
import { announceChannel, removeChannel } from '../threads.ts';
import { channelPayload } from '../world/payloads.ts';
import { requirePermission, visibleChannel } from './access.ts';
import { noContent, ok, param, type RestRequest, type Route, route } from './route.ts';

const channelEdit = z.object({
  name: text(1, 100).nullish(),
  topic: text(0, 1024).nullish(),
  archived: z.boolean().nullish(),
  locked: z.boolean().nullish(),
  auto_archive_duration: z.number().int().nullish(),
  rate_limit_per_user: z.number().int().min(0).max(21600).nullish(),
  applied_tags: z.array(snowflake).nullish(),
});

const overwrite = z.object({
  type: z.union([z.literal(0), z.literal(1)]),
  allow: z.string().regex(/^\d+$/).nullish(),
  deny: z.string().regex(/^\d+$/).nullish(),
});

/** The routes on a channel itself: reading and changing it, and who may do what in it. */
export function channelRoutes(core: Core): Route[] {
  const { world } = core;
  const channelOf = (request: RestRequest) => visibleChannel(core, param(request, 'channel'));

  const edit = (request: RestRequest) => {
    const channel = channelOf(request);
    const form = readForm(channelEdit, request.body);
    const { thread } = channel;
    if (thread === null) requirePermission(core, channel, 'ManageChannels');
    else if (thread.ownerId !== world.bot.id) requirePermission(core, channel, 'ManageThreads');
    if (form.name) channel.name = form.name;
    if (form.topic !== undefined) channel.topic = form.topic ?? null;
    if (form.rate_limit_per_user !== undefined) channel.slowmodeSeconds = form.rate_limit_per_user ?? 0;
    if (thread !== null) {
      thread.archived = form.archived ?? thread.archived;
      thread.locked = form.locked ?? thread.locked;
      thread.autoArchiveMinutes = form.auto_archive_duration ?? thread.autoArchiveMinutes;
      thread.appliedTags = form.applied_tags ?? thread.appliedTags;
    }
    announceChannel(core, channel);
    return ok(channelPayload(world, channel));
  };

  const remove = (request: RestRequest) => {
    const channel = channelOf(request);
    requirePermission(core, channel, channel.thread === null ? 'ManageChannels' : 'ManageThreads');
    removeChannel(core, channel);
    return ok(channelPayload(world, channel));
  };

  const setOverwrite = (request: RestRequest) => {
    const channel = channelOf(request);
    requirePermission(core, channel, 'ManageRoles');
    const form = readForm(overwrite, request.body);
    const id = param(request, 'overwrite');
    channel.overwrites.set(id, {
      id,
      kind: form.type === 0 ? 'role' : 'member',
      allow: BigInt(form.allow ?? '0'),
      deny: BigInt(form.deny ?? '0'),
    });
    announceChannel(core, channel);
    return noContent();
  };

  const removeOverwrite = (request: RestRequest) => {
    const channel = channelOf(request);
    requirePermission(core, channel, 'ManageRoles');
    if (!channel.overwrites.delete(param(request, 'overwrite'))) throw refusals.unknownOverwrite();
    announceChannel(core, channel);
    return noContent();
  };

  return [
    route('GET', '/channels/:channel', (request) => ok(channelPayload(world, channelOf(request)))),
    route('PATCH', '/channels/:channel', edit),
    route('DELETE', '/channels/:channel', remove),
    route('PUT', '/channels/:channel/permissions/:overwrite', setOverwrite),
    route('DELETE', '/channels/:channel/permissions/:overwrite', removeOverwrite),
  ];
}
