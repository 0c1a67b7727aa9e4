import type { Engine } from './engine.ts';

/** Every engine by its name, ours first. Loaded when it is measured, each in a process of its own. */
export const engines: Readonly<Record<string, () => Promise<Engine>>> = {
  footnote: async () => (await import('./footnote.ts')).footnote,
  minisearch: async () => (await import('./minisearch.ts')).minisearch,
  'minisearch-bigrams': async () => (await import('./minisearch.ts')).minisearchBigrams,
  'orama-mandarin': async () => (await import('./orama.ts')).oramaMandarin,
  'flexsearch-cjk': async () => (await import('./flexsearch.ts')).flexsearchCjk,
  'lunr-zh': async () => (await import('./lunr.ts')).lunrZh,
  'sqlite-trigram': async () => (await import('./sqlite-fts5.ts')).sqliteTrigram,
};

export const ours = 'footnote';
