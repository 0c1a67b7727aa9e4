/** So many results are kept; then all are let go at once, which bounds memory without a list of what was used last. */
const mostKept = 2_000;
/** A longer text is read anew each time: only what an article and a statement have is asked for again and again. */
const longestKept = 4_000;

/** Gives a function that keeps what it made of a text, for texts that are read again and again. `read` must be pure. */
export function remember<Result>(read: (text: string) => Result): (text: string) => Result {
  const kept = new Map<string, { readonly result: Result }>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known.result;
    const result = read(text);
    if (text.length > longestKept) return result;
    if (kept.size >= mostKept) kept.clear();
    kept.set(text, { result });
    return result;
  };
}
