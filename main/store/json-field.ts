import type { Params } from './params.ts';

/** A name inside `fields` as a JSON pointer (RFC 6901): with dots it is one name. */
export const pointerOf = (name: string): string =>
  `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The value of a name inside `fields`, as text. The name is a parameter. */
export const jsonValue = (name: string, params: Params): string =>
  `json_extract_string(fields, ${params.add(pointerOf(name))})`;

/** May the name be inside `fields`? What a batch packed has no space behind it. */
export const hasField = (name: string, params: Params): string =>
  `contains(fields, ${params.add(`${JSON.stringify(name)}:`)})`;
