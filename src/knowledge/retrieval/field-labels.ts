/** Words by which people ask for an article's own fields, in five languages, for folded text. */
import type { FieldName } from '../article.ts';

const labels: Readonly<Record<FieldName, RegExp>> = {
  title: /标题(?!.*(?:小标题|部分))|题目|题名|篇名|\btitled?\b|headline|タイトル|题名|제목/u,
  author:
    /作者(?:是|叫|名|姓|何人|的?(?:姓名|名字))|作者$|谁(?:所)?(?:写|撰|著|执笔)|(?:写|撰写|执笔).{0,6}(?:是谁|的人|者)|(?:谁|哪位).{0,4}(?:写|撰写|执笔|作者)|who (?:wrote|is the author|authored)|\bauthor(?!'s (?:job|post|role|position|office))|written by|著者|笔者は|谁が书|저자|글쓴이|누가 (?:썼|쓴)|작성자/u,
  authorNote:
    /作者.{0,8}(?:职|身份|工作|单位|干什么|做什么|是什么人|哪里|背景|介绍|挂)|author.{0,16}(?:job|post|role|position|office|work|background|serv)|(?:job|post|role|position|office|background).{0,16}author|who is the author|著者.{0,8}(?:役职|肩书|职|仕事)|저자.{0,8}(?:직|소속|직책)/u,
  journal:
    /期刊|刊物|杂志|哪一期|第几期|哪期|几期(?:杂志|期刊)?$|刊登|刊载|登在|发在哪|\bjournal\b|magazine|periodical|which issue|published in (?:which|what)|where was (?:it|this|the article) published|雑志|杂志|何号|掲载|잡지|학술지|몇 ?호/u,
  publishedAt:
    /(?:发表|刊登|刊发|发布|登出|出版|问世|见刊)(?:时间|日期|于|是|在|的)?.{0,6}(?:何时|什么时候|哪|时间|日期|几|$)|(?:何时|什么时候|哪一?[年天日]|几月|几号).{0,8}(?:发表|刊登|刊发|发布|出版|见刊|写的)|publi(?:shed|cation|sh) date|date of publication|when (?:was|is) .{0,24}(?:published|written|posted)|when did .{0,20}(?:appear|come out)|いつ.{0,8}(?:発表|公开|掲载|发行|発行|书)|언제.{0,8}(?:발표|게재|발행|나왔|쓰)/u,
  editor: /编辑|责编|\beditors?\b|\bedited\b|编集|편집/u,
  keywords: /关键词|关键字|标签|key ?words?|キーワード|키워드|핵심어/u,
  headings:
    /小标题|(?:几|哪些|哪几|哪|多少|第.)个?(?:部分|章节|章|小节|节)(?!.*财政)|(?:标题|题目).{0,6}(?:几|哪些|分别|各)|section headings?|\bheadings?\b|subheadings?|sections|见出し|소제목/u,
};

/** Whether a folded query names the field. */
export function asksForField(folded: string, field: FieldName): boolean {
  return labels[field].test(folded);
}
