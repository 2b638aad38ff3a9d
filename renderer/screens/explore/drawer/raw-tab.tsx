import type { EventDetail } from '#shared/model/event.ts';
import { failureOf } from '#renderer/bridge/failure.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { visibleText } from '#renderer/ui/visible-text.ts';
import { fieldsJson, recordText } from './raw-text.ts';

/** Longest record read for its text, in bytes: what one call gives. */
const MOST = 65_536;

/** The record as it stands in the file; a binary one as its fields, with a word on that. */
export function RawTab({ detail }: { readonly detail: EventDetail }) {
  const { data: bytes, error } = useRead('evidence.bytes', {
    evidence: detail.evidence,
    offset: detail.offset,
    length: Math.min(MOST, detail.length),
  });
  if (error !== null && bytes === undefined) {
    return (
      <div className="fl-tab-notice">
        <Notice tone="critical">{failureOf(error).message}</Notice>
      </div>
    );
  }
  if (bytes === undefined) return null;
  const text = recordText(bytes);
  const shown = text ?? fieldsJson(detail.fields);
  return (
    <>
      <div className="fl-raw-head">
        <p className="fl-faint">
          {text === undefined
            ? 'The record is binary: its fields are shown as JSON, its bytes under Hex.'
            : detail.length > MOST
              ? 'The first 64 KiB of the record, as it stands in the file.'
              : 'The record as it stands in the file.'}
        </p>
        <CopyButton text={shown} label="Copy" />
      </div>
      <pre className="fl-raw-text fl-evidence-text">{visibleText(shown)}</pre>
    </>
  );
}
