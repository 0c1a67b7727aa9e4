/** How marked-up text is put on a screen. */
export type Style = (text: string) => string;

const dim = (text: string) => `\u001B[2m${text}\u001B[22m`;
const bold = (text: string) => `\u001B[1m${text}\u001B[22m`;

/** As Discord shows it on a terminal that knows bold and dim. */
export const ansiStyle: Style = (text) => show(text, bold, dim);

/** Without any control sequence. Bold keeps its asterisks, since it marks the words that matter. */
export const plainStyle: Style = (text) =>
  show(
    text,
    (words) => `**${words}**`,
    (words) => words,
  );

function show(text: string, strong: Style, quiet: Style): string {
  return text
    .split('\n')
    .map((line) => showLine(line, strong, quiet))
    .join('\n');
}

/** Stands for an escaped character while the rest is read; no text of Discord's holds it. */
const stash = '\u0000';

function showLine(line: string, strong: Style, quiet: Style): string {
  const escaped: string[] = [];
  const bare = line.replaceAll(stash, '').replace(/\\([!-/:-@[-`{-~])/g, (_, character: string) => {
    escaped.push(character);
    return stash;
  });
  const shown = bare
    .replace(/<t:(\d+)(?::\w)?>/g, (_, seconds: string) => timeOf(Number(seconds)))
    .replace(/\[([^\]]+)\]\(<?(https?:[^)>]+)>?\)/g, '$1 ($2)')
    .replace(/<(https?:[^>]+)>/g, '$1')
    .replace(/\*\*(.+?)\*\*/g, (_, words: string) => strong(words))
    .replace(/__(.+?)__/g, '$1')
    .replace(/~~(.+?)~~/g, '$1')
    .replace(/\|\|(.+?)\|\|/g, '$1')
    .replace(/(?<![\w*])[*_](?![\s*_])([^*_]+?)(?<!\s)[*_](?![\w*])/g, '$1')
    .replace(/`([^`]+)`/g, '$1');
  const laidOut = shown
    .replace(/^#{1,3} (.+)$/, (_, words: string) => strong(words))
    .replace(/^> ?/, '┃ ')
    .replace(/^-# (.+)$/, (_, words: string) => quiet(words));
  let next = 0;
  return laidOut.replaceAll(stash, () => escaped[next++] ?? '');
}

function timeOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('T', ' ').slice(0, 16);
}
