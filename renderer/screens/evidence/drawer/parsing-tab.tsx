import { useState } from 'react';
import type { EvidenceItem } from '#shared/model/evidence.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { notify, notifyFailure } from '#renderer/state/notify.ts';
import { useCase } from '#renderer/state/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Fact } from '#renderer/ui/fact.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { ZoneField } from '#renderer/ui/zone-field.tsx';

const CONFIDENCE = { 1: 'A guess from weak signs', 2: 'Likely', 3: 'Certain' } as const;

/** Which parser read it, with what, and reading it again. */
export function ParsingTab({ item }: { readonly item: EvidenceItem }) {
  const engine = useEngine();
  const { readOnly } = useCase();
  const [zone, setZone] = useState(item.assumedZone);
  const [busy, setBusy] = useState(false);
  if (item.parser === undefined) {
    return (
      <p className="fl-tab-text fl-muted">
        No parser knows this file. Its bytes are sealed and can be looked at under Raw.
      </p>
    );
  }
  const reparse = async (): Promise<void> => {
    setBusy(true);
    try {
      const done = await engine.call('evidence.reparse', {
        evidence: item.index,
        ...(zone === undefined ? {} : { zone }),
      });
      notify({
        text: `Parsed again: ${countOf(done.events, 'event')}, ${countOf(done.issues, 'issue')}.`,
      });
    } catch (error) {
      notifyFailure('The file was not parsed again; its events are as they were.', error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <dl className="fl-facts">
        <Fact name="Format">{item.format ?? 'unknown'}</Fact>
        {item.confidence === undefined ? null : (
          <Fact name="Recognised">{CONFIDENCE[item.confidence]}</Fact>
        )}
        <Fact name="Parser">
          <span className="fl-mono">
            {item.parser}@{item.parserVersion ?? '?'}
          </span>
        </Fact>
        <Fact name="Zone">
          {item.assumedZone === undefined
            ? 'Stated by the format'
            : `${item.assumedZone}, assumed: the format writes none`}
        </Fact>
      </dl>
      {readOnly === undefined ? (
        <div className="fl-reparse">
          {item.assumedZone === undefined ? null : <ZoneField zone={zone} onChange={setZone} />}
          <p className="fl-faint">
            Reading it again replaces its events. Tags, notes and the board stay: events are known
            by where they are in the file.
          </p>
          <Button isDisabled={busy} onPress={() => void reparse()}>
            {busy ? 'Parsing…' : 'Parse again'}
          </Button>
        </div>
      ) : null}
    </>
  );
}
