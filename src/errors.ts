/** Every expected failure that has words for the reader. Locales hold the words; the code names them. */
export type UserErrorCode = string;

/** An expected failure: shown to the reader, never logged as a fault. Tests assert on `code`. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: UserErrorCode;
  /** Values for the placeholders of the localised sentence. */
  readonly values: Readonly<Record<string, string | number>>;

  constructor(code: UserErrorCode, message: string, values: Readonly<Record<string, string | number>> = {}) {
    super(message);
    this.code = code;
    this.values = values;
  }
}

/** Discord, the model or the database is down or slow: one fixed sentence for the reader, a warning in the log. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  readonly upstream: 'discord' | 'model' | 'database';
  /** What went wrong, as a stable word: `timeout`, `silent`, `cut`, `malformed`, `refused`, `http-429`, ... */
  readonly reason: string;

  constructor(upstream: UpstreamError['upstream'], reason: string, cause?: unknown) {
    super(`${upstream}: ${reason}`, { cause });
    this.upstream = upstream;
    this.reason = reason;
  }
}
