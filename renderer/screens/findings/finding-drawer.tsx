import { techniqueLabel } from '#shared/model/attack.ts';
import type { MarkedRow } from '#shared/model/event.ts';
import type { Finding } from '#shared/model/finding.ts';
import type { EventId } from '#shared/model/ids.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { Fact } from '#renderer/ui/fact.tsx';
import { BoardIcon, RemoveIcon, RenameIcon } from '#renderer/ui/icons.ts';
import { SeverityMark } from '#renderer/ui/marks/severity-mark.tsx';
import { instantText } from '#renderer/ui/time-text.ts';
import { visibleLine, visibleText } from '#renderer/ui/visible-text.ts';
import { CitedEvents } from './cited-events.tsx';
import { factsOf, STATUS_NAMES } from './finding-rows.ts';
import { spanText } from './span-text.ts';
import { decisionsOn } from './status-history.ts';
import type { FindingActs } from './use-finding-acts.ts';

interface FindingDrawerProps {
  readonly work: Work;
  readonly finding: Finding;
  readonly events: ReadonlyMap<EventId, MarkedRow | null>;
  readonly acts: FindingActs;
}

/** One finding: what it says, what was decided of it by whom, and the events that prove it. */
export function FindingDrawer({ work, finding, events, acts }: FindingDrawerProps) {
  const times = useSettings((settings) => settings.times);
  const facts = factsOf(finding, events);
  const readOnly = work.info.readOnly !== undefined;
  return (
    <Drawer
      label={`Finding ${visibleLine(finding.title)}`}
      title={<SeverityMark severity={finding.severity} />}
      onClose={acts.close}
      controls={
        readOnly ? undefined : (
          <>
            <IconButton
              size="small"
              icon={RenameIcon}
              label="Edit"
              keys="e"
              onPress={() => acts.ask({ kind: 'edit', finding })}
            />
            <IconButton
              size="small"
              icon={RemoveIcon}
              label="Remove the finding"
              keys="Delete"
              onPress={() => acts.remove(finding)}
            />
          </>
        )
      }
    >
      <div className="fl-finding-detail">
        <h2 className="fl-finding-heading">{visibleText(finding.title)}</h2>
        {finding.statement === '' ? null : (
          <p className="fl-finding-statement fl-selectable">{visibleText(finding.statement)}</p>
        )}
        <dl className="fl-facts">
          <Fact name="Status">{STATUS_NAMES[finding.status]}</Fact>
          <Fact name="Confidence">{finding.confidence}</Fact>
          {finding.technique === undefined ? null : (
            <Fact name="Technique">{techniqueLabel(finding.technique)}</Fact>
          )}
          {facts.hosts.length === 0 ? null : (
            <Fact name="Hosts">{facts.hosts.map(visibleLine).join(', ')}</Fact>
          )}
          {facts.first === undefined ? null : (
            <Fact name="First – last">
              {spanText(facts, times)} {times === 'utc' ? 'UTC' : 'local'}
            </Fact>
          )}
        </dl>
        <Decisions work={work} finding={finding} />
        {readOnly ? null : <DrawerActs finding={finding} acts={acts} />}
        <CitedEvents
          finding={finding}
          events={events}
          readOnly={readOnly}
          onCite={() => acts.ask({ kind: 'cite', finding })}
          onChange={(next) => {
            const change = { events: next };
            void tellDone(work, work.act({ kind: 'finding.edit', finding: finding.id, change }));
          }}
        />
      </div>
    </Drawer>
  );
}

function DrawerActs({ finding, acts }: Pick<FindingDrawerProps, 'finding' | 'acts'>) {
  const { status } = finding;
  return (
    <div className="fl-finding-acts">
      {status === 'confirmed' ? null : (
        <Button onPress={() => acts.setStatus(finding, 'confirmed')}>Confirm</Button>
      )}
      {status === 'dismissed' ? null : (
        <Button onPress={() => acts.ask({ kind: 'dismiss', finding })}>Dismiss…</Button>
      )}
      {status === 'open' ? null : (
        <Button onPress={() => acts.setStatus(finding, 'open')}>Open again</Button>
      )}
      <Button icon={BoardIcon} onPress={() => acts.toBoard(finding)}>
        To board
      </Button>
    </div>
  );
}

function Decisions({ work, finding }: Pick<FindingDrawerProps, 'work' | 'finding'>) {
  const times = useSettings((settings) => settings.times);
  const decisions = decisionsOn(work, finding.id);
  if (decisions.length === 0) return null;
  return (
    <ol className="fl-finding-decisions" aria-label="Decisions, newest first">
      {decisions.map(({ status, analyst, at, reason }) => (
        <li key={`${at} ${status}`}>
          {STATUS_NAMES[status]} by {visibleLine(analyst)}
          {reason === undefined ? '' : `: ${visibleLine(reason)}`}
          <span className="fl-faint"> · {instantText(at, 's', times)}</span>
        </li>
      ))}
    </ol>
  );
}
