import type { RecordOfType, RecordType } from '#shared/records/record-kinds.ts';
import type { Choice } from '#renderer/ui/choice.tsx';

export type FieldName<T extends RecordType> = Exclude<
  keyof RecordOfType<T> & string,
  'id' | 'type'
>;

/** How a field is written and read. */
export type FieldInput =
  | {
      readonly input: 'line';
      readonly placeholder?: string;
      readonly mono?: boolean;
      /** Offered while typing; anything may be typed. */
      readonly suggestions?: readonly string[];
    }
  | { readonly input: 'prose'; readonly lines?: number; readonly placeholder?: string }
  | {
      readonly input: 'choice';
      readonly choices: readonly Choice<string>[];
      /** All visible at once: for two to five. */
      readonly segments?: boolean;
    }
  | { readonly input: 'choices'; readonly choices: readonly Choice<string>[] }
  /** An instant, written in the zone on display. */
  | { readonly input: 'time' }
  | { readonly input: 'person' }
  | { readonly input: 'people' }
  | { readonly input: 'record'; readonly of: RecordType }
  | { readonly input: 'records'; readonly of: RecordType }
  | { readonly input: 'technique' }
  /** Cited events: looked at and taken out here, cited from Explore. */
  | { readonly input: 'events' }
  | { readonly input: 'flag' }
  | { readonly input: 'number' }
  | { readonly input: 'bytes' }
  /** Hundredths of a currency. */
  | { readonly input: 'money' }
  /** Lines of text, one value each. */
  | { readonly input: 'lines'; readonly placeholder?: string };

/** One field of a kind of record, as a form asks for it and a drawer shows it. */
export type FieldSpec<T extends RecordType> = FieldInput & {
  readonly name: FieldName<T>;
  readonly label: string;
  readonly help?: string;
  /** Takes a whole line of the form; prose and events do so anyway. */
  readonly wide?: boolean;
  /** What is wrong when it is empty or malformed. */
  readonly problem?: string;
  /** Asked only when this holds of what is written so far. */
  readonly when?: (draft: Draft) => boolean;
};

/** A specification whose kind of record does not matter. */
export type AnyFieldSpec = FieldInput &
  Omit<FieldSpec<RecordType>, 'name' | keyof FieldInput> & { readonly name: string };

export type DraftValue = string | boolean | readonly string[];

/** A record as it is being written: what stands in the fields, by name. */
export type Draft = { readonly [field: string]: DraftValue | undefined };
