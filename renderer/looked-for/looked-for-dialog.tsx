import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EventFilter } from '#shared/ipc/events.ts';
import type { SearchOutcome } from '#shared/ipc/learning.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import { TECHNIQUE_ID } from '#shared/model/attack.ts';
import type { NegativeFinding } from '#shared/records/kinds/negative-finding.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { failureOf } from '#renderer/bridge/failure.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import type { Work } from '#renderer/state/work.ts';
import { Field } from '#renderer/ui/field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { countOf, countText } from '#renderer/ui/number-text.ts';
import { TechniqueField } from '#renderer/ui/technique-field.tsx';
import { instantText } from '#renderer/ui/time-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import './looked-for.css';

interface LookedForDialogProps {
  readonly work: Work;
  readonly filter: EventFilter;
  readonly close: () => void;
}

/** Records a search with what it ran over, whether it found anything or not. */
export function LookedForDialog({ work, filter, close }: LookedForDialogProps) {
  const engine = useEngine();
  const [title, setTitle] = useState('');
  const [technique, setTechnique] = useState('');
  const [conclusion, setConclusion] = useState('');
  const [tried, setTried] = useState(false);
  const { data, error } = useQuery<SearchOutcome>({
    queryKey: ['looked-for', filter, work.info.id],
    queryFn: ({ signal }) => engine.call('learning.lookFor', filter, signal),
    staleTime: 0,
    gcTime: 0,
  });
  const missing = title.trim() === '';
  const record = (): void => {
    setTried(true);
    if (missing || data === undefined) return;
    close();
    const finding: NegativeFinding = {
      id: crypto.randomUUID() as string as RecordId,
      type: 'negative-finding',
      title: title.trim(),
      query: filter.query.replaceAll(/\s+/g, ' ').trim(),
      ...data,
      ...(filter.from !== undefined && { from: filter.from as Instant }),
      ...(filter.to !== undefined && { to: filter.to as Instant }),
      ...(TECHNIQUE_ID.test(technique) && { technique }),
      ...(conclusion.trim() !== '' && { conclusion: conclusion.trim() }),
    };
    void tellDone(work, work.act({ kind: 'record.add', record: finding }));
  };
  return (
    <FormDialog
      title="Record as looked for"
      act="Record"
      onAct={record}
      disabled={data === undefined}
      close={close}
    >
      <Field
        label="What was looked for"
        value={title}
        onChange={setTitle}
        placeholder="Logons with a forged Kerberos ticket"
        error={tried && missing ? 'Say in a few words what was looked for.' : undefined}
        required
        autoFocus
        onEnter={record}
        maxLength={500}
      />
      <SearchFacts filter={filter} />
      {error === null ? <Outcome outcome={data} /> : <Failed error={error} />}
      <Field
        label="What that means"
        value={conclusion}
        onChange={setConclusion}
        lines={2}
        placeholder="No ticket was forged while the domain controller kept its log"
        maxLength={100_000}
      />
      <TechniqueField technique={technique} onChange={setTechnique} />
    </FormDialog>
  );
}

function SearchFacts({ filter }: { readonly filter: EventFilter }) {
  const times = useSettings((settings) => settings.times);
  return (
    <dl className="fl-looked-for-search fl-selectable">
      <div>
        <dt>Query</dt>
        <dd className="fl-mono">{filter.query === '' ? 'Every event' : filter.query}</dd>
      </div>
      <div>
        <dt>Time</dt>
        <dd>{rangeText(filter, times)}</dd>
      </div>
    </dl>
  );
}

function rangeText({ from, to }: EventFilter, times: TimeDisplay): string {
  const text = (time: bigint): string => instantText(time as Instant, 's', times);
  if (from === undefined && to === undefined) return 'All of it';
  if (from === undefined) return to === undefined ? '' : `Before ${text(to)}`;
  return to === undefined ? `From ${text(from)}` : `${text(from)} – ${text(to)}`;
}

function Outcome({ outcome }: { readonly outcome: SearchOutcome | undefined }) {
  if (outcome === undefined) return <p className="fl-muted">Searching all evidence…</p>;
  const { matched, denominator, evidence, coverage } = outcome;
  const over = `${countOf(denominator, 'event')} of ${countOf(evidence.length, 'file')}`;
  return (
    <>
      {matched === 0 ? (
        <p aria-live="polite">Nothing found among {over}.</p>
      ) : (
        <Notice tone="warning">
          {countText(matched)} of {over} match: this search found something. A finding says so
          better; recorded here, it stays marked as found.
        </Notice>
      )}
      <section className="fl-looked-for-coverage" aria-label="What it ran over">
        <h3>What it ran over</h3>
        <ul className="fl-selectable">
          {coverage.split('\n').map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Failed({ error }: { readonly error: Error }) {
  return <Notice tone="critical">The search could not be made. {failureOf(error).message}</Notice>;
}
