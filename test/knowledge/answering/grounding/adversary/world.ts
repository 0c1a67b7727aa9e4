/** The articles that drafts are made over: the shipped one, those of test/fixtures, and any file of plain texts. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { textsAsArticle } from '../../../../../bench/texts-as-article.ts';
import type { NumberedPassage } from '../../../../../src/knowledge/answering/generator.ts';
import { joinShownPassages } from '../../../../../src/knowledge/answering/grounding/shown-text.ts';
import type { Article } from '../../../../../src/knowledge/article.ts';
import { loadArticle, shippedArticlePath, toArticle } from '../../../../../src/knowledge/load-article.ts';
import { prepareArticle } from '../../../../../src/knowledge/preparing/prepare-article.ts';
import { splitSentences } from '../../../../../src/knowledge/text/sentences.ts';
import type { Fact, World } from './draft.ts';
import { readNames } from './names.ts';

export function numberAll(article: Article): NumberedPassage[] {
  return article.passages.map((passage, index) => ({ number: index + 1, passage }));
}

/** A world of an article, with the names that a reader would find in it. */
function makeWorld(article: Article, names: World['names'] = readNames(article)): World {
  const numbered = numberAll(article);
  return {
    article,
    names,
    shown: joinShownPassages(article, numbered),
    facts: readFacts(numbered),
    isChinese:
      article.language.startsWith('zh') || /\p{Script=Han}{9}/u.test(article.paragraphs[1]?.text ?? ''),
  };
}

/** The article that comes with the bot. */
export async function readShippedWorld(): Promise<World> {
  return makeWorld(await loadArticle(shippedArticlePath), [
    ['张家港', '沿河', '苏州', '铜仁'],
    ['江苏省', '贵州省'],
    ['沙洲职业工学院', '善港农村干部学院'],
    ['人社部门', '文旅部门', '商务部门', '健卫系统', '文广新系统'],
    ['发改委', '扶贫办', '市委组织部', '红十字会'],
    ['国资企业', '民企', '行政村'],
  ]);
}

const fixtures = fileURLToPath(new URL('../../../../fixtures/', import.meta.url));

/** The articles of test/fixtures: simplified, traditional and English. */
export async function readFixtureWorlds(): Promise<World[]> {
  return await Promise.all([
    readFixture('lake-ferry.txt', [
      ['顾庭芳', '韩树声', '顾明远', '贺兰亭', '杜小满', '罗启山', '方静文', '苏念慈', '黎若谷', '罗青'],
      ['石浦镇', '青岩镇'],
      ['江北轮船公司', '临湖航运公司'],
      ['临湖县交通局', '县文化局', '县政府'],
      ['南京博物院', '苏州档案馆'],
      ['南湾船厂', '江南电动船研究院', '上海交通大学'],
      ['白苇湖大桥', '白苇湖渡轮博物馆'],
    ]),
    readFixture('night-market.txt', [
      ['桥头', '河边'],
      ['街道办', '摊主', '赵阿姨'],
    ]),
    readFixture('old-library.html', [
      ['鎮公所', '文化局', '陳美雲'],
      ['舊館', '新館'],
    ]),
    readFixture('tidal-garden.md', []),
  ]);
}

async function readFixture(name: string, names: readonly (readonly string[])[]): Promise<World> {
  const bytes = await readFile(fixtures + name);
  return makeWorld(toArticle(prepareArticle({ bytes, name, id: 'fixture' })), names);
}

const textsOfArticle = 6;

/** Worlds of a file of plain texts, one JSON object with a `text` a line: some neighbouring texts each. */
export async function readTextWorlds(path: string, most: number): Promise<World[]> {
  const lines = (await readFile(path, 'utf8')).trim().split('\n');
  const texts = lines.map((line) => (JSON.parse(line) as { text: string }).text);
  const language = basename(path).startsWith('drcd') ? 'zh-TW' : 'zh-CN';
  return Array.from({ length: Math.min(most, Math.floor(texts.length / textsOfArticle)) }, (_, index) => {
    const article = textsAsArticle(texts.slice(index * textsOfArticle, (index + 1) * textsOfArticle));
    return makeWorld({ ...article, id: `texts-${index}`, language });
  });
}

const shortestFact = 10;

/** Sentences and longer clauses of the passages, fields apart. */
function readFacts(numbered: readonly NumberedPassage[]): Fact[] {
  return numbered.flatMap(({ number, passage }) => {
    if (passage.field !== null) return [];
    const sentences = splitSentences(passage.text).map(({ start, end }) =>
      passage.text.slice(start, end).trim(),
    );
    const clauses = sentences.flatMap((sentence) => sentence.split(/[，；：]/u));
    const isQuotation = (text: string) => /^[”’」]|[“‘「]$/u.test(text) || /[?？]/u.test(text);
    const make = (text: string, isSentence: boolean): Fact => ({
      text: text.replace(/[，。；：.]$/u, ''),
      passage,
      number,
      isSentence,
    });
    return [
      ...sentences.map((text) => make(text, true)),
      ...clauses.filter((text) => !sentences.includes(text)).map((text) => make(text, false)),
    ].filter(
      ({ text }) =>
        (text.match(/[^\P{L}年月日]/gu)?.length ?? 0) >= shortestFact - 3 &&
        [...text].length >= shortestFact &&
        !isQuotation(text) &&
        isBalanced(text),
    );
  });
}

/** A clause cut out of a quotation or a bracket is no statement. */
function isBalanced(text: string): boolean {
  return (
    ['“”', '「」', '《》', '（）', '()', '『』'].every(
      ([open = '', close = '']) => text.split(open).length === text.split(close).length,
    ) && text.split('"').length % 2 === 1
  );
}
