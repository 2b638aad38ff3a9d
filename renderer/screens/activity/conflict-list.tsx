import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useSettings } from '#renderer/state/settings.ts';
import { tell } from '#renderer/state/work-acts.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { instantText } from '#renderer/ui/time-text.ts';
import { visibleLine, visibleText } from '#renderer/ui/visible-text.ts';
import { instantFromMs } from '#shared/model/time.ts';
import { conflicts } from '#shared/work/conflicts.ts';
import type { Conflict } from '#shared/work/conflicts.ts';
import type { FieldWrite } from '#shared/work/field-writes.ts';
import { parseHlc } from '#shared/work/hlc.ts';
import { conflictTitle, versionText } from './conflict-text.ts';

/** What analysts set without knowing of each other; empty when there is nothing to decide. */
export function ConflictList({ work }: { readonly work: Work }) {
  const version = useStore(work.store, (view) => view.version);
  const { found, incomplete } = useMemo(
    () => conflicts(version < 0 ? [] : work.log.ops, (id) => work.log.counts(id)),
    [work, version],
  );
  if (found.length === 0) return null;
  return (
    <section className="fl-conflicts" aria-labelledby="fl-conflicts-title">
      <h2 id="fl-conflicts-title">
        {incomplete ? 'At least ' : ''}
        {countOf(found.length, 'conflict')}
      </h2>
      <p className="fl-muted">
        Set by different analysts who did not know of each other. The newest counts until you
        choose.
      </p>
      <ul>
        {found.map((conflict) => (
          <ConflictCard key={keyOf(conflict)} conflict={conflict} work={work} />
        ))}
      </ul>
    </section>
  );
}

const keyOf = ({ winner, others }: Conflict): string =>
  [winner, ...others].map(({ op, field }) => `${op.id} ${field}`).join(' ');

interface ConflictCardProps {
  readonly conflict: Conflict;
  readonly work: Work;
}

function ConflictCard({ conflict, work }: ConflictCardProps) {
  const title = visibleLine(conflictTitle(conflict, work.log.state));
  return (
    <li className="fl-conflict">
      <h3>{title}</h3>
      <ul>
        {[conflict.winner, ...conflict.others].map((version) => (
          <Version
            key={version.op.id}
            version={version}
            counts={version === conflict.winner}
            about={title}
            work={work}
          />
        ))}
      </ul>
    </li>
  );
}

interface VersionProps {
  readonly version: FieldWrite;
  readonly counts: boolean;
  readonly about: string;
  readonly work: Work;
}

function Version({ version, counts, about, work }: VersionProps) {
  const times = useSettings((settings) => settings.times);
  const { op } = version;
  const name = visibleLine(work.log.state.analysts.get(op.analyst)?.name ?? op.analyst);
  const when = instantText(instantFromMs(parseHlc(op.clock).ms), 's', times);
  const label = counts ? 'Keep' : 'Use this';
  return (
    <li className="fl-conflict-version">
      <div>
        <p className="fl-conflict-value fl-selectable">
          {visibleText(versionText(version, work.log.state))}
        </p>
        <p className="fl-faint">
          {name} · {when}
          {counts ? ' · counts now' : ''}
        </p>
      </div>
      {work.info.readOnly === undefined ? (
        <Button
          size="small"
          aria-label={`${label} what ${name} set. ${about}`}
          onPress={() =>
            void tell(work, work.act(version.again, { reason: 'chosen of two versions' }))
          }
        >
          {label}
        </Button>
      ) : null}
    </li>
  );
}
