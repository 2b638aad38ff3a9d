import { useRead } from '#renderer/bridge/use-read.ts';
import { PreviewTable } from './preview-table.tsx';

/** What can be computed of the incident; what cannot is said with why. */
export function MetricsPreview() {
  const { data } = useRead('report.metrics', {});
  const known = (data ?? []).filter(({ missing }) => missing === undefined);
  const open = (data?.length ?? 0) - known.length;
  return (
    <PreviewTable
      label="Figures of the incident"
      columns={['Measure', 'Value']}
      rows={known.map(({ name, value }) => ({ key: name, cells: [name, value] }))}
      total={known.length}
      none={data === undefined ? 'Reading…' : 'Nothing can be computed yet.'}
      note={open === 0 ? undefined : `${open} cannot be said yet; the Figures tab says why`}
    />
  );
}
