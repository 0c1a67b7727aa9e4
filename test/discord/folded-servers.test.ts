import { type Client, Events, SimpleShardingStrategy } from 'discord.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../sandbox/people/person.ts';
import { noLimits } from '../../sandbox/rest/limits.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import type { Channel, Guild, Role } from '../../sandbox/world/entities.ts';
import { foldServers, openServer } from '../../src/discord/folded-servers.ts';
import { createForumDelay } from '../../src/discord/forum-delay.ts';
import { defaultSettings } from '../../src/guilds/settings.ts';
import { createClient } from '../sandbox/bots.ts';

let sandbox: Sandbox;
let known: Guild;
let folding: Awaited<ReturnType<typeof startFolding>>;
/** As the library is by itself. */
let plain: Client<true>;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: noLimits, recordLimit: 100 });
  known = sandbox.edit.addGuild('known before');
  folding = await startFolding();
  plain = await logIn(createClient(sandbox, { makeCache: folding.client.options.makeCache }));
});
afterAll(async () => {
  await Promise.all([folding.client.destroy(), plain.destroy()]);
  await sandbox.close();
});

async function logIn(client: Client): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(sandbox.token);
  return ready;
}

async function startFolding(leastOpen = 0) {
  let at = 0;
  const client = createClient(sandbox, {
    ws: {
      buildStrategy(manager) {
        servers.watch(manager);
        return new SimpleShardingStrategy(manager);
      },
    },
  });
  const servers = foldServers(client, 0, () => at, leastOpen);
  const rest = (minutes = 31): void => {
    at += minutes * 60_000;
    servers.foldIdle();
  };
  return { client: await logIn(client), rest };
}

const channelsOf = (guild: Guild): number | undefined =>
  folding.client.guilds.cache.get(guild.id)?.channels.cache.size;

/** Waits until both clients have had all that was sent. */
async function settle(): Promise<void> {
  const both = [folding.client, plain].map(
    (client) => new Promise((resolve) => client.once(Events.MessageCreate, resolve)),
  );
  await sandbox.member.say('a word');
  await Promise.all(both);
}

/** All that this bot asks of a server. */
function describeServer(client: Client, guildId: string) {
  const guild = openServer(client, guildId);
  if (guild === undefined) return null;
  const { name, ownerId, preferredLocale, members } = guild;
  const channels = guild.channels.cache.map((channel) => ({
    ...{ id: channel.id, name: channel.name, type: channel.type, parent: channel.parentId },
    archived: channel.isThread() ? channel.archived : null,
    overwrites: channel.isThread() ? [] : channel.permissionOverwrites.cache.map((one) => one.toJSON()),
    permissions: members.me === null ? null : channel.permissionsFor(members.me).bitfield,
    inAll: client.channels.cache.get(channel.id) === channel,
  }));
  const roles = guild.roles.cache.map((role) => [role.id, role.name, role.permissions.bitfield]);
  return {
    name,
    ownerId,
    preferredLocale,
    channels,
    roles,
    own: members.me?.roles.cache.map(({ id }) => id),
  };
}

describe('a server in which nothing happens', () => {
  it('is there without its channels, from the first connection on, until it is asked for', () => {
    expect(channelsOf(known)).toBe(0);
    expect(openServer(folding.client, known.id)?.channels.cache.size).toBe(1);
    expect(channelsOf(known)).toBe(1);
  });

  it('is known when a message comes', async () => {
    const heard = new Promise((resolve) =>
      folding.client.once(Events.MessageCreate, ({ guild, channel }) =>
        resolve([guild?.name, 'name' in channel ? channel.name : null, guild?.members.me?.id]),
      ),
    );
    folding.rest();
    expect(channelsOf(known)).toBe(0);
    const [channel] = known.channels.values();
    await sandbox.personFor(known.ownerId, channel ?? sandbox.channels.general).say('a word');
    expect(await heard).toEqual(['known before', 'general', folding.client.user.id]);
  });

  it('is at rest half an hour after the last event', async () => {
    const guild = sandbox.edit.addGuild('lively');
    await settle();
    folding.rest(20);
    sandbox.edit.addChannel(guild, 'another');
    await settle();
    folding.rest(20);
    expect(channelsOf(guild)).toBe(2);
    folding.rest(20);
    expect(channelsOf(guild)).toBe(0);
  });

  it('is known when a post is answered that was left to people for a while', async () => {
    const { forum } = sandbox.channels;
    const settings = { ...defaultSettings, questionForums: [forum.id], forumDelay: 1 };
    const answered = Promise.withResolvers<unknown>();
    const onMessage = createForumDelay(
      { peek: () => ({ state: 'fresh', settings }) },
      { run: (task) => void task() },
      async ({ channel }) => answered.resolve(channel.isThread() && channel.parent?.name),
      { note: () => undefined, done: () => undefined },
    );
    folding.client.once(Events.MessageCreate, onMessage);
    await sandbox.member.openThread('a post', { channel: forum, first: 'a word' });
    await settle();
    folding.rest();
    expect(channelsOf(sandbox.seeded.guild)).toBe(0);
    expect(await answered.promise).toBe(forum.name);
  });

  it('is open all the same where only a few are', async () => {
    for (let number = 0; number < 8; number += 1) sandbox.edit.addGuild('one of a few');
    const { client, rest } = await startFolding(3);
    const open = () => client.guilds.cache.filter(({ channels }) => channels.cache.size > 0).size;
    expect(open()).toBe(3);
    for (const id of client.guilds.cache.keys()) openServer(client, id);
    expect(open()).toBeGreaterThanOrEqual(9);
    rest();
    expect(open()).toBe(3);
    await client.destroy();
  });

  it('says at once that it is gone, when it is', async () => {
    const guild = sandbox.edit.addGuild('soon gone');
    await settle();
    folding.rest();
    expect(channelsOf(guild)).toBe(0);
    const gone = new Promise((resolve) => folding.client.once(Events.GuildDelete, ({ id }) => resolve(id)));
    sandbox.edit.removeBot(guild);
    expect(await gone).toBe(guild.id);
    expect(openServer(folding.client, guild.id)).toBeUndefined();
  });

  it('stays open where it changes all the time', async () => {
    const guild = sandbox.edit.addGuild('restless');
    const role = sandbox.edit.addRole(guild, 'a role');
    for (let number = 0; number < 200; number += 1) sandbox.edit.setRolePermissions(guild, role, []);
    await settle();
    folding.rest();
    expect(channelsOf(guild)).toBe(1);
  });

  it('comes anew with a new session, whether it was folded, changed or open, and stays folded unless somebody wrote', async () => {
    const kinds = ['folded', 'changed, folded', 'open', 'just written in'] as const;
    const guilds = kinds.map((kind) => sandbox.edit.addGuild(kind));
    const [, changed, open, written] = guilds;
    if (changed === undefined || open === undefined || written === undefined) throw new Error('no servers');
    sandbox.edit.addChannel(changed, 'added');
    await settle();
    folding.rest();
    const [channel] = written.channels.values();
    await sandbox.personFor(written.ownerId, channel ?? sandbox.channels.general).say('a word', { channel });
    sandbox.edit.addChannel(open, 'added');
    await settle();
    folding.rest();
    expect(guilds.map(channelsOf)).toEqual([0, 0, 0, 0]);
    openServer(folding.client, open.id);
    const both = [folding.client, plain].map(
      (client) => new Promise((resolve) => client.once(Events.ShardReady, resolve)),
    );
    sandbox.gateway.invalidateSessions(false);
    for (const guild of guilds) sandbox.edit.addChannel(guild, 'meanwhile');
    await Promise.all(both);
    expect(guilds.map(channelsOf)).toEqual([0, 0, 3, 2]);
    for (const { id } of guilds)
      expect(describeServer(folding.client, id)).toEqual(describeServer(plain, id));
  });
});

