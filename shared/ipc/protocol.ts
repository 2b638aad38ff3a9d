import type { Failure } from '../model/result.ts';

/** Renderer → engine over the MessagePort. */
export type ToEngine =
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly method: string;
      readonly params: unknown;
    }
  | { readonly kind: 'cancel'; readonly id: number };

/** Engine → renderer. Values are structured-cloned: bigint and typed arrays pass. */
export type FromEngine =
  | { readonly kind: 'return'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'fail'; readonly id: number; readonly failure: Failure }
  /** A bug: the call threw. The text is for copying into a report, the engine goes on. */
  | { readonly kind: 'threw'; readonly id: number; readonly message: string }
  | { readonly kind: 'event'; readonly topic: string; readonly payload: unknown };
