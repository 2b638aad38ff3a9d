import type { RecordBlockKind } from '#shared/model/report.ts';
import { failureOf } from '#renderer/bridge/failure.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import { useOpenReportId } from '../open-report.ts';
import { PrintedBlocks } from './printed-blocks.tsx';

/** The first lines of a block of records, from the engine: by the same code as on paper. */
export function RecordsPreview({ kind }: { readonly kind: RecordBlockKind }) {
  const report = useOpenReportId();
  const { data, error } = useRead('report.records', { report });
  if (error !== null) return <Notice tone="warning">{failureOf(error).message}</Notice>;
  const shown = data?.find((one) => one.kind === kind);
  // A block that was just put in is asked for once it is saved.
  if (shown === undefined) return <p className="fl-live-none">Reading…</p>;
  return <PrintedBlocks blocks={shown.blocks} rows={6} />;
}
