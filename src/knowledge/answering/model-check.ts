/**
 * Asks the model's server whether it is there and names the model among its own, at no cost. Throws
 * `UpstreamError('model')` where it is not there, or does not say so in a few seconds.
 */
export type ModelCheck = () => Promise<'fine' | 'unlisted'>;
