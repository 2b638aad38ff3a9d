import { useMemo } from 'react';
import { boardByTime, findingsBySeverity } from '#shared/work/ordered.ts';
import { incidentOf, recordsOf } from '#shared/work/records.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import { showBoardItem, showFinding, showRecord } from '#renderer/state/navigation.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { Fact } from '#renderer/ui/fact.tsx';
import { SeverityMark } from '#renderer/ui/marks/severity-mark.tsx';
import { StandingMark } from '#renderer/ui/marks/standing-mark.tsx';
import { countOf, countText } from '#renderer/ui/number-text.ts';
import { shortInstantText } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { KnownList } from './known-list.tsx';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const words = (value: string): string => capital(value.replaceAll('-', ' '));

/** The case as it was known: how grave, where it stood, and what was on record. */
export function KnownThen({ state, now }: { readonly state: WorkState; readonly now: WorkState }) {
  const times = useSettings((settings) => settings.times);
  const incident = incidentOf(state);
  const entities = useMemo(
    () =>
      [...recordsOf(state, 'entity').values()]
        .filter(({ verdict }) => verdict !== 'unknown')
        .sort((a, b) => a.value.localeCompare(b.value, 'en')),
    [state],
  );
  const standing = recordsOf(now, 'entity');
  const findings = findingsBySeverity(state.findings);
  const board = boardByTime(state.board);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className="fl-clocks-panel" aria-label="Known then" tabIndex={0}>
      <h2>Known then</h2>
      <dl className="fl-facts">
        <Fact name="Severity">{words(incident.severity)}</Fact>
        <Fact name="Status">{words(incident.status)}</Fact>
      </dl>
      <KnownList
        title={countOf(findings.length, 'finding')}
        lines={findings.map(({ id, title, severity, status }) => ({
          id,
          mark: <SeverityMark severity={severity} />,
          text: `${visibleLine(title)} (${status})`,
          go: now.findings.has(id) ? () => showFinding(id) : undefined,
        }))}
      />
      <KnownList
        title={`${countText(board.length)} on the board`}
        lines={board.map(({ id, title, standing, confidence, time, precision }) => ({
          id,
          mark: <StandingMark standing={standing} confidence={confidence} />,
          text: `${time === undefined ? 'no time' : shortInstantText(time, precision, times)} ${visibleLine(title)}`,
          go: now.board.has(id) ? () => showBoardItem(id) : undefined,
        }))}
      />
      <KnownList
        title={countOf(entities.length, 'entity with a verdict', 'entities with a verdict')}
        lines={entities.map(({ id, value, label = value, verdict, hostile }) => ({
          id,
          text: `${visibleLine(label)}: ${hostile === true ? 'the intruder’s' : verdict}`,
          go: standing.has(id) ? () => showRecord('entity', id) : undefined,
        }))}
      />
    </section>
  );
}
