/** Takes out of generated text whatever would do more than be read: mentions, links, invites, hidden characters. */
import { makeLegible } from '../text/legible.ts';

const unassigned = /\p{Co}|\p{Cn}|\p{Cs}/gu;
const controls = /[\p{Cc}\u2028\u2029]+/gu;

const maskedLink = /!?\[([^[\]\n]{0,500})\]\([^()\n]{0,2000}\)/g;
/** <@1> <@!1> <@&1> <#1> <:name:1> <a:name:1> </name:1> <t:1:R> <id:customize> <https://…> */
const discordToken = /<(?:@[!&]?|#|a?:|\/|t:|id:|sound:|https?:|mailto:|tel:)[^<>\s]*(?: [^<>\s]+)*>/giu;
const link =
  /(?:[a-z][a-z0-9+.-]{0,30}:\/\/|(?<![\p{L}\p{N}])(?:www\.|(?:mailto|tel|javascript):(?=\S)))[^\s<>"'“”‘’「」『』（）()，。；、！？]*/giu;
const invite =
  /(?:discord(?:app)?\.(?:gg|com|me|io|li|co|net|link|new|gifts?)|dsc\.gg|invite\.gg)[^\s<>"'“”‘’「」『』（），。；、！？]*/giu;

/** No statement is longer; it bounds the work on hostile text. */
const longest = 5_000;

/**
 * The text without hidden or reordering characters, control characters, links and invites other than `ownUrl`,
 * and with every mention made harmless. The words that a masked link showed stay. Applying it twice changes
 * nothing. Text beyond 5,000 UTF-16 units is cut.
 */
export function sanitise(text: string, ownUrl: string | null = null): string {
  let current = makeLegible(text.slice(0, longest).replace(unassigned, '')).replace(controls, ' ');
  // Taking one thing out can bring another together, so it goes on until nothing is left to take out.
  for (let previous = ''; previous !== current; ) {
    previous = current;
    current = current
      .replace(/\s{2,}/gu, ' ')
      .replace(maskedLink, '$1')
      .replace(discordToken, (whole) => (ownUrl !== null && whole === `<${ownUrl}>` ? whole : ''))
      .replace(link, (whole) => (whole === ownUrl ? whole : ''))
      .replace(invite, (whole) => (ownUrl?.includes(whole) === true ? whole : ''));
  }
  return current.replace(/@(?=\S)/gu, '＠').trim();
}
