import type { EvidenceItem } from '#shared/model/evidence.ts';
import type { LedgerEntry } from '#shared/ipc/cases.ts';
import { copyText } from '#renderer/bridge/clipboard.ts';
import { failureOf } from '#renderer/bridge/failure.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { notify } from '#renderer/state/notify.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CopyIcon, IntactIcon } from '#renderer/ui/icons.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import { dateText } from '#renderer/ui/time-text.ts';
import { visibleText } from '#renderer/ui/visible-text.ts';

/** What the custody ledger says about the file: who did what, when. */
export function CustodyTab({ item }: { readonly item: EvidenceItem }) {
  const times = useSettings((settings) => settings.times);
  const { data, error } = useRead('ledger.list', { evidence: item.index });
  if (data === undefined) {
    return error === null ? null : (
      <div className="fl-tab-notice">
        <Notice tone="critical">{failureOf(error).message}</Notice>
      </div>
    );
  }
  const copy = (): void => {
    void copyText(data.entries.map(entryText).join('\n')).then(() =>
      notify({ text: 'The custody entries are on the clipboard.' }),
    );
  };
  return (
    <div className="fl-custody">
      <div className="fl-custody-head">
        {data.intact ? (
          <p>
            <IntactIcon size={14} aria-hidden /> {visibleText(data.detail)}
          </p>
        ) : (
          <Notice tone="critical">{visibleText(data.detail)}</Notice>
        )}
        <Button size="small" variant="quiet" icon={CopyIcon} onPress={copy}>
          Copy
        </Button>
      </div>
      <ol>
        {data.entries.map((entry) => (
          <li key={entry.seq} className="fl-ledger-entry">
            <div className="fl-ledger-when">
              {dateText(entry.at, times)} · {visibleText(entry.actor)}
            </div>
            <div>{visibleText(entry.summary)}</div>
            <div className="fl-mono fl-faint" title={entry.hash}>
              #{entry.seq} {entry.hash.slice(0, 16)}…
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

const entryText = ({ seq, at, actor, kind, summary, hash }: LedgerEntry): string =>
  `${seq}\t${at}\t${actor}\t${kind}\t${summary}\t${hash}`;
