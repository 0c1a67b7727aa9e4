/** What a picture shows: small charts beside each other, in words of the caller. */

export interface Picture {
  /** BCP 47 tag, for its numbers and the shapes of its characters. */
  readonly locale: string;
  readonly title: string;
  /** Under each chart, one for each value. */
  readonly labels: readonly string[];
  readonly panels: readonly Panel[];
}

export interface Panel {
  readonly title: string;
  readonly kind: 'bars' | 'lines';
  readonly series: readonly Series[];
  /** A level that is not to be passed. */
  readonly limit?: { readonly name: string; readonly value: number };
  /** The top of the scale, where it is known. */
  readonly max?: number;
}

export interface Series {
  readonly name: string;
  /** Null where there is nothing to show. */
  readonly values: readonly (number | null)[];
}
