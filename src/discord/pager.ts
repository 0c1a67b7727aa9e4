/** The buttons that turn the pages of a list. */
import type { Translate } from '../locales/translator.ts';
import { type ButtonParts, button, rowsOf } from './payload.ts';

/** A row with back and on, where there is a page there; `at` gives the custom id of a page, from 0 to `last`. */
export function pagerRow(page: number, last: number, at: (page: number) => string, translate: Translate) {
  const buttons: readonly ButtonParts[] = [
    ...(page > 0 ? [{ customId: at(page - 1), label: translate('search.previous') }] : []),
    ...(page < last ? [{ customId: at(page + 1), label: translate('search.next') }] : []),
  ];
  return rowsOf(buttons.map(button));
}
