import type { z } from 'zod';
import type { RecordId } from '../model/ids.ts';
import type { Shape } from '../model/shape-fields.ts';

type Fields<S extends Shape> = { readonly [F in keyof S]: z.infer<S[F]> };

/** What a kind of record is: its fields, what it is called, and how it is spoken of. */
export interface RecordKind<T extends string, R extends Shape, O extends Shape> {
  /** As stored; never renamed. */
  readonly type: T;
  /** One of them, in a sentence: `task`. */
  readonly noun: string;
  readonly required: R;
  /** Fields that may be absent. */
  readonly optional: O;
  readonly title: (record: Fields<R>) => string;
  /** The field whose change is told as `Set … to …`. */
  readonly state?: keyof R & string;
  /** A case has exactly one, which is there from the beginning with these values, under this id. */
  readonly single?: { readonly id: RecordId; readonly initial: Fields<R> };
}

/** Keeps the exact types of the fields. */
export const recordKind = <const T extends string, R extends Shape, O extends Shape>(
  kind: RecordKind<T, R, O>,
): RecordKind<T, R, O> => kind;

type Joined<T> = { readonly [K in keyof T]: T[K] };

/** The record type that a kind describes. */
export type RecordOf<K> =
  K extends RecordKind<infer T, infer R, infer O>
    ? Joined<
        { readonly id: RecordId; readonly type: T } & Fields<R> & {
            readonly [F in keyof O]?: z.infer<O[F]>;
          }
      >
    : never;
