import type { FieldValue } from '#shared/model/event.ts';

/** Binary XML as a tree. In a template definition values are slots, still to be filled; elsewhere there are none. */
export type Node = Element | Text | Slot | Value;

export interface Element {
  readonly kind: 'element';
  readonly name: string;
  /** The slot without whose value the element is not there at all, or `NO_DEPENDENCY`. */
  readonly dependency: number;
  readonly attributes: readonly Attribute[];
  readonly children: readonly Node[];
}

export interface Attribute {
  readonly name: string;
  readonly content: readonly Node[];
}

export interface Text {
  readonly kind: 'text';
  readonly text: string;
}

/** Where the n-th substitution of an instance goes. */
export interface Slot {
  readonly kind: 'slot';
  readonly index: number;
}

/** A substitution that has been made. */
export interface Value {
  readonly kind: 'value';
  readonly value: FieldValue;
}

export const NO_DEPENDENCY = 0xffff;
