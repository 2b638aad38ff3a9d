import { useRead } from '#renderer/bridge/use-read.ts';
import { useAnnouncement } from '#renderer/state/announce.ts';
import { useSession } from '#renderer/state/session-context.tsx';
import { useSettings } from '#renderer/state/settings.ts';
import { useStatus } from '#renderer/state/status.ts';
import { useWorkIfOpen } from '#renderer/state/work-context.tsx';
import { AnalystIcon, ProblemIcon, SealedIcon } from '#renderer/ui/icons.ts';
import { countOf, countText } from '#renderer/ui/number-text.ts';
import { zoneText } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { NextDeadline } from './next-deadline.tsx';
import { SavingState } from './saving-state.tsx';
import './status-bar.css';

/** One line that is always true: what is here, that it is sealed, that work is saved, who and in which zone. */
export function StatusBar() {
  const open = useSession((session) => session.case !== undefined);
  const said = useAnnouncement();
  return (
    <footer className="fl-status" aria-label="Status" data-region>
      {open ? <CaseStatus /> : <span className="fl-status-grow">No case is open</span>}
      <Zone />
      <span className="fl-unseen" role="status" aria-live="polite">
        {said}
      </span>
    </footer>
  );
}

function CaseStatus() {
  const analyst = useSession((session) => session.case?.analyst.name);
  const { selected } = useStatus();
  const work = useWorkIfOpen();
  const { data: count } = useRead('events.count', { query: '' });
  return (
    <>
      <span>{count === undefined ? '…' : countOf(count.all, 'event')}</span>
      {count?.settled === false ? (
        <span title="New events are being sorted into place; counts already include them.">
          sorting
        </span>
      ) : null}
      {selected === undefined || selected === 0 ? null : (
        <span className="fl-status-strong">{countText(selected)} selected</span>
      )}
      <EvidenceStatus />
      <span className="fl-status-grow" />
      {work === undefined ? null : <NextDeadline />}
      <SavingState />
      {analyst === undefined ? null : (
        <span className="fl-status-analyst" title="Analyst">
          <AnalystIcon size={12} aria-hidden />
          {visibleLine(analyst)}
        </span>
      )}
    </>
  );
}

function EvidenceStatus() {
  const { data: items } = useRead('evidence.list', {});
  if (items === undefined || items.length === 0) return null;
  const issues = items.reduce((sum, item) => sum + (item.coverage?.issues ?? 0), 0);
  const altered = items.filter((item) => item.verified?.intact === false).length;
  const checked = items.filter((item) => item.verified?.intact === true).length;
  return (
    <>
      {issues === 0 ? null : <span>{countOf(issues, 'issue')}</span>}
      {altered > 0 ? (
        <span className="fl-status-altered">
          <ProblemIcon size={12} aria-hidden />
          {countOf(altered, 'file')} altered
        </span>
      ) : (
        <span
          title={`${countOf(items.length, 'file')} sealed by hash, ${countText(checked)} hashed again since`}
        >
          <SealedIcon size={11} aria-hidden />
          {checked === items.length ? 'Sealed and verified' : 'Sealed'}
        </span>
      )}
    </>
  );
}

function Zone() {
  const times = useSettings((settings) => settings.times);
  return <span>Times in {zoneText(times, undefined)}</span>;
}
