/** Discord's limits, each named once. Lengths of text are in code points. */
export const limits = {
  message: 2000,
  rowsOfMessage: 5,
  buttonsOfRow: 5,
  optionsOfSelect: 25,
  valuesOfSelect: 25,
  choices: 25,
  choiceName: 100,
  buttonLabel: 80,
  selectOptionLabel: 100,
  customId: 100,
  modalTitle: 45,
  placeholder: 100,
} as const;

/** Length in code points, as Discord counts. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** The first `limit` code points, with an ellipsis where something was left out. */
export function shorten(text: string, limit: number): string {
  const points = [...text];
  return points.length <= limit ? text : `${points.slice(0, limit - 1).join('')}…`;
}