interface Parts {
  readonly guild: Guild;
  readonly owner: Person;
  readonly channel: Channel | undefined;
  readonly thread: Channel | undefined;
  readonly role: Role | undefined;
}

/** What happens to a server, or to a part of it if it has one. */
const changes: Record<string, (parts: Parts) => unknown> = {
  talk: ({ owner, channel }) => channel && owner.say('a word', { channel }),
  rename: ({ guild }) => sandbox.edit.renameGuild(guild, `${guild.name}!`),
  addChannel: ({ guild }) => sandbox.edit.addChannel(guild, 'another'),
  removeChannel: ({ channel }) => channel && sandbox.edit.removeChannel(channel),
  restrict: ({ channel, role }) =>
    channel && role && sandbox.edit.setOverwrite(channel, role, { deny: ['SendMessages'] }),
  addThread: ({ owner, channel }) => channel && owner.openThread('a thread', { channel, first: 'a word' }),
  archiveThread: ({ thread }) => thread && sandbox.edit.archiveThread(thread),
  removeThread: ({ thread }) => thread && sandbox.edit.removeChannel(thread),
  addRole: ({ guild }) => sandbox.edit.addRole(guild, 'a role', ['Connect']),
  allow: ({ guild, role }) => role && sandbox.edit.setRolePermissions(guild, role, ['ManageMessages']),
  removeRole: ({ guild, role }) => role && sandbox.edit.removeRole(guild, role),
  giveOwnRole: ({ guild, role }) => role && sandbox.edit.setMemberRoles(guild, sandbox.world.bot, [role]),
  outage: ({ guild }) => sandbox.edit.interruptGuild(guild),
  leave: ({ guild }) => sandbox.edit.removeBot(guild),
  join: ({ guild, owner }) => sandbox.edit.inviteBot(guild, owner.user),
};

async function happen(name: string, guild: Guild, number: number): Promise<void> {
  const isIn = guild.members.has(sandbox.world.bot.id);
  if (isIn === (name === 'join')) return;
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[number % Math.max(1, items.length)];
  const channels = [...guild.channels.values()];
  await changes[name]?.({
    guild,
    owner: sandbox.personFor(guild.ownerId, sandbox.channels.general),
    channel: pick(channels.filter(({ thread }) => thread === null)),
    thread: pick(channels.filter(({ thread }) => thread !== null)),
    role: pick([...guild.roles.values()].filter(({ id, managed }) => id !== guild.id && !managed)),
  });
}

it('whatever happens, a server is known as it would be without folding', async () => {
  let folded = 0;
  const step = fc.oneof(
    { weight: 1, arbitrary: fc.constant('rest') },
    { weight: 2, arbitrary: fc.constantFrom(...Object.keys(changes)) },
  );
  const steps = fc.array(fc.tuple(step, fc.nat({ max: 9 })), { minLength: 3, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const guild = sandbox.edit.addGuild('a server', { permissions: ['ManageRoles'] });
      for (const [name, number] of history) {
        if (name !== 'rest') {
          await happen(name, guild, number);
          continue;
        }
        await settle();
        folding.rest();
        if (channelsOf(guild) === 0) folded += 1;
      }
      await settle();
      expect(describeServer(folding.client, guild.id)).toEqual(describeServer(plain, guild.id));
      sandbox.edit.removeBot(guild);
    }),
    { numRuns: 200 },
  );
  expect(folded).toBeGreaterThan(200);
}, 60_000);
