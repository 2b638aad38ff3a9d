import type { Params } from './text-tests.ts';

/** The value of a name inside `fields`, as text. The name is a parameter; with dots it is one name (RFC 6901). */
export const jsonValue = (name: string, params: Params): string =>
  `json_extract_string(fields, ${params.add(`/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)})`;
