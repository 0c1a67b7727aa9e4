/** The thread that draws: chart library, canvas and fonts are loaded here alone, and gone when it ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { renderPicture } from './render-picture.ts';

parentPort?.postMessage(await renderPicture(workerData));
