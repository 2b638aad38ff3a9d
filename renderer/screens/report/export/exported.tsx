import type { ExportedReport } from '#shared/ipc/report.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { Fact } from '#renderer/ui/fact.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';

/** What was written, and what ties it to the evidence. */
export function Exported({ made }: { readonly made: ExportedReport }) {
  const { path, pack, sha256, citations } = made;
  const all = citations.resolved === citations.total;
  return (
    <>
      {all ? null : (
        <Notice tone="warning">
          {citations.total - citations.resolved} of {citations.total} citations do not resolve. The
          proof pack names them.
        </Notice>
      )}
      <dl className="fl-facts fl-exported">
        <Fact name="Report" acts={<CopyButton text={path} label="Copy the path" />}>
          <span className="fl-mono">{visibleLine(path)}</span>
        </Fact>
        <Fact name="SHA-256" acts={<CopyButton text={sha256} label="Copy the digest" />}>
          <span className="fl-mono">{sha256}</span>
        </Fact>
        <Fact name="Citations">
          {citations.resolved} of {citations.total} resolve to sealed evidence
        </Fact>
        <Fact name="Proof pack" acts={<CopyButton text={pack} label="Copy the path" />}>
          <span className="fl-mono">{visibleLine(pack)}</span>
        </Fact>
      </dl>
    </>
  );
}
