/** The little words of the commonest languages in Latin and Cyrillic letters: a question always has some, and they tell its language. */
const lists: readonly (readonly [string, string])[] = [
  [
    'en',
    'a about an and are can did do does for from had has have how in is it its me much many not of on or so than thanks that the their there they this to was were what when where which who whom whose why will with would you your',
  ],
  [
    'es',
    'a al como cómo con cual cuál cuando cuándo cuánto cuántos cuánta cuántas de del dónde donde el ella en es esta este fue ha hay la las lo los más no para por porque qué quién quien se según sobre su sus un una y',
  ],
  [
    'fr',
    "à a au aux avec ce cet cette ces combien comment d'une dans de des du elle en est et il la le les leur où par pas pour pourquoi qu'est qui que quel quelle quels quelles quand sont sur un une été",
  ],
  [
    'de',
    'an auf aus bei das dem den der des die ein eine einer es für hat haben heißt ist im in lautet mit nach nicht sind über und viel viele von wann war warum was welche welcher welches wer wie wo wurde wurden zu zum zur',
  ],
  [
    'pt',
    'a ao as com como da das de do dos e é em está foi há isso mais na nas no nos não o os para pelo pela por porque qual quais quando quanto quantos quantas que quem se sobre são um uma onde você',
  ],
  [
    'it',
    "a al alla che chi ci come con cosa cos'è da dal dalla dei del della delle di dove e è gli ha ho i il in la le lo nel nella non per perché quale quali quando quanto quanti quante questo questa si sono stato sulla un una",
  ],
  [
    'nl',
    'aan bij dat de die dit een en er geen heeft hebben het hoe hoeveel in is met naar niet of om op over te tot van voor waar waarom wanneer was wat welk welke werd wie zijn',
  ],
  [
    'sv',
    'att av det den en ett för från har hur här i inte med när och om på som så till var varför vad vem vilken vilka är',
  ],
  [
    'da',
    'af at de den der det en er et for fra har hvad hvem hvor hvordan hvorfor hvornår hvilken ikke med og om på som til var',
  ],
  [
    'pl',
    'co czy czym dla do gdzie i ile jak jaka jaki jakie jest kiedy kto który która które na nie od po przez się są to w z że',
  ],
  ['tr', 'bir bu da de hangi için ile kaç kim kimdir mi mı mu mü nasıl ne neden nedir nerede ve zaman'],
  [
    'id',
    'ada adalah apa apakah artikel bagaimana berapa dan dari dengan di ini itu kapan ke mana mengapa oleh pada siapa untuk yang',
  ],
  [
    'vi',
    'ai bài bao bao nhiêu cái có của đã đâu để được gì khi không là làm này nào những như ở sao tại thế trong và vào về',
  ],
  [
    'ru',
    'был была были было в где для и из как какая какие какой когда кто на не о об от по почему с сколько статьи статья что чем это этой',
  ],
  ['uk', 'в де для з за і коли на не про скільки стаття статті та у хто це цієї чому що як яка які який'],
];

const languagesByWord = new Map<string, string[]>();
for (const [language, words] of lists) {
  for (const word of new Set(words.split(' '))) {
    languagesByWord.set(word, [...(languagesByWord.get(word) ?? []), language]);
  }
}

/** A text of a language without its little words and single letters: what is left says what it is about. */
export function removeFunctionWords(text: string, language: string): string {
  return text.replace(/[\p{L}\p{M}]+/gu, (word) =>
    word.length === 1 || languagesByWord.get(word.toLowerCase())?.includes(language) === true ? ' ' : word,
  );
}

/**
 * The language whose little words are most among `words` (lower case), with how many they were. Where two have
 * as many, the one that is commoner on the web; `null` where no word is known.
 */
export function guessByFunctionWords(words: readonly string[]): { language: string; count: number } | null {
  const counts = new Map<string, number>();
  for (const word of words) {
    for (const language of languagesByWord.get(word) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  let best: { language: string; count: number } | null = null;
  for (const [language] of lists) {
    const count = counts.get(language) ?? 0;
    if (count > (best?.count ?? 0)) best = { language, count };
  }
  return best;
}
