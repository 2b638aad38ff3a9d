import { useState } from 'react';
import type { Instant } from '#shared/model/time.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { Field } from '#renderer/ui/field.tsx';
import { parseTimeInput } from '#renderer/ui/time-input.ts';
import { instantText } from '#renderer/ui/time-text.ts';

interface RangeFieldsProps {
  readonly from: bigint | undefined;
  readonly to: bigint | undefined;
  readonly onChange: (range: { from?: bigint | undefined; to?: bigint | undefined }) => void;
}

/** A time that is looked at, from and up to; open where nothing is written. */
export function RangeFields({ from, to, onChange }: RangeFieldsProps) {
  const times = useSettings((settings) => settings.times);
  return (
    <>
      <TimeEntry
        key={`from ${times}`}
        label="From"
        at={from}
        onAt={(at) => onChange({ from: at })}
      />
      <TimeEntry key={`to ${times}`} label="Up to" at={to} onAt={(at) => onChange({ to: at })} />
    </>
  );
}

interface TimeEntryProps {
  readonly label: string;
  readonly at: bigint | undefined;
  readonly onAt: (at: bigint | undefined) => void;
}

/** Taken over as soon as it is a time, or empty. */
export function TimeEntry({ label, at, onAt }: TimeEntryProps) {
  const times = useSettings((settings) => settings.times);
  const [text, setText] = useState(
    at === undefined
      ? ''
      : instantText(at as Instant, at % 60_000_000_000n === 0n ? 'min' : 's', times),
  );
  const read = parseTimeInput(text, times);
  return (
    <div className="fl-entity-time">
      <Field
        label={`${label} (${times === 'utc' ? 'UTC' : 'local time'})`}
        hideLabel
        placeholder={`${label} 2026-05-13 11:40`}
        value={text}
        onChange={(next) => {
          setText(next);
          const instant = parseTimeInput(next, times);
          if (instant !== undefined || next.trim() === '') onAt(instant);
        }}
        error={text.trim() !== '' && read === undefined ? 'Write 2026-05-13 11:40.' : undefined}
      />
    </div>
  );
}
