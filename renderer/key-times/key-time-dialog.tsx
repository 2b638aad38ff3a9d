import { useState } from 'react';
import { boardNumber } from '#shared/board/board-order.ts';
import type { BoardItem } from '#shared/model/board.ts';
import { formatInstant } from '#shared/model/time.ts';
import type { Instant } from '#shared/model/time.ts';
import type { MomentName, OpBody } from '#shared/work/op.ts';
import type { Moment } from '#shared/work/work-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segments, Select } from '#renderer/ui/choice.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { readTime } from '#renderer/ui/wall-time.ts';
import { TimeZoneField } from '#renderer/ui/zone-field.tsx';
import { KEY_TIMES } from './key-times.ts';
import './key-times.css';

type Mark = Extract<OpBody, { kind: 'moment.mark' }>;

interface KeyTimeDialogProps {
  readonly name: MomentName;
  readonly now: Moment | undefined;
  /** In board order. */
  readonly items: readonly BoardItem[];
  readonly onMark: (mark: Mark) => void;
  readonly close: () => void;
}

/** What marking an item as a key time says: its event, or else its time. */
export function markOf(moment: MomentName, { event, time }: BoardItem): Mark | undefined {
  if (event !== undefined) return { kind: 'moment.mark', moment, event };
  return time === undefined ? undefined : { kind: 'moment.mark', moment, at: time };
}

/** Sets one key time from an item of the board or by hand, or takes it off. */
export function KeyTimeDialog({ name, now, items, onMark, close }: KeyTimeDialogProps) {
  const choices = items.flatMap((item, n) =>
    markOf(name, item) === undefined
      ? []
      : [{ id: item.id, label: `${boardNumber(n)} ${visibleLine(item.title)}`, item }],
  );
  const marked = choices.find(
    ({ item }) =>
      (now?.event !== undefined && item.event === now.event) ||
      (now?.at !== undefined && item.time === now.at),
  );
  const byHand = choices.length === 0 || (now?.at !== undefined && marked === undefined);
  const [from, setFrom] = useState<'item' | 'hand'>(byHand ? 'hand' : 'item');
  const [id, setId] = useState<string>(marked?.id ?? choices[0]?.id ?? '');
  const [text, setText] = useState(
    now?.at === undefined
      ? ''
      : formatInstant(now.at as Instant, 's')
          .replace('T', ' ')
          .slice(0, -1),
  );
  const [zone, setZone] = useState('UTC');
  const [tried, setTried] = useState(false);
  const time = readTime(text, zone);
  const set = (): void => {
    setTried(true);
    const item = choices.find((choice) => choice.id === id)?.item;
    const mark =
      from === 'hand'
        ? time === undefined
          ? undefined
          : ({ kind: 'moment.mark', moment: name, at: time } as const)
        : item === undefined
          ? undefined
          : markOf(name, item);
    if (mark === undefined) return;
    onMark(mark);
    close();
  };
  const takeOff = (): void => {
    onMark({ kind: 'moment.mark', moment: name });
    close();
  };
  return (
    <Dialog
      title={`Key time: ${KEY_TIMES[name].title}`}
      open
      onClose={close}
      onMain={set}
      actions={
        <>
          {now === undefined ? null : (
            <Button variant="quiet" className="fl-key-time-off" onPress={takeOff}>
              Take off
            </Button>
          )}
          <Button variant="quiet" onPress={close}>
            Cancel
          </Button>
          <Button variant="primary" onPress={set}>
            Set
          </Button>
        </>
      }
    >
      <p className="fl-muted">{KEY_TIMES[name].meaning}</p>
      {choices.length === 0 ? null : (
        <Segments
          label="Known from"
          value={from}
          choices={[
            { id: 'item', label: 'An item of the board' },
            { id: 'hand', label: 'A time' },
          ]}
          onChange={setFrom}
        />
      )}
      {from === 'item' ? (
        <Select label="Item" value={id} choices={choices} onChange={setId} />
      ) : (
        <div className="fl-form">
          <Field
            label="Time"
            value={text}
            onChange={setText}
            placeholder="2026-05-13 11:40"
            error={
              tried && time === undefined
                ? 'Write 2026-05-13 11:40 or 2026-05-13 11:40:05.'
                : undefined
            }
            autoFocus={choices.length === 0}
            onEnter={set}
          />
          <TimeZoneField
            label="Time zone of what was stated"
            zone={zone}
            onChange={setZone}
            disabled={false}
          />
        </div>
      )}
    </Dialog>
  );
}
