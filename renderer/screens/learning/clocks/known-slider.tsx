import { useState } from 'react';
import { useStore } from 'zustand';
import { describeAct } from '#shared/work/describe.ts';
import { useCommand } from '#renderer/commands/registry.ts';
import { useSettings } from '#renderer/state/settings.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Segments } from '#renderer/ui/choice.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { NextIcon, PreviousIcon } from '#renderer/ui/icons.ts';
import { countText } from '#renderer/ui/number-text.ts';
import { parseTimeInput } from '#renderer/ui/time-input.ts';
import { instantText, zoneText } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { LearningPlaceStore } from '../learning-place.ts';
import type { MarkKind } from './acts-of-log.ts';
import { nextMark } from './acts-of-log.ts';
import { KnownTrack, MARK_TOPS } from './known-track.tsx';
import type { Known } from './use-known.ts';

const MARKS: readonly { readonly kind: MarkKind; readonly label: string }[] = [
  { kind: 'board', label: 'on the board' },
  { kind: 'finding', label: 'finding' },
  { kind: 'incident', label: 'severity, status, key time' },
  { kind: 'verdict', label: 'verdict' },
];

interface KnownSliderProps {
  readonly work: Work;
  readonly known: Known;
  readonly store: LearningPlaceStore;
}

/** Goes through the acts of the case: by handle, arrow, act, change or time. */
export function KnownSlider({ work, known, store }: KnownSliderProps) {
  const { acts, position, at, isNow } = known;
  const times = useSettings((settings) => settings.times);
  const scaling = useStore(store, ({ scale = 'time' }) => scale);
  const act = acts[position - 1];
  const sentence =
    act === undefined
      ? 'Nothing was known'
      : visibleLine(describeAct(act.ops, known.past, (id) => work.log.get(id)));
  const by = act?.ops[0]?.analyst;
  const analyst = by === undefined ? '' : visibleLine(known.now.analysts.get(by)?.name ?? by);
  const when = at === undefined ? 'Before the first act' : instantText(at, 'ms', times);
  useCommand('clocks.earlier', () => known.toAct(position - 1), position > 0);
  useCommand('clocks.later', () => known.toAct(position + 1), !isNow);
  const toMark = (step: 1 | -1) => (): void => known.toAct(nextMark(acts, position, step));
  useCommand('clocks.mark-before', toMark(-1), position > 0);
  useCommand('clocks.mark-after', toMark(1), !isNow);
  return (
    <section className="fl-clocks-slider" aria-label="Known at">
      <div className="fl-clocks-when">
        <strong>{isNow ? 'As known now' : 'As known at'}</strong>
        <span className="fl-mono">{when}</span>
        <span className="fl-faint">{zoneText(times, at)}</span>
        <span className="fl-cut fl-muted" title={sentence}>
          {sentence}
          {analyst === '' ? '' : ` · ${analyst}`}
        </span>
      </div>
      <KnownTrack known={known} scale={scaling} text={`${when}: ${sentence}`} />
      <div className="fl-clocks-controls">
        <IconButton
          icon={PreviousIcon}
          label="Previous act"
          isDisabled={position === 0}
          onPress={() => known.toAct(position - 1)}
        />
        <span className="fl-clocks-count">
          {countText(position)} of {countText(acts.length)} acts
        </span>
        <IconButton
          icon={NextIcon}
          label="Next act"
          isDisabled={isNow}
          onPress={() => known.toAct(position + 1)}
        />
        <Button size="small" isDisabled={position === 0} keys="PgDn" onPress={toMark(-1)}>
          Change before
        </Button>
        <Button size="small" isDisabled={isNow} keys="PgUp" onPress={toMark(1)}>
          Next change
        </Button>
        <Button size="small" isDisabled={isNow} onPress={() => known.toAct(acts.length)}>
          Now
        </Button>
        <TimeGoTo known={known} />
        <span className="fl-record-bar-rest" />
        <Segments
          label="Scale of the slider"
          hideLabel
          value={scaling}
          choices={[
            { id: 'time', label: 'By time' },
            { id: 'act', label: 'By act' },
          ]}
          onChange={(scale) => store.setState({ scale })}
        />
        <ul className="fl-clocks-legend" aria-label="Marks">
          {MARKS.map(({ kind, label }) => (
            <li key={kind}>
              <svg width={6} height={14} viewBox="0 0 6 14" aria-hidden>
                <line
                  className={`fl-clocks-mark-${kind}`}
                  x1={3}
                  x2={3}
                  y1={MARK_TOPS[kind]}
                  y2={14}
                />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function TimeGoTo({ known }: { readonly known: Known }) {
  const times = useSettings((settings) => settings.times);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const time = parseTimeInput(text, times);
  const go = (): void => {
    setTried(true);
    if (time !== undefined) known.toTime(time);
  };
  return (
    <div className="fl-clocks-time">
      <Field
        label="Known at this time"
        hideLabel
        value={text}
        onChange={(next) => {
          setText(next);
          setTried(false);
        }}
        placeholder="2026-05-13 11:40"
        error={tried && time === undefined ? 'Write 2026-05-13 11:40.' : undefined}
        onEnter={go}
      />
      <Button size="small" onPress={go}>
        Go to time
      </Button>
    </div>
  );
}
