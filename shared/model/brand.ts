/** Makes a nominal type of a structural one: `Brand<string, 'Sha256'>` is not any string. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
