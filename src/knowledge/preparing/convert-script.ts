/** Traditional to simplified Chinese as the mainland writes it, phrase by phrase. */
import { Converter } from 'opencc-js';
import { countRepairs, type Repaired, type TextRepair } from './repair.ts';

const convert = Converter({ from: 'tw', to: 'cn' });

/** The text in simplified characters; one that is simplified comes back as it was. */
export function toSimplified(text: string): string {
  return convert(text);
}

/** Converts a text that a machine put into traditional characters back to simplified ones. */
export function convertScript(text: string): Repaired {
  const converted = toSimplified(text);
  return { text: converted, repairs: countRepairs(differences([...text], [...converted])) };
}

function differences(before: string[], after: string[]): TextRepair[] {
  if (before.length !== after.length) {
    return [{ step: 'convert-script', before: before.join(''), after: after.join('') }];
  }
  return before.flatMap((character, index) => {
    const other = after[index] ?? '';
    return character === other ? [] : [{ step: 'convert-script', before: character, after: other }];
  });
}
