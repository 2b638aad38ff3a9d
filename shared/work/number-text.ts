/** A whole number with its thousands apart: `4,812,330`. */
export const wholeText = (count: number): string =>
  String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** `1 event`, `1,204 events`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${wholeText(count)} ${count === 1 ? one : many}`;
