/** More than any vocabulary of this program has; a server's status codes are as many as it likes. */
const mostValues = 60;

/** Keeps the values of a label few, whatever a service that is not ours answers: past the first 60, they are “other”. */
export function createLabel(): (value: string) => string {
  const known = new Set<string>();
  return (value) => {
    if (known.size < mostValues) known.add(value);
    return known.has(value) ? value : 'other';
  };
}
