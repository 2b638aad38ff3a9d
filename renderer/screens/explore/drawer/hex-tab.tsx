import type { MarkedRow } from '#shared/model/event.ts';
import { failureOf } from '#renderer/bridge/failure.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { HexView } from '#renderer/ui/hex-view.tsx';
import { Notice } from '#renderer/ui/notice.tsx';

/** Bytes shown before the record, and most bytes shown in all. */
const BEFORE = 32;
const MOST = 4_096;

/** The bytes at the event's place in its file, the record marked. */
export function HexTab({ row }: { readonly row: MarkedRow }) {
  const start = Math.max(0, row.offset - BEFORE);
  const offset = start - (start % 16);
  const { data: bytes, error } = useRead('evidence.bytes', {
    evidence: row.evidence,
    offset,
    length: Math.min(MOST, row.offset - offset + row.length + BEFORE),
  });
  if (error !== null && bytes === undefined) {
    return (
      <div className="fl-tab-notice">
        <Notice tone="critical">{failureOf(error).message}</Notice>
      </div>
    );
  }
  if (bytes === undefined) return null;
  return (
    <>
      <HexView bytes={bytes} offset={offset} mark={{ offset: row.offset, length: row.length }} />
      {row.length > MOST ? (
        <p className="fl-tab-text fl-muted">
          The record goes on. All of its file is under Raw on the Evidence screen.
        </p>
      ) : null}
    </>
  );
}
