import { createExtractiveGenerator } from '../../../src/knowledge/answering/extractive-generator.ts';
import { describeGenerator } from './generator-contract.ts';

describeGenerator('that quotes', async (article) => createExtractiveGenerator(article));
