import type { ReactNode } from 'react';
import { dueText, stateText } from '#shared/response/clocks/clock-text.ts';
import type { Clock } from '#shared/response/clocks/clock.ts';
import { sumOf } from '#shared/response/clocks/next-clock.ts';
import { CSF_FUNCTIONS, STATUS_WORDS } from '#shared/response/incident-words.ts';
import { incidentOf } from '#shared/work/records.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SeverityMark } from '#renderer/ui/marks/severity-mark.tsx';
import { TlpMark } from './tlp-mark.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { whenText } from './when-text.ts';

interface IncidentStripProps {
  readonly work: Work;
  readonly clocks: readonly Clock[];
  readonly onJudge: () => void;
  readonly onClocks: () => void;
}

/** What everybody asks first: how bad, how far, who may know, what is due next. */
export function IncidentStrip({ work, clocks, onJudge, onClocks }: IncidentStripProps) {
  const { severity, status, tlp, classification, identifier, organisation } = useWorkView(
    ({ state }) => incidentOf(state),
  );
  const title = useWorkView(({ state }) => state.title ?? '');
  const judge = work.info.readOnly === undefined ? onJudge : undefined;
  return (
    <ul className="fl-strip" aria-label="The incident at a glance">
      <Figure
        name={identifier === '' ? 'No number yet' : visibleLine(identifier)}
        value={visibleLine(title)}
        note={visibleLine(organisation ?? '')}
      />
      <Figure
        name="Severity"
        value={severity === 'unrated' ? 'Not rated' : <SeverityMark severity={severity} />}
        note=""
        onPress={judge}
      />
      <Figure
        name="Status"
        value={STATUS_WORDS[status]}
        note={CSF_FUNCTIONS[status]}
        onPress={judge}
      />
      <Figure
        name="Marking"
        value={<TlpMark tlp={tlp} />}
        note={visibleLine(classification ?? '')}
        onPress={judge}
      />
      <DeadlineFigure clocks={clocks} onPress={onClocks} />
    </ul>
  );
}

function DeadlineFigure({
  clocks,
  onPress,
}: {
  readonly clocks: readonly Clock[];
  readonly onPress: () => void;
}) {
  const times = useSettings((settings) => settings.times);
  const { missed, next, waiting, settled } = sumOf(clocks);
  const first = missed[0] ?? next;
  if (first === undefined) {
    const value =
      clocks.length === 0
        ? 'No deadline yet'
        : waiting > 0
          ? `${countOf(waiting, 'clock')} not running`
          : 'All settled';
    const note = settled === 0 ? 'Choose which rules apply' : countOf(settled, 'deadline');
    return <Figure name="Deadlines" value={value} note={note} onPress={onPress} />;
  }
  const late = missed.length > 0;
  const due = first.due && dueText(first.due, first.deadline, whenText(times));
  const more = late && missed.length > 1 ? ` · ${missed.length} overdue` : '';
  return (
    <Figure
      name={late ? 'Overdue' : 'Due next'}
      value={
        <span className={late ? 'fl-clock-late' : undefined}>
          {late ? '! ' : ''}
          {stateText(first)}: {visibleLine(first.deadline.title)}
        </span>
      }
      note={`${due ?? ''}${more}`}
      onPress={onPress}
    />
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: ReactNode;
  readonly note: string;
  readonly onPress?: (() => void) | undefined;
}

function Figure({ name, value, note, onPress }: FigureProps) {
  const figure = (
    <span className="fl-strip-figure">
      <span className="fl-strip-name">{name}</span>
      <span className="fl-strip-value">{value}</span>
      <span className="fl-faint">{note === '' ? ' ' : note}</span>
    </span>
  );
  return (
    <li>
      {onPress === undefined ? (
        figure
      ) : (
        <Button variant="quiet" className="fl-strip-button" onPress={onPress}>
          {figure}
        </Button>
      )}
    </li>
  );
}
