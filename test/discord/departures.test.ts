import { expect, it } from 'vitest';
import { startTestBot } from './test-bot.ts';

const question = '张家港与沿河何时正式建立协作对口帮扶关系？';

it('a server is erased when the bot was taken out of it, also while it was away, and not for an outage', async () => {
  const { sandbox, bot, restart, set, whenDone, database, logged } = await startTestBot();
  const { guild } = sandbox.seeded;
  const left = () =>
    database.use((connection) => connection.selectFrom('left_guilds').select('guild_id').execute());
  const longAgo = () =>
    database.use((connection) =>
      connection.updateTable('left_guilds').set({ left_at: '2020-01-01' }).execute(),
    );
  const kept = () =>
    database.use((connection) => connection.selectFrom('answers').select('question').execute());
  await set({ keepQuestions: true });
  await sandbox.member.slash('ask', { question });

  sandbox.edit.interruptGuild(guild);
  await whenDone();
  expect(await left()).toEqual([]);
  await bot.stop();
  sandbox.edit.removeBot(guild);
  const second = await restart();
  await whenDone();
  expect(await left()).toEqual([{ guild_id: guild.id }]);
  expect(await kept()).toEqual([{ question }]);

  await second.stop();
  await longAgo();
  await restart();
  await whenDone();
  expect(await kept()).toEqual([]);
  expect(await left()).toEqual([]);
  expect(logged.join('')).toContain(`"guildId":"${guild.id}","event":"guild-erased"`);
});

it('a server that takes the bot out is noted at once, and no more when it takes it in again', async () => {
  const { sandbox, whenDone, database } = await startTestBot();
  const { guild } = sandbox.seeded;
  const left = () =>
    database.use((connection) => connection.selectFrom('left_guilds').select('guild_id').execute());
  sandbox.edit.removeBot(guild);
  await whenDone();
  expect(await left()).toEqual([{ guild_id: guild.id }]);
  sandbox.edit.inviteBot(guild, sandbox.owner.user);
  await whenDone();
  expect(await left()).toEqual([]);
});
