const denyingBefore =
  /(?:而不是|并不是|並不是|不是|而并非|并非|並非|而非|非|not|rather than|instead of|never|nor)\s*(?:the |a |an |about |为|是|in |\p{Script=Han}{2,4})?$/iu;
const denyingAfter =
  /^[\s"”’」』]*(?:\p{Script=Han}{0,4}|\p{Script=Katakana}{0,6})(?:ではな|じゃな|이 아니|가 아니|이 아닌|가 아닌)/u;

/** Whether a statement denies what stands at a range of it: “34, not 43”, “而不是43名”, 「43名ではなく」. */
export function isDenied(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  return (
    denyingBefore.test(text.slice(Math.max(0, start - 24), start).replace(/["“‘「『]$/u, '')) ||
    denyingAfter.test(text.slice(end, end + 16))
  );
}
