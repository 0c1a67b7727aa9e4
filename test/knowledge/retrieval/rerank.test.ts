import { describe, expect, it } from 'vitest';
import { indexTexts } from '../../../src/knowledge/retrieval/index-data.ts';
import { rerank } from '../../../src/knowledge/retrieval/rerank.ts';
import {
  featureCount,
  featureNames,
  readFeatures,
} from '../../../src/knowledge/retrieval/rerank-features.ts';
import { compileModel } from '../../../src/knowledge/retrieval/rerank-model.ts';
import weights from '../../../src/knowledge/retrieval/rerank-weights.json' with { type: 'json' };
import { readSearchQuery } from '../../../src/knowledge/retrieval/search-query.ts';
import { scoreTexts } from '../../../src/knowledge/retrieval/text-index.ts';

const index = indexTexts(
  ['水库在一九五八年开工。', '大坝高九十米。大坝由张工设计，用了三年。', '游客每年有20万人。'].map(
    (text, at) => ({ id: String(at), text, group: 'dam' }),
  ),
);

function featuresOf(question: string) {
  const query = readSearchQuery(question);
  return readFeatures(index, query, scoreTexts(index, query.terms, 0, 3), [0, 1, 2]);
}

function featureOf(question: string, text: number, name: (typeof featureNames)[number]): number {
  return featuresOf(question).rows[text * featureCount + featureNames.indexOf(name)] ?? Number.NaN;
}

describe('readFeatures', () => {
  it('tells what share of the query stands in a text', () => {
    expect(featureOf('大坝高九十米', 1, 'characters')).toBeCloseTo(1);
    expect(featureOf('大坝高九十米', 0, 'characters')).toBeLessThan(0.5);
  });

  it('finds the longest run of the query', () => {
    expect(featureOf('大坝高九十米', 1, 'run')).toBeGreaterThan(0.7);
    expect(featureOf('米十九高坝大', 1, 'run')).toBeLessThan(0.3);
  });

  it('knows the neighbours of one article', () => {
    expect(featureOf('大坝', 0, 'after')).toBeCloseTo(1);
    expect(featureOf('大坝', 2, 'before')).toBeCloseTo(1);
    expect(featureOf('大坝', 1, 'neighbour')).toBe(0);
  });

  it('scores the best sentence', () => {
    const { sentence } = featuresOf('大坝由谁设计？');
    expect(sentence[1]).toBeGreaterThan(Math.max(sentence[0] ?? 0, sentence[2] ?? 0));
    expect(featureOf('大坝由谁设计？', 1, 'sentencePlace')).toBeGreaterThan(0);
  });

  it('counts the numbers that are news', () => {
    expect(featureOf('游客有多少人', 2, 'newNumbers')).toBeGreaterThan(0);
  });
});

describe('rerank', () => {
  it('keeps the best base score for the first, and gives parts that add up', () => {
    const parts = rerank(featuresOf('大坝由谁设计？'));
    const totals = parts.map(({ text, sentence, learned }) => text + sentence + learned);
    const bases = parts.map(({ text, sentence }) => text + sentence);
    expect(Math.max(...totals)).toBeCloseTo(Math.max(...bases));
  });

  it('has weights for the features that are read', () => {
    expect(weights.features).toEqual([...featureNames]);
    const { depth, features, thresholds, values } = weights.model;
    const trees = values.length / 2 ** depth;
    expect([features.length, thresholds.length]).toEqual([
      trees * (2 ** depth - 1),
      trees * (2 ** depth - 1),
    ]);
    expect(Math.max(...features)).toBeLessThan(featureCount);
  });
});

describe('compileModel', () => {
  it('goes left where a feature is at most the threshold, and adds the leaf to the base', () => {
    const score = compileModel({ depth: 1, base: 2, features: [1], thresholds: [0.5], values: [10, 20] });
    expect(score(Float32Array.of(3, 0.5), 0)).toBe(16);
    expect(score(Float32Array.of(3, 0.6), 0)).toBe(26);
    expect(score(Float32Array.of(0, 0, 1, 0.5), 2)).toBe(12);
  });
});
