/** Fonts for nine languages, from packages: a fresh machine has none. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { GlobalFonts } from '@napi-rs/canvas';

/** Each comes in a hundred small files; simplified Chinese holds the traditional characters and Latin letters too. */
const families = ['noto-sans-sc', 'noto-sans-jp', 'noto-sans-kr'] as const;

/** Loads just the files that hold the characters of `text`. Returns the families to draw it with, for a CSS font. */
export function loadFonts(text: string, locale: string): string {
  return chooseFonts(text, locale)
    .map(({ family, name }) => {
      GlobalFonts.register(readFileSync(pathOf(family, `files/${name}-wght-normal.woff2`)), name);
      return name;
    })
    .join(', ');
}

/** Which files hold which characters of `text`, those of the locale's own shapes first. */
export function chooseFonts(
  text: string,
  locale: string,
): readonly { readonly family: string; readonly name: string; readonly characters: readonly string[] }[] {
  const first = locale === 'ja' ? 'noto-sans-jp' : locale === 'ko' ? 'noto-sans-kr' : 'noto-sans-sc';
  const missing = new Set(text);
  return [first, ...families.filter((one) => one !== first)].flatMap((family) =>
    subsetsOf(family).flatMap(([subset, isIn]) => {
      const characters = [...missing].filter((character) => isIn(character.codePointAt(0) ?? 0));
      for (const character of characters) missing.delete(character);
      return characters.length === 0 ? [] : [{ family, name: `${family}-${subset}`, characters }];
    }),
  );
}

function subsetsOf(family: string): readonly (readonly [string, (code: number) => boolean])[] {
  const ranges: Record<string, string> = JSON.parse(readFileSync(pathOf(family, 'unicode.json'), 'utf8'));
  return Object.entries(ranges).map(([key, text]) => {
    const spans = text.split(',').map((span) => {
      const [from = 0, to = from] = span
        .trim()
        .slice(2)
        .split('-')
        .map((code) => Number.parseInt(code, 16));
      return { from, to };
    });
    return [
      key.replace(/[[\]]/g, ''),
      (code: number) => spans.some(({ from, to }) => code >= from && code <= to),
    ];
  });
}

function pathOf(family: string, file: string): string {
  return fileURLToPath(import.meta.resolve(`@fontsource-variable/${family}/${file}`));
}
