import { useState } from 'react';
import { useSettings } from '#renderer/state/settings.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countOf, countText } from '#renderer/ui/number-text.ts';
import { Popover } from '#renderer/ui/popover.tsx';
import { RangeFields } from '../histogram/range-fields.tsx';
import { rangeText } from '../histogram/range-text.ts';
import type { Range } from '../view.ts';

interface RangePickProps {
  readonly name: 'A' | 'B';
  readonly range: Range;
  readonly count: number | undefined;
  readonly onChange: (range: Range) => void;
}

/** One of the two ranges, and how many events it holds; typed anew on a press. */
export function RangePick({ name, range, count, onChange }: RangePickProps) {
  const times = useSettings((settings) => settings.times);
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label={`Range ${name}`}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" className="fl-compare-range">
          <strong>{name}</strong> {rangeText(range, times)}
          {count === undefined ? null : (
            <span className="fl-faint" title={countOf(count, 'event')}>
              {' '}
              {countText(count)}
            </span>
          )}
        </Button>
      }
    >
      {(close) => (
        <RangeFields
          range={range}
          act="Use it"
          onRange={(next) => {
            onChange(next);
            close();
          }}
        />
      )}
    </Popover>
  );
}
