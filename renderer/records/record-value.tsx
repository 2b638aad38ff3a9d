import type { ReactNode } from 'react';
import { amountText } from '#shared/model/money.ts';
import { techniqueLabel } from '#shared/model/attack.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import { instantText } from '#renderer/ui/time-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { visibleLine, visibleText } from '#renderer/ui/visible-text.ts';
import { bytesText } from './amounts.ts';
import { CitedList } from './cited-list.tsx';
import type { AnyFieldSpec } from './field-spec.ts';
import { personNameIn } from './people-names.ts';
import { RecordLinks } from './record-links.tsx';

/** A field's value to be read; undefined when there is nothing to say. */
export function valueShown(
  spec: AnyFieldSpec,
  value: unknown,
  state: WorkState,
  times: TimeDisplay,
): ReactNode {
  const list = Array.isArray(value) ? value.map(String) : [];
  switch (spec.input) {
    case 'choice': {
      const chosen = spec.choices.find(({ id }) => id === value);
      return chosen?.label;
    }
    case 'choices': {
      const chosen = spec.choices.filter(({ id }) => list.includes(id));
      return joined(chosen.map(({ label }) => label));
    }
    case 'flag':
      return value === true ? 'Yes' : undefined;
    case 'time':
      return typeof value === 'bigint'
        ? `${instantText(value as Instant, 's', times)}${times === 'utc' ? ' UTC' : ''}`
        : undefined;
    case 'person':
      return typeof value === 'string' ? visibleLine(personNameIn(state, asId(value))) : undefined;
    case 'people':
      return joined(list.map((id) => visibleLine(personNameIn(state, asId(id)))));
    case 'record':
    case 'records': {
      const ids = typeof value === 'string' ? [value] : list;
      return ids.length === 0 ? undefined : <RecordLinks type={spec.of} ids={ids} state={state} />;
    }
    case 'technique':
      return typeof value === 'string' ? techniqueLabel(value) : undefined;
    case 'events':
      return list.length === 0 ? undefined : <CitedList label={spec.label} events={list} />;
    case 'bytes':
      return typeof value === 'bigint' ? `${bytesText(value)} bytes` : undefined;
    case 'money':
      return typeof value === 'bigint' ? amountText(value) : undefined;
    case 'lines':
      return joined(list.map(visibleLine));
    case 'line':
    case 'prose':
    case 'number': {
      const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
      return text === '' ? undefined : visibleText(text);
    }
  }
}

const asId = (id: string): RecordId => id as RecordId;

const joined = (parts: readonly string[]): string | undefined =>
  parts.length === 0 ? undefined : parts.join(', ');
