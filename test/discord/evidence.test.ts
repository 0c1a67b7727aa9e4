import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../sandbox/world/message.ts';
import { postId, viewId, withinId } from '../../src/discord/evidence-ids.ts';
import type { Article } from '../../src/knowledge/article.ts';
import { toArticle } from '../../src/knowledge/load-article.ts';
import { article, startTestBot } from './test-bot.ts';
import { shownBy } from './test-message.ts';

const question = '两地什么时候建立协作对口帮扶关系？';

/** The article as somebody might correct it: another version, with other words at the same places. */
function correctedArticle(): Article {
  const { version: _, ...file } = article;
  const paragraphs = file.paragraphs
    .slice(1)
    .map((paragraph) => ({ ...paragraph, text: paragraph.text.replaceAll('2017年', '2018年') }));
  const passages = file.passages
    .filter(({ field }) => field === null)
    .map(({ id, paragraph, start, end }) => ({ id, paragraph, start, end }));
  return toArticle({ ...file, paragraphs, passages });
}

/** The id of the button that opens a citation's words, whatever it says. */
function quoteButton({ buttons }: Message, index = 0): string {
  return buttons.filter(({ custom_id }) => custom_id?.startsWith('quote:'))[index]?.custom_id ?? '';
}

describe('the evidence card', () => {
  it('shows the words of an older answer as they were, and says so, on every page', async () => {
    const { sandbox, bot, restart } = await startTestBot();
    const answer = shownBy(await sandbox.member.slash('ask', { question }));
    await bot.stop();
    await restart(correctedArticle());
    const card = shownBy(await sandbox.member.tap(answer, quoteButton(answer)));
    expect(card.visibleTo).toBe(sandbox.member.id);
    expect(card.text).toContain('**2017年3月**');
    expect(card.text).toContain('rests on an older version of the article');
    const copied = shownBy(await sandbox.member.tap(card, 'Copy as a quotation'));
    expect(copied.text).toContain(
      '“2017年3月”\n陈世海. 扶贫攻坚，打造东西协作的升级版[J]. 群众, 2019(3). (¶1)',
    );
    await sandbox.member.tap(card, '¶2 ▶');
    expect(card.text).toContain(article.paragraphs[2]?.text);
    expect(card.text).toContain('rests on an older version of the article');
    const fresh = shownBy(await sandbox.member.slash('read', { paragraph: 1 }));
    expect(fresh.text).toContain('2018年3月');
    expect(fresh.text).not.toContain('older version');
  });

  it('has expired where the version of the answer was never kept', async () => {
    const { sandbox, bot, restart, database } = await startTestBot();
    const answer = shownBy(await sandbox.member.slash('ask', { question }));
    await bot.stop();
    await database.use((connection) => connection.deleteFrom('articles').execute());
    await restart(correctedArticle());
    const card = shownBy(await sandbox.member.tap(answer, quoteButton(answer)));
    expect(card.text).toBe('This has expired. Please ask again.');
  });

  it('goes through the answer’s other citations, and back', async () => {
    const { sandbox } = await startTestBot();
    const answer = shownBy(await sandbox.member.slash('ask', { question }));
    const card = shownBy(await sandbox.member.tap(answer, quoteButton(answer)));
    expect(card.text).toMatch(/^### \[1\] ¶1/);
    expect(card.text).toContain('**2017年3月**');
    await sandbox.member.tap(card, '[2] ▶');
    expect(card.text).toMatch(/^### \[2\] ¶1/);
    expect(card.text).toContain('**正式建立协作对口帮扶关系**');
    await sandbox.member.tap(card, '¶2 ▶');
    await sandbox.member.tap(card, '◀ [1]');
    expect(card.text).toContain('**2017年3月**');
    expect(card.buttons.map(({ label }) => label)).not.toContain('◀ [1]');
  });

  it('is a container, and where rich messages are not allowed text with the same words and ways', async () => {
    const { sandbox } = await startTestBot();
    const answer = shownBy(await sandbox.member.slash('ask', { question }));
    const card = shownBy(await sandbox.member.tap(answer, quoteButton(answer)));
    expect(card.isV2).toBe(true);
    sandbox.edit.setOverwrite(sandbox.channels.general, sandbox.seeded.roles.bot, { deny: ['EmbedLinks'] });
    const plain = shownBy(await sandbox.member.tap(answer, quoteButton(answer)));
    expect(plain.isV2).toBe(false);
    expect(plain.text).toBe(card.text);
    expect(plain.buttons.map(({ label }) => label)).toEqual(card.buttons.map(({ label }) => label));
    await sandbox.member.tap(plain, '[2] ▶');
    expect(plain.content).toMatch(/^### \[2\] ¶1/);
  });

  it('shows the translation on request, and hides it again', async () => {
    const { sandbox } = await startTestBot();
    const answer = shownBy(await sandbox.member.slash('ask', { question }));
    const card = shownBy(await sandbox.member.tap(answer, quoteButton(answer)));
    expect(card.text).not.toContain('↳');
    await sandbox.member.tap(card, 'Show translation');
    expect(card.text).toContain('↳ Translation, not a quote: In March 2017');
    await sandbox.member.tap(card, 'Hide translation');
    expect(card.text).not.toContain('↳');
  });

  it('is posted in the channel under the member’s name, pings nobody, and opens for each alone', async () => {
    const { sandbox } = await startTestBot();
    const answer = shownBy(await sandbox.member.slash('ask', { question, private: true }));
    const card = shownBy(await sandbox.member.tap(answer, quoteButton(answer)));
    const posted = shownBy(await sandbox.member.tap(card, 'Post in the channel'));
    expect(posted.visibleTo).toBeNull();
    expect(posted.text).toContain('**2017年3月**');
    expect(posted.text).toContain(`Posted by ${sandbox.member.mention}`);
    expect(posted.mentions).toEqual([]);
    const own = shownBy(await sandbox.other.tap(posted, quoteButton(posted)));
    expect(own.visibleTo).toBe(sandbox.other.id);
  });

  it('is not posted where the bot may not answer', async () => {
    const { sandbox, set } = await startTestBot();
    const answer = shownBy(await sandbox.member.slash('ask', { question }));
    const card = shownBy(await sandbox.member.tap(answer, quoteButton(answer)));
    await set({ channels: [sandbox.channels.questions.id] });
    const { followUps, original } = await sandbox.member.tap(card, 'Post in the channel');
    const told = [original, ...followUps].flatMap((message) =>
      message === null || message.deleted ? [] : [message],
    );
    expect(told).toMatchObject([{ visibleTo: sandbox.member.id }]);
    expect(told[0]?.text).toContain(`<#${sandbox.channels.questions.id}>`);
  });
});

const place = fc.record({
  marker: fc.integer({ min: 1, max: 40 }),
  paragraph: fc.integer({ min: 0, max: 300 }),
  start: fc.integer({ min: 0, max: 9_000 }),
  length: fc.integer({ min: 1, max: 3_000 }),
});

describe('the ids of a card', () => {
  it('come back as they were, and keep the quote that is looked at within 100 characters', () => {
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.boolean(),
        (places, seed, glossed) => {
          const quotes = places.map(({ length, ...rest }) => ({ ...rest, end: rest.start + length }));
          const at = seed % quotes.length;
          const view = withinId({ version: '054b37f6ab58', paragraph: 3, part: 1, quotes, at, glossed });
          expect(view.quotes[view.at ?? -1]).toEqual(quotes[at]);
          for (const id of [viewId, postId]) {
            const encoded = id.encode(view);
            expect(encoded.length).toBeLessThanOrEqual(100);
            expect(id.decode(encoded)).toEqual(view);
          }
        },
      ),
    );
  });
});
