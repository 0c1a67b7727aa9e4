/** Reads the one JSON object in a model's text while it is being written. */
import { JSONParser } from '@streamparser/json';

export interface JsonValue {
  /** The value's name in its object, or its place in its array; undefined for the object itself. */
  readonly key: string | number | undefined;
  readonly value: unknown;
}

interface JsonReader {
  /** Takes the next piece of text and gives the values that it completes. Never throws. */
  read(piece: string): readonly JsonValue[];
  /** `looking` for the object, `reading` it, `ended` with it, or `broken`: it is not JSON. */
  state(): 'looking' | 'reading' | 'ended' | 'broken';
}

/** Other objects (in prose, or around the one that is meant) may come before it, but not without end. */
const maxAttempts = 8;

/**
 * Makes a reader of the values at `paths` (`$.outcome`, `$.statements.*`). Thoughts (`<think>…</think>`), prose and
 * fences before the object are skipped, and so are objects that hold none of the paths; what follows it is ignored.
 */
export function createJsonReader(paths: string[]): JsonReader {
  const completed: JsonValue[] = [];
  let state: ReturnType<JsonReader['state']> = 'looking';
  let parser = new JSONParser();
  let text = '';
  let searchFrom = 0;
  let cursor = 0;
  let attempts = 0;
  let found = false;

  /** Starts at the next object; false when there is none yet. */
  function begin(): boolean {
    const start = findObject(text, searchFrom);
    if (start === -1) return false;
    parser = new JSONParser({ paths, keepStack: false });
    parser.onValue = ({ key, value }) => {
      found = true;
      completed.push({ key, value });
    };
    cursor = start;
    searchFrom = start + 1;
    state = 'reading';
    return true;
  }

  /** Feeds the parser up to `end`; true when another object has to be tried. */
  function advance(end: number): boolean {
    const result = write(parser, text.slice(cursor, end));
    cursor = end;
    if (result === 'reading') return false;
    attempts += 1;
    if (found) state = result;
    else state = attempts < maxAttempts ? 'looking' : 'broken';
    return state === 'looking';
  }

  return {
    read(piece) {
      text += piece;
      // The first half of a surrogate pair waits for the second.
      const end = text.length - (isHighSurrogate(text.charCodeAt(text.length - 1)) ? 1 : 0);
      for (let moved = true; moved; ) {
        if (state === 'looking') moved = begin();
        else moved = state === 'reading' && advance(end);
      }
      return completed.splice(0);
    },
    state: () => state,
  };
}

/** The first JSON object in a finished text; undefined when there is none. */
export function readJson(text: string): unknown {
  return createJsonReader(['$']).read(text)[0]?.value;
}

function write(parser: JSONParser, piece: string): 'reading' | 'ended' | 'broken' {
  try {
    parser.write(piece);
  } catch {
    // Text after the object is an error to the parser, not to us.
    return parser.isEnded ? 'ended' : 'broken';
  }
  return parser.isEnded ? 'ended' : 'reading';
}

/** Where an object with at least one name begins, from `from` on and outside of thoughts; -1 when it is not there yet. */
function findObject(text: string, from: number): number {
  const pattern = /<think|\{\s*"/g;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0] !== '<think') return match.index;
    const close = text.indexOf('</think', match.index);
    if (close === -1) return -1;
    pattern.lastIndex = close;
  }
  return -1;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
