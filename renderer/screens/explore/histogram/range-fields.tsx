import { useState } from 'react';
import { useSettings } from '#renderer/state/settings.ts';
import type { Instant } from '#shared/model/time.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { parseTimeInput } from '#renderer/ui/time-input.ts';
import { instantText, zoneText } from '#renderer/ui/time-text.ts';
import type { Range } from '../view.ts';

interface RangeFieldsProps {
  readonly range: Range | undefined;
  /** What the button says. */
  readonly act: string;
  readonly onRange: (range: Range) => void;
}

const NOT_A_TIME = 'Write it as 2026-05-12 or 2026-05-12 09:12:04.';

/** From and to, typed. */
export function RangeFields({ range, act, onRange }: RangeFieldsProps) {
  const times = useSettings((settings) => settings.times);
  const show = (instant: bigint | undefined): string =>
    instant === undefined ? '' : instantText(instant as Instant, 's', times);
  const [from, setFrom] = useState(show(range?.from));
  const [to, setTo] = useState(show(range?.to));
  const start = parseTimeInput(from, times);
  const end = parseTimeInput(to, times);
  const backwards = start !== undefined && end !== undefined && end <= start;
  const ready = start !== undefined && end !== undefined && !backwards;
  const apply = (): void => {
    if (ready) onRange({ from: start, to: end });
  };
  return (
    <div className="fl-range-form">
      <Field
        label={`From (${zoneText(times, start)})`}
        value={from}
        onChange={setFrom}
        autoFocus
        mono
        placeholder="2026-05-12 09:00"
        error={from !== '' && start === undefined ? NOT_A_TIME : undefined}
        onEnter={apply}
      />
      <Field
        label="To, not included"
        value={to}
        onChange={setTo}
        mono
        placeholder="2026-05-12 10:00"
        error={
          to !== '' && end === undefined
            ? NOT_A_TIME
            : backwards
              ? 'The end is not after the start.'
              : undefined
        }
        onEnter={apply}
      />
      <Button variant="primary" isDisabled={!ready} onPress={apply}>
        {act}
      </Button>
    </div>
  );
}
