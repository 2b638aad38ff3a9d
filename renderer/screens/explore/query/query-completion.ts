import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { EngineClient } from '#shared/ipc/engine-api.ts';
import { completionAt } from '#shared/query/completion.ts';
import { printField, printValue } from '#shared/query/print-query.ts';
import { compactCount } from '#renderer/ui/number-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';

const VALUES = 40;
const WORDS: readonly Completion[] = [
  { label: 'and', type: 'keyword', boost: -20 },
  { label: 'or', type: 'keyword', boost: -20 },
  { label: 'not', type: 'keyword', boost: -20 },
];

/** Offers fields where a condition may begin, and values of the field where one is being written. */
export const queryCompletion =
  (engine: EngineClient) =>
  async (context: CompletionContext): Promise<CompletionResult | null> => {
    const place = completionAt(context.state.doc.toString(), context.pos);
    const control = new AbortController();
    context.addEventListener('abort', () => control.abort());
    if (place.expects === 'term') {
      // After a finished word a list would only be in the way, unless it is asked for.
      if (place.text === '' && !context.explicit) return null;
      const fields = await engine.call('events.fields', {}, control.signal);
      return {
        from: place.from,
        to: place.to,
        options: [
          ...fields.map(({ name, label, hot }): Completion => ({
            label: `${printField(name)}:`,
            type: 'field',
            ...(label === name ? {} : { detail: label }),
            boost: hot ? 10 : 0,
          })),
          ...WORDS,
        ],
        validFor: /^[\w.@%-]*$/,
      };
    }
    const values = await engine.call(
      'events.complete',
      { field: place.field, text: place.text, limit: VALUES },
      control.signal,
    );
    return {
      from: place.from,
      to: place.to,
      filter: false,
      options: values.map(({ value, count }) => ({
        label: printValue(value),
        displayLabel: visibleLine(value),
        detail: compactCount(count),
        type: 'value',
      })),
    };
  };
