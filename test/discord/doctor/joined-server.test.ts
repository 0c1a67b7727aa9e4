import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { PermissionName } from '../../../sandbox/world-editor.ts';
import { startTestBot } from '../test-bot.ts';

type TestBot = Awaited<ReturnType<typeof startTestBot>>;

const ofAuditLog: readonly PermissionName[] = ['ViewAuditLog'];

/** What the bot has said, anywhere. */
function saidBy({ sandbox: { world } }: TestBot) {
  const all = [...world.channels.values()].flatMap(({ messages }) => messages);
  return all.filter(({ author }) => author.id === world.bot.id);
}

/** What was said on being invited, once the bot is done with it. */
async function saidOnJoining(
  bot: TestBot,
  given: Parameters<TestBot['sandbox']['edit']['addGuild']>[1] = {},
) {
  const guild = bot.sandbox.edit.addGuild('Library', given);
  const isDone = () => bot.logged.some((line) => line.includes('server-joined'));
  await expect.poll(isDone, { timeout: 10_000 }).toBe(true);
  return { guild, said: saidBy(bot) };
}

describe('a server that invites the bot', () => {
  it('has what is lacking told to who invited it, where the audit log may be read', async () => {
    const bot = await startTestBot();
    const inviter = bot.sandbox.world.addUser('inviter');
    const { said } = await saidOnJoining(bot, { owner: inviter, permissions: ofAuditLog });
    expect(said.map(({ channel }) => channel.recipientId)).toEqual([inviter.id]);
    expect(said[0]?.text).toContain('Thank you for inviting me to Library.');
    expect(said[0]?.text).toMatch(/To do: 0\. To look at: 0\. OK: [1-9]/);
    expect(said[0]?.text).not.toContain('**OK:**');
    expect(bot.logged.join('')).toContain('"way":"direct"');
  });

  it('is told in its own language, in the channel of its notices, where nobody is known to have invited it', async () => {
    const bot = await startTestBot();
    const { guild, said } = await saidOnJoining(bot, {
      locale: 'zh-CN',
      prepare(created) {
        created.systemChannelId = bot.sandbox.world.addChannel(created, { name: 'notices' }).id;
      },
    });
    expect(said.map(({ channel }) => channel.id)).toEqual([guild.systemChannelId]);
    expect(said[0]?.text).toContain('感谢邀请我加入 Library。');
    expect(bot.sandbox.requestsTo('GET', '/guilds/:guild/audit-logs')).toEqual([]);
  });

  it('is told in the topmost channel that the bot may speak in, where who invited it takes no direct messages', async () => {
    const bot = await startTestBot();
    const { world } = bot.sandbox;
    const inviter = world.addUser('inviter');
    inviter.acceptsDirectMessages = false;
    const { said } = await saidOnJoining(bot, {
      owner: inviter,
      permissions: ofAuditLog,
      prepare(guild) {
        const [general] = guild.channels.values();
        const deny = PermissionFlagsBits.SendMessages;
        general?.overwrites.set(guild.id, { id: guild.id, kind: 'role', allow: 0n, deny });
        world.addChannel(guild, { name: 'talk' });
      },
    });
    expect(said.map(({ channel }) => channel.name)).toEqual(['talk']);
    expect(said[0]?.text).toContain('**To look at:** Text channels <#');
  });

  it('is told nothing where the bot may speak nowhere, and nothing fails', async () => {
    const bot = await startTestBot();
    const { said } = await saidOnJoining(bot, { prepare: (guild) => guild.channels.clear() });
    const { logged } = bot;
    expect(said).toEqual([]);
    expect(logged.join('')).toContain('"way":"nobody"');
    expect(logged.join('')).not.toContain('"level":"error"');
  });

  it('is told that it has no commands, where they are registered in another server only', async () => {
    const bot = await startTestBot({ environment: ({ seeded }) => ({ DISCORD_GUILD_ID: seeded.guild.id }) });
    const { said } = await saidOnJoining(bot);
    expect(said[0]?.text).toContain('**To do:** Commands: they are registered in another server only.');
    const { original } = await bot.sandbox.moderator.slash('config doctor');
    expect(original?.text).toContain('**OK:** Commands: all registered');
  });

  it('is told once: not again after an outage, a reconnect, another invitation or a restart', async () => {
    const running = await startTestBot();
    const { sandbox, bot, restart } = running;
    const { guild } = await saidOnJoining(running);
    const events: readonly (() => unknown)[] = [
      () => sandbox.edit.interruptGuild(guild),
      () => sandbox.gateway.requestReconnect(),
      () => sandbox.edit.removeBot(guild),
      () => sandbox.edit.inviteBot(guild, sandbox.world.user(guild.ownerId)),
      () => bot.stop().then(() => restart()),
    ];
    for (const happens of events) {
      await happens();
      await sandbox.quiet(150);
      await sandbox.whenReady();
      expect(saidBy(running)).toHaveLength(1);
    }
    expect(running.logged.filter((line) => line.includes('server-joined'))).toHaveLength(1);
  });
});
