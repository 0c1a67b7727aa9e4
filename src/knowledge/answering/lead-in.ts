/** What leads over to a question (ok 那……, so …) and says nothing of what it is about. */
const leadIn =
  /^(?:(?:ok(?:ay)?|好的?|嗯|对了|哦|那么?(?![个些里边年时天种位样])|well|so|right|じゃあ|では|그럼|그러면)[,，、\s]*)+(?=.{4})/iu;

/** A folded question without such words. */
export function removeLeadIn(folded: string): string {
  return folded.replace(leadIn, '');
}
