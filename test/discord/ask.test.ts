import { describe, expect, it } from 'vitest';
import type { Message } from '../../sandbox/world/message.ts';
import { article, startTestBot } from './test-bot.ts';
import { shownBy } from './test-message.ts';

const question = '张家港与沿河何时正式建立协作对口帮扶关系？';

function shown(message: Message | null | undefined): Message {
  if (message === null || message === undefined) throw new Error('nothing is shown');
  return message;
}

describe('/ask', () => {
  it('answers in public with markers, a line and a button for each citation', async () => {
    const { sandbox } = await startTestBot();
    const asked = await sandbox.member.slash('ask', { question }, { locale: 'zh-CN' });
    expect(asked.firstResponse).toBe('deferred');
    const answer = shown(asked.original);
    expect(answer.visibleTo).toBeNull();
    expect(answer.text).toBe(
      [
        `> ${question}`,
        '两地于2017年3月正式建立协作对口帮扶关系。 [1] [2]',
        '**[1] ¶1**',
        '-# “2017年3月”',
        '**[2] ¶1**',
        '-# “正式建立协作对口帮扶关系”',
        `-# 共 1 句，1 句均已与原文核对 · 《${article.title}》，版本 ${article.version}`,
      ].join('\n'),
    );
    expect(answer.buttons.map(({ label }) => label)).toEqual([
      ...['[1] ¶1', '[2] ¶1', '继续提问', '重新回答', '删除', '有帮助', '没有帮助'],
    ]);
    expect(sandbox.bugs).toEqual([]);
  });

  it('shows the exact words in their paragraph to the member alone, and its neighbours in place', async () => {
    const { sandbox } = await startTestBot();
    const asked = await sandbox.member.slash('ask', { question });
    const card = await sandbox.other.tap(shown(asked.original), '[1] ¶1', { locale: 'ko' });
    expect(card.firstResponse).toBe('message');
    expect(shown(card.original).visibleTo).toBe(sandbox.other.id);
    expect(shown(card.original).text).toContain('**2017年3月**，小康路上');
    expect(shown(card.original).text).toContain('굵은 글씨가 인용된 원문입니다.');
    await sandbox.other.tap(shown(card.original), '번역 보기', { locale: 'ko' });
    expect(shown(card.original).text).toContain('↳ 영어 번역(인용이 아님): In March 2017, the city of');
    expect(shown(card.original).text.replaceAll('**', '')).toContain(article.paragraphs[1]?.text);

    const turned = await sandbox.other.tap(shown(card.original), '¶2 ▶');
    expect(turned.firstResponse).toBe('update');
    expect(shown(card.original).text).toContain(article.paragraphs[2]?.text);
    expect(shown(card.original).text).toContain('↳ Translation, not a quote: The system of responsibility');
    await sandbox.other.tap(shown(card.original), '¶3 ▶');
    await sandbox.other.tap(shown(card.original), 'Back to the quote');
    expect(shown(card.original).text).toContain('**2017年3月**');
    await sandbox.other.tap(shown(card.original), '◀ Article details');
    expect(shown(card.original).text).toContain(article.title);
    expect(sandbox.bugs).toEqual([]);
  });

  it('goes on answering buttons after a restart', async () => {
    const { sandbox, bot, restart } = await startTestBot();
    const asked = await sandbox.member.slash('ask', { question });
    await bot.stop();
    await restart();
    const card = await sandbox.member.tap(shown(asked.original), '[2] ¶1');
    expect(shown(card.original).text).toContain('**正式建立协作对口帮扶关系**');
  });

  it('writes no command anew when nothing has changed', async () => {
    const { sandbox, bot, restart } = await startTestBot();
    const writes = () =>
      sandbox.requests.filter(({ method, path }) => method !== 'GET' && path.includes('/commands'));
    expect(writes()).toHaveLength(1);
    await bot.stop();
    await restart();
    expect(writes()).toHaveLength(1);
  });

  it('answers the member alone when asked to', async () => {
    const { sandbox } = await startTestBot();
    const asked = await sandbox.member.slash('ask', { question, private: true });
    expect(shown(asked.original).visibleTo).toBe(sandbox.member.id);
    expect(shown(asked.original).text).not.toContain('Only you can see');
  });

  it.each([
    ['en-US', '   ', 'Please write a question'],
    ['zh-CN', '？！……', '我没有从中找到文字'],
    ['zh-TW', '👍👍', '我沒有從中找到文字'],
    ['ja', '​', '言葉が見つかりません'],
  ])('tells a member in %s what is no question, and them alone', async (locale, text, sentence) => {
    const { sandbox, asked } = await startTestBot();
    const answer = await sandbox.member.slash('ask', { question: text }, { locale });
    const message = shown(answer.original?.deleted === true ? answer.followUps[0] : answer.original);
    expect(message.visibleTo).toBe(sandbox.member.id);
    expect(message.text).toContain(sentence);
    expect(sandbox.member.sees().filter(({ deleted, visibleTo }) => !deleted && visibleTo === null)).toEqual(
      [],
    );
    expect(asked).toEqual([]);
  });

  it('answers in private where it may not speak, and says which permission is missing', async () => {
    const { sandbox } = await startTestBot();
    const { announcements, lobbyThread } = sandbox.channels;
    const asked = await sandbox.moderator.slash('ask', { question }, { channel: announcements });
    expect(shown(asked.original).visibleTo).toBe(sandbox.moderator.id);
    expect(shown(asked.original).text).toContain('missing this permission in this channel: Send Messages.');
    expect(shown(asked.original).text).toContain('2017年3月');
    const inThread = await sandbox.member.slash(
      'ask',
      { question },
      { channel: lobbyThread, locale: 'zh-TW' },
    );
    expect(shown(inThread.original).visibleTo).toBe(sandbox.member.id);
    expect(shown(inThread.original).text).toContain('在討論串中傳送訊息');
  });

  it('answers only in the channels that moderators allow, and says which', async () => {
    const { sandbox, set } = await startTestBot();
    await set({ channels: [sandbox.channels.questions.id] });
    const refused = await sandbox.member.slash('ask', { question });
    const sentence = shown(refused.followUps[0] ?? refused.original);
    expect(sentence.visibleTo).toBe(sandbox.member.id);
    expect(sentence.text).toContain(`<#${sandbox.channels.questions.id}>`);
    const admitted = await sandbox.member.slash('ask', { question }, { channel: sandbox.channels.questions });
    expect(shown(admitted.original).text).toContain('2017年3月');
  });

  it('answers the member alone where the server wants it, unless they say otherwise', async () => {
    const { sandbox, set } = await startTestBot();
    const { member } = sandbox;
    await set({ privateAnswers: true });
    const { original } = await member.slash('ask', { question });
    expect(original?.visibleTo).toBe(member.id);
    const open = shownBy(await member.slash('ask', { question, private: false }));
    expect(open.visibleTo).toBeNull();
    const opened = await member.tap(open, 'Ask further');
    const further = shownBy(await member.submitModal(opened, { question: '那是哪两个地方？' }));
    expect(further.visibleTo).toBe(member.id);
  });

  it('lets ask only who the server lets, goes by the roles of the moment, and tells nobody else', async () => {
    const { sandbox, set } = await startTestBot();
    const { editor, member, seeded } = sandbox;
    await set({ allowedRoles: [seeded.roles.editors.id] });
    const refused = shownBy(await member.slash('ask', { question }));
    expect(refused.visibleTo).toBe(member.id);
    expect(refused.text).toContain(`<@&${seeded.roles.editors.id}>`);
    expect(shownBy(await editor.slash('ask', { question })).visibleTo).toBeNull();
    sandbox.edit.setMemberRoles(seeded.guild, seeded.users.editor, []);
    expect(shownBy(await editor.slash('ask', { question })).visibleTo).toBe(editor.id);
    await set({ allowedRoles: null, barredMembers: [member.id] });
    await member.say(question, { mention: true });
    const told = await sandbox.waitForMessage(({ channel }) => channel === member.directMessages);
    expect(told.text).toContain('不能在这里提问');
  });

  it('hands the server’s tone to the model', async () => {
    const { sandbox, set, asked } = await startTestBot();
    await sandbox.member.slash('ask', { question });
    await set({ tone: 'warm and brief' });
    await sandbox.member.slash('ask', { question });
    expect(asked.map(({ tone }) => tone)).toEqual(['', 'warm and brief']);
  });

  it('tells when a member may ask again', async () => {
    const { sandbox, set } = await startTestBot();
    await set({ memberPerMinute: 1 });
    await sandbox.member.slash('ask', { question });
    const refused = await sandbox.member.slash('ask', { question });
    expect(shown(refused.followUps[0] ?? refused.original).text).toMatch(/You can ask again <t:\d{10}:R>/);
    expect(shown((await sandbox.other.slash('ask', { question })).original).text).toContain('2017年3月');
  });

  it('answers an unknown, forged or old custom id politely, and goes on', async () => {
    const { sandbox, logged } = await startTestBot();
    const asked = await sandbox.member.slash('ask', { question });
    const real = shown(asked.original).buttons[0]?.custom_id ?? '';
    const forged = [
      'nothing-like-it',
      'quote:',
      real.replace(article.version, '000000000000'),
      real.replace(/\d+$/, '999999'),
      `${real}:1`,
      'view:x:1:1:1:1',
      'results:::',
      'outline:a:1',
      '__proto__:1',
    ];
    for (const customId of forged) {
      const answer = await sandbox.member.forge(shown(asked.original), customId, { locale: 'zh-CN' });
      expect(shown(answer.original ?? answer.followUps[0]).text, customId).toBe(
        '这项操作已经失效，请重新提问。',
      );
    }
    expect(logged.filter((line) => line.includes('"bug"'))).toEqual([]);
    expect(sandbox.bugs).toEqual([]);
  });

  it('says a fault in one sentence with a reference, which the log has beside the stack', async () => {
    const { sandbox, logged } = await startTestBot({
      // biome-ignore lint/correctness/useYield: it fails before it can yield.
      async *drafts() {
        throw new TypeError('a fault of the program');
      },
    });
    const asked = await sandbox.member.slash('ask', { question });
    const sentence = shown(asked.followUps[0] ?? asked.original);
    expect(sentence.visibleTo).toBe(sandbox.member.id);
    const [, reference = 'none'] = /reference: ([0-9a-f]{8})$/.exec(sentence.text) ?? [];
    const line = logged.find((one) => one.includes(reference)) ?? '';
    expect(line).toContain('test-bot.ts');
    expect(line).not.toContain(question);
  });

  it('shows nothing of what generated text asks for', async () => {
    const says =
      '@everyone <@1> [free](https://evil.example/x) https://evil.example discord.gg/abc # **2017年3月** 正式建立协作对口帮扶关系';
    const { sandbox } = await startTestBot({ drafts: [{ says, quotes: ['2017年3月'] }] });
    const asked = await sandbox.member.slash('ask', { question });
    const { content, mentions } = shown(asked.original);
    expect(mentions).toEqual([]);
    expect(content).not.toMatch(/@everyone|<@1>|\]\(http|https:\/\/evil|discord\.gg/);
  });

  it('shows statements as they are checked, and the whole in the end', async () => {
    const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    const { sandbox, whenDone } = await startTestBot({
      async *drafts({ passages }) {
        yield { type: 'outcome', outcome: 'answered' };
        for (const quote of ['2017年3月', '正式建立协作对口帮扶关系']) {
          const number = passages.find(({ passage }) => passage.text.includes(quote))?.number ?? 0;
          yield {
            type: 'statement',
            statement: { text: `${quote}。`, citations: [{ passage: number, quote }] },
          };
          await pause(700);
        }
      },
    });
    const asked = await sandbox.member.slash('ask', { question }, { locale: 'zh-CN' });
    await whenDone();
    const { text: content } = shown(asked.original);
    const edits = sandbox.requests
      .filter(({ method }) => method === 'PATCH')
      .map(({ body }) => JSON.stringify(body));
    expect(edits.length).toBeGreaterThan(1);
    expect(edits[0]).toContain('2017年3月。 [1]');
    expect(edits[0]).toContain('正在核对下一句');
    expect(content).toContain('正式建立协作对口帮扶关系。 [2]');
    expect(content).not.toContain('正在核对');
  });

  it('goes to pages when it is long, each with its own citations', async () => {
    const { sandbox } = await startTestBot({
      async *drafts({ passages }) {
        for (const { number, passage } of passages) {
          const text = passage.text.repeat(2);
          yield {
            type: 'statement',
            statement: { text, citations: [{ passage: number, quote: passage.text }] },
          };
        }
      },
    });
    await sandbox.member.slash('ask', { question: '扶贫协作的全部内容有哪些方面？沿河张家港' });
    const pages = sandbox.channels.general.messages.filter(
      ({ author }) => author.id === sandbox.world.bot.id,
    );
    expect(pages.length).toBeGreaterThan(1);
    const sent = sandbox.requestsTo('POST', '/channels/:channel/messages');
    expect(sent.map(({ body }) => body)).toEqual(
      pages.slice(1).map(() => expect.objectContaining({ enforce_nonce: true, nonce: expect.any(String) })),
    );
    for (const page of pages) {
      expect([...page.text].length).toBeLessThanOrEqual(2000);
      expect(page.buttons.length).toBeGreaterThan(0);
      expect(page.text).toMatch(/Page \d+ of \d+/);
    }
  });

  it('sends no page twice when Discord is slow to confirm', async () => {
    const { sandbox } = await startTestBot({
      async *drafts({ passages }) {
        for (const { number, passage } of passages) {
          const citations = [{ passage: number, quote: passage.text }];
          yield { type: 'statement', statement: { text: passage.text.repeat(2), citations } };
        }
      },
    });
    sandbox.fail('POST', '/channels/:channel/messages', { status: 500, times: 1, afterwards: true });
    await sandbox.member.slash('ask', { question: '扶贫协作的全部内容有哪些方面？沿河张家港' });
    const pages = sandbox.channels.general.messages.map(({ text }) => /Page \d+ of \d+/.exec(text)?.[0]);
    expect(pages.length).toBeGreaterThan(1);
    expect(new Set(pages).size).toBe(pages.length);
  });

  it('offers questions while one is typed, in the member’s language', async () => {
    const { sandbox } = await startTestBot();
    const choices = await sandbox.member.autocomplete('ask', 'question', '醫療', { locale: 'en-US' });
    expect(choices[0]?.name).toMatch(/medical|health|doctor|hospital/i);
    const picked = await sandbox.member.slash('ask', { question: String(choices[0]?.value) });
    expect(shown(picked.original).text).toContain(`> ${choices[0]?.name}`);
  });
});
