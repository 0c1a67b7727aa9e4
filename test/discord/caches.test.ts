import type { Client, Message } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noLimits } from '../../sandbox/rest/limits.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import type { Guild } from '../../sandbox/world/entities.ts';
import { loadConfig } from '../../src/config.ts';
import { createSweepers } from '../../src/discord/caches.ts';
import { connect, createRest } from '../../src/discord/connect.ts';
import { createWithdrawals, noteChanges } from '../../src/discord/withdrawals.ts';
import { createLog } from '../../src/log.ts';

describe('after a hundred servers have talked', () => {
  const heard: { readonly message: Message; readonly roles: number | undefined }[] = [];
  let sandbox: Sandbox;
  let client: Client<true>;
  let homes: Guild[];

  beforeAll(async () => {
    sandbox = await startSandbox({ limits: noLimits });
    homes = Array.from({ length: 100 }, (_, number) => sandbox.edit.addGuild(`server ${number}`));
    const config = loadConfig({ DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl });
    const log = createLog({ level: 'silent' });
    const identifyGuard = { pass: () => Promise.resolve() };
    const ports = { config, log, rest: createRest(config, log), identifyGuard };
    ({ client } = await connect(ports, { shard: 0, shardCount: 1 }, () => undefined));
    client.on('messageCreate', (message) => heard.push({ message, roles: message.member?.roles.cache.size }));
    for (const guild of homes) {
      const [channel] = guild.channels.values();
      const role = sandbox.edit.addRole(guild, 'Readers');
      for (let number = 0; number < 30 && channel !== undefined; number += 1) {
        const user = sandbox.edit.addUser(`member ${number}`, guild, [role]);
        await sandbox.personFor(user.id, channel).say('a word', { mention: number === 0 });
      }
      await sandbox.personFor(guild.ownerId, sandbox.channels.general).dm('a word');
    }
    await sandbox.waitFor(() => heard.length === 3_100 || undefined);
  });
  afterAll(async () => {
    await client.destroy();
    await sandbox.close();
  });

  it('each author came with their roles', () => {
    expect(heard.filter(({ roles }) => roles === 2)).toHaveLength(3_000);
  });

  it('channels, roles and the bot itself are kept, and of people and messages next to nothing', () => {
    const guilds = homes.flatMap(({ id }) => client.guilds.cache.get(id) ?? []);
    const kept = guilds.map(({ channels, roles, members }) => [
      channels.cache.size,
      roles.cache.size,
      members.me?.id,
    ]);
    expect(kept).toEqual(Array.from({ length: 100 }, () => [1, 3, client.user.id]));
    expect(Math.max(...guilds.map(({ members }) => members.cache.size))).toBeLessThanOrEqual(2);
    expect([...client.users.cache.keys()]).toEqual([client.user.id]);
    const messages = [...client.channels.cache.values()].flatMap((channel) =>
      channel.isTextBased() ? [...channel.messages.cache.keys()] : [],
    );
    expect(new Set(messages).size).toBe(1_000);
  });

  it('a question that is no longer kept is still seen to be edited, and deleted', async () => {
    const withdrawals = createWithdrawals();
    noteChanges(client, withdrawals);
    const [first] = heard;
    if (first === undefined) throw new Error('nothing was heard');
    const { message } = first;
    expect(message.channel.messages.cache.has(message.id)).toBe(false);
    const watched = withdrawals.watch(message);
    const author = sandbox.personFor(message.author.id, sandbox.channels.general);
    const asked = sandbox.world.message(sandbox.world.channel(message.channelId), message.id);
    author.edit(asked, 'another word');
    await sandbox.waitFor(() => watched.newest() !== message || undefined);
    author.delete(asked);
    await sandbox.waitFor(() => watched.signal.aborted || undefined);
  });

  it('channels of direct messages are let go, but for those in which somebody goes on', async () => {
    const direct = () => [...client.channels.cache.values()].filter((channel) => channel.isDMBased());
    const { users } = createSweepers(
      () => client,
      () => undefined,
    );
    users?.filter?.();
    expect(direct()).toHaveLength(100);
    const one = [...sandbox.world.guilds.values()].find(({ name }) => name === 'server 0');
    const owner = sandbox.personFor(one?.ownerId ?? '', sandbox.channels.general);
    await owner.dm('another word');
    await sandbox.gateway.delivered();
    users?.filter?.();
    expect(direct()).toHaveLength(1);
  });
});
