import { UserError } from '../errors.ts';
import type { ArticleText } from '../knowledge/article-versions.ts';
import type { Services } from './services.ts';

/** The article as it was when the answer was given. Throws `UserError('expired')` when that was never kept. */
export async function findVersion(
  version: string,
  { article, articleVersions }: Pick<Services, 'article' | 'articleVersions'>,
): Promise<ArticleText> {
  if (version === article.version) return article;
  const older = await articleVersions.find(version);
  if (older === null) throw new UserError('expired', 'the button is of a version that was not kept');
  return older;
}
