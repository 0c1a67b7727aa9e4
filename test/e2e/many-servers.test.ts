import { expect, it, onTestFinished } from 'vitest';
import { runBot, startTimeout } from './running-bot.ts';

const question = '张家港累计落实了多少帮扶资金？';
const figure = '6594万元';

it(
  'in more servers than are kept open, each is answered, with the rights and settings that it has',
  async () => {
    const bot = await runBot();
    onTestFinished(() => bot.close());
    const { sandbox } = bot;
    expect(await bot.end('SIGTERM')).toBe(0);
    const homes = Array.from({ length: 80 }, (_, number) => {
      const guild = sandbox.edit.addGuild(`server ${number}`, { permissions: ['CreatePublicThreads'] });
      const silent = sandbox.edit.addChannel(guild, 'silent');
      const own = [...guild.roles.values()].find(({ managed }) => managed);
      if (own !== undefined) sandbox.edit.setOverwrite(silent, own, { deny: ['SendMessages', 'EmbedLinks'] });
      const [channel = silent] = guild.channels.values();
      return { channel, silent, owner: sandbox.personFor(guild.ownerId, channel) };
    });
    await bot.start();

    const reports: string[] = [];
    for (const { owner, channel, silent } of [...homes.slice(0, 3), ...homes.slice(-3)]) {
      expect((await owner.ask(question, { mention: true })).text).toContain(figure);
      const report = await owner.slash('config doctor');
      reports.push(
        (report.original?.text ?? '').replaceAll(silent.id, 'silent').replaceAll(channel.id, 'open'),
      );
      await owner.slash('config set', { setting: 'deniedChannels', value: `<#${channel.id}>` });
      const { original } = await owner.slash('ask', { question });
      expect([original?.text.includes(figure), original?.visibleTo]).toEqual([false, owner.id]);
    }
    expect(reports[0]).toContain('<#silent>');
    expect(new Set(reports).size).toBe(1);
  },
  startTimeout,
);
