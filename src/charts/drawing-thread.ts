/** The thread that draws: chart library, canvas and fonts are loaded here alone, and gone when it ends. */
import { answerBounded } from '../run-bounded.ts';
import { renderPicture } from './render-picture.ts';

await answerBounded(renderPicture);
