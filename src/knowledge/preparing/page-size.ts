/** The largest page that is read; an article is a small part of it. */
export const largestPageBytes = 10_000_000;

/** What is said of a larger one, behind its name. */
export const tooLarge = 'is larger than 10 MB. Save the article alone, without pictures.';
