/** The part of the parser that is used: its own types name another package. */
declare module '@mixmark-io/domino' {
  type ParsedDocument = import('./markup.ts').MarkupDocument & { getElementsByTagName(name: string): object };
  const domino: {
    /** Parses by the HTML standard; runs nothing and fetches nothing. `force` takes an empty text too. */
    createDocument(html: string, force: boolean): ParsedDocument;
  };
  // biome-ignore lint/style/noDefaultExport: the package's own shape
  export default domino;
}
