/** Turns texts into vectors that are near where their meanings are. */
export interface Embedder {
  /** What made the vectors: those of another model mean nothing beside them. */
  readonly model: string;
  /**
   * One vector a text, in order, all of one length, of any norm. Throws `UpstreamError('model')` when it cannot, or
   * the signal's reason.
   */
  embed(texts: readonly string[], signal: AbortSignal): Promise<readonly Float32Array[]>;
}

/** Keeps vectors by their model and a hash of their text, so that a text is embedded once. */
export interface EmbeddingStore {
  /** Those that are known, by hash. */
  load(model: string, hashes: readonly string[]): Promise<ReadonlyMap<string, Float32Array>>;
  /** One that is there already is replaced. */
  save(model: string, vectors: ReadonlyMap<string, Float32Array>): Promise<void>;
}
