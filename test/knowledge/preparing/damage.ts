/** Damages a text as the tools did that worked on a page's bytes: what `restoreBytes` has to put right. */
import iconv from 'iconv-lite';
import { Converter } from 'opencc-js';

const toTraditional = Converter({ from: 'cn', to: 't' });

/** Characters with the reading that the tools put behind them. */
const readings: Readonly<Record<string, string>> = {
  財: 'cái',
  數: 'shù',
  應: 'yīng',
  堅: 'jiān',
  習: 'xí',
};

/**
 * A text in simplified characters as such a page shows it: in traditional ones, readings and ASCII marks put in wherever
 * their bytes were found, be it across two characters; a byte that lost its other half is `?`.
 */
export function damage(text: string): string {
  let bytes = iconv.encode(toTraditional(text), 'gbk').toString('latin1');
  for (const [character, reading] of Object.entries(readings)) {
    const pair = iconv.encode(character, 'gbk').toString('latin1');
    bytes = bytes.replaceAll(pair, `${pair}(${reading})`);
  }
  for (const mark of '！，：；') {
    const ascii = String.fromCharCode(mark.charCodeAt(0) - 0xfee0);
    bytes = bytes.replaceAll(iconv.encode(mark, 'gbk').toString('latin1'), ascii);
  }
  return decode(bytes);
}

/** Latin-1 stands for bytes here; a reading is no GBK and is copied as it is. */
function decode(bytes: string): string {
  let text = '';
  for (let offset = 0; offset < bytes.length; ) {
    const lead = bytes.charCodeAt(offset);
    const next = bytes.charAt(offset + 1);
    const reading = /^\([a-z\u0100-\u01FFà-ü]+\)/.exec(bytes.slice(offset))?.[0];
    if (reading) {
      text += reading;
      offset += reading.length;
    } else if (lead <= 0x80) {
      text += lead === 0x80 ? '€' : bytes.charAt(offset);
      offset += 1;
    } else if (next.charCodeAt(0) >= 0x40) {
      text += iconv.decode(Buffer.from([lead, next.charCodeAt(0)]), 'gbk');
      offset += 2;
    } else {
      text += '?';
      const tail = /^\(([a-z\u0100-\u01FFà-ü]+\))/.exec(bytes.slice(offset + 1))?.[1];
      text += tail ?? '';
      offset += 1 + (tail === undefined ? 0 : tail.length + 1);
    }
  }
  return text;
}
