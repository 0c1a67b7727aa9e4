/** What `/ask` offers while a question is being typed: questions, sections and paragraphs, in the member's language. */
import type { Article } from '../knowledge/article.ts';
import { sectionName } from '../knowledge/sections.ts';
import { createSuggest, type Suggestion } from '../knowledge/suggesting/suggest.ts';
import { placeOf, preview } from '../locales/describe-answer.ts';
import { createTranslator, localeOf, type Translate } from '../locales/translator.ts';
import type { Choice } from './command.ts';
import { toLine } from './escape-text.ts';
import { limits, shorten } from './limits.ts';

/** Choices near to what has been typed, best first, within Discord's limits; the value of one is the question that is asked. `language` is a BCP 47 tag. */
export type SuggestQuestions = (typed: string, language: string) => readonly Choice[];

export function createSuggestQuestions(article: Article): SuggestQuestions {
  const suggest = createSuggest(article, { localeOf, longest: limits.choiceName });
  return (typed, language) => {
    const translate = createTranslator(language);
    return suggest(typed, language)
      .slice(0, limits.choices)
      .map((one) => choiceOf(one, translate));
  };
}

function choiceOf(suggestion: Suggestion, translate: Translate): Choice {
  if (suggestion.kind === 'question') return { name: suggestion.text, value: suggestion.text };
  if (suggestion.kind === 'paragraph') {
    const place = placeOf(suggestion.number, translate);
    return {
      name: shorten(`${place} ${preview(toLine(suggestion.text), 60)}`, limits.choiceName),
      value: translate('suggest.paragraph', { place }),
    };
  }
  const { heading, paragraphs } = suggestion.section;
  const first = paragraphs.at(0)?.number ?? 0;
  const last = paragraphs.at(-1)?.number ?? 0;
  const range = first === last ? placeOf(first, translate) : translate('read.range', { first, last });
  return {
    name: shorten(`${range} ${toLine(heading)}`, limits.choiceName),
    value: translate('suggest.section', { heading: toLine(sectionName(heading)) }),
  };
}
