/** OpenCC's dictionaries as its package ships them: `from to|from to|…`; where a character has several forms they follow, the usual one first. */
declare module 'opencc-js/dict/*' {
  const dictionary: string;
  // biome-ignore lint/style/noDefaultExport: the package's own shape
  export default dictionary;
}
