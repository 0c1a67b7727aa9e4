/** The words by which people ask for an article's own fields, in Chinese, English, Japanese, Korean, French, German, Spanish, Portuguese and Russian. */
import type { FieldName } from '../article.ts';
import { foldText } from '../text/fold.ts';
import { removeFunctionWords } from '../text/function-words.ts';
import { detectLanguage } from '../text/language.ts';

const wrote = '(?:写|撰写|撰|著|执笔)';
const published = '(?:发表|刊登|刊发|刊载|发布|登出|出版|问世|见刊)';
const when = '(?:何时|什么时候|什么时间|哪一?[年天日]|哪个?月|几月|几号|几时)';

/** A label of several words comes before one that is part of it: what it takes is not looked at again. */
const labels: readonly (readonly [FieldName, readonly string[]])[] = [
  [
    'authorNote',
    [
      '(?:作者|笔者|撰稿人)(?:的|是|在|从事|担任|现在?|目前|任|什么|何|哪个?|啥|本人|具体|个)*(?:职务|职位|职业|身份|工作|单位|干什么|做什么|干啥|做啥|什么人|哪里|背景|简介|介绍|挂职|任职|头衔|官)',
      "\\b(?:author|writer)(?:'s)?\\b.{0,16}\\b(?:job|post|role|position|office|work|background|title|affiliation|occupation|serve|do)",
      '\\b(?:job|post|role|position|office|background|affiliation|occupation)\\b.{0,16}\\b(?:author|writer)',
      '(?:著者|筆者).{0,4}(?:役職|肩書|職|仕事|所属|経歴)',
      '(?:저자|필자|글쓴이).{0,4}(?:직|소속|경력)',
    ],
  ],
  [
    'author',
    [
      '作者(?:是|叫|名|姓|何人|的?(?:姓名|名字))|作者$|撰稿人|署名|(?:谁|何人).{0,3}(?:是|的)?作者',
      `(?:谁|何人|哪位|哪个人)(?:所|来|负责)?${wrote}|${wrote}(?:的|了)?.{0,6}(?:是谁|的人|者)`,
      'who (?:wrote|is the author|authored|penned)|\\bauthors?\\b|\\bwriter\\b|(?:written|penned) by|by whom',
      '著者|筆者|(?:誰が|誰の).{0,8}書|書いたのは',
      '저자|필자|글쓴이|누가.{0,8}(?:썼|쓴|작성)|작성자',
      '\\bauteure?\\b|a écrit|\\bautora?\\b|\\bverfasser|wer hat .{0,24}geschrieben|quién escribió|quem escreveu|автор|кто написал',
    ],
  ],
  [
    'headings',
    [
      '小标题|(?:几|哪|多少)(?:一|几|些|个|大)*(?:部分|章节|章|小节|节)|第[一二三四五六七八九十]个?(?:部分|章|节)',
      '(?:标题|题目).{0,6}(?:几|哪些|分别|各)|大纲|提纲|目录|(?:文章|全文|篇章)的?结构',
      '\\bsection headings?\\b|\\bsub-?headings?\\b|\\bheadings?\\b|\\bsections?\\b|\\boutline\\b|table of contents',
      '見出し|章立て|目次',
      '소제목|목차',
    ],
  ],
  [
    'title',
    [
      '标题|题目|题名|篇名|文章(?:名称?|叫什么)',
      "\\btitled?\\b|headline|what(?:'s| is) (?:it|this|the (?:article|piece|paper)) called",
      'タイトル|題名|表題',
      '제목',
      '\\btitre\\b|\\btitel\\b|überschrift|título|заголовок|название статьи',
    ],
  ],
  [
    'publishedAt',
    [
      `${published}(?:的|于|是|在|时|之)*(?:${when}|时间|日期|年份|哪)|${when}.{0,4}(?:${published}|写的|写成)`,
      `${published}(?:的)?$|[年月日]${published}(?:的|了)?(?:吧|吗|对吧|对吗)$`,
      'publication date|publish(?:ed|ing)? date|date of publication|\\bdated?\\b',
      'when (?:was|is|did) .{0,24}(?:published?|written|posted|appear|come out)|\\bpublished$',
      'いつ.{0,8}(?:発表|公開|掲載|発行|書)|(?:発表|公開|掲載|発行)(?:日|年|された)',
      'publiée?|date de (?:publication|parution)|veröffentlich|erschienen|publicado|publicación|publicação|опубликован|дата публикации',
      '언제.{0,8}(?:발표|게재|발행|나왔|쓰|실)|(?:발표|게재|발행)(?:일|된)',
    ],
  ],
  [
    'journal',
    [
      `期刊|刊物|杂志|(?:哪一?|第?几)期|${published}(?:在|于)|登在|发在`,
      '\\bjournal\\b|magazine|periodical|which issue|issue number|published in|where was .{0,16}published',
      '雑誌|何号|掲載',
      '\\brevue\\b|zeitschrift|\\brevista\\b|журнал',
      '잡지|학술지|저널|몇 ?호',
    ],
  ],
  ['editor', ['编辑|责编|\\beditors?\\b|\\bedited\\b|編集|편집|rédact(?:eur|rice)|redakteur|редактор']],
  ['keywords', ['关键词|关键字|主题词|标签|key ?words?|キーワード|키워드|핵심어']],
];

const patterns = labels.map(
  ([field, forms]) => [field, new RegExp(forms.map((form) => foldText(form).text).join('|'), 'gu')] as const,
);

/** The fields that a folded query names, and what is left of it without their labels. */
export function readFieldLabels(folded: string): {
  readonly fields: ReadonlySet<FieldName>;
  readonly rest: string;
} {
  const fields = new Set<FieldName>();
  let rest = folded.replace(/[\s?。!.]+$/u, '');
  for (const [field, pattern] of patterns) {
    const without = rest.replace(pattern, ' ');
    if (without !== rest) fields.add(field);
    rest = without;
  }
  return { fields, rest: fields.size === 0 ? rest : withoutLittleWords(rest, folded) };
}

/** Languages whose little words are left out of any query. */
const ownStopWords = new Set(['zh', 'en', 'ja', 'ko', 'und']);
const article = /article|artikels?|artículo|artigo|стать[яиюе]/gu;

function withoutLittleWords(rest: string, folded: string): string {
  const language = detectLanguage(folded);
  if (ownStopWords.has(language.split('-')[0] ?? '')) return rest;
  return removeFunctionWords(rest, language).replace(article, ' ');
}
