/** What nobody sees, and what turns the direction of a text: a text may say one thing with it and show another. */
const hidden = /[\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]|\p{Noncharacter_Code_Point}/u;
/** Of it, what shapes its neighbours: joiners inside of an emoji or of a word of a joining script, and an emoji's style. */
const shaping =
  /(?<=\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?)\u200d(?=\p{Extended_Pictographic})|(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}\p{M}])[\u200c\u200d](?=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}])|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}0-9#*])[\ufe0e\ufe0f]/u;
const unseen = new RegExp(`(?!${shaping.source})(?:${hidden.source})`, 'gu');
/** More marks on one letter than any language needs. */
const piledMarks = /(\p{M}{3})\p{M}+/gu;

/** The text as it is seen: without hidden characters, those that turn its direction, and marks piled on one letter. */
export function makeLegible(text: string): string {
  return text.replace(unseen, '').replace(piledMarks, '$1');
}
