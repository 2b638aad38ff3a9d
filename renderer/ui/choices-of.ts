import type { Choice } from './choice.tsx';

/** Names by value as the choices of a field. */
export const choicesOf = <T extends string>(names: Readonly<Record<T, string>>): Choice<T>[] =>
  (Object.entries(names) as [T, string][]).map(([id, label]) => ({ id, label }));
