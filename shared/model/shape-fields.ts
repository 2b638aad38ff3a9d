import type { z } from 'zod';

/** Schemas of some fields, by name. */
export type Shape = { readonly [key: string]: z.ZodType };

/** Each field may be absent. */
export function absentAllowed<S extends Shape>(
  shape: S,
): { [K in keyof S]: z.ZodExactOptional<S[K]> } {
  return mapShape(shape, (schema) => schema.exactOptional()) as {
    [K in keyof S]: z.ZodExactOptional<S[K]>;
  };
}

/** Each field may be absent, or `null` to take its value away. */
export function clearable<S extends Shape>(
  shape: S,
): { [K in keyof S]: z.ZodExactOptional<z.ZodNullable<S[K]>> } {
  return mapShape(shape, (schema) => schema.nullable().exactOptional()) as {
    [K in keyof S]: z.ZodExactOptional<z.ZodNullable<S[K]>>;
  };
}

function mapShape(shape: Shape, change: (schema: z.ZodType) => z.ZodType): Shape {
  return Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, change(schema)]));
}
