import type { SectionId } from '#shared/model/ids.ts';
import type { WorkReport } from '#shared/work/work-state.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { notifyFailure } from '#renderer/state/notify.ts';
import { useCommand } from '#renderer/commands/registry.ts';
import type { Work } from '#renderer/state/work.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import { activeEditor } from './editor/active-editor.ts';
import { addSection, moveSection } from './outline/outline-acts.ts';
import { printReport } from './export/export-report.ts';
import type { ReportPlaceStore } from './report-place.ts';
import { openDialog } from './report-dialogs.ts';
import { sectionElementId, showInOutline } from './show-section.ts';

/** What can be done to the report from the keyboard, the palette and the menu. */
export function useReportCommands(
  work: Work,
  report: WorkReport | undefined,
  store: ReportPlaceStore,
): void {
  const engine = useEngine();
  const may = work.info.readOnly === undefined;
  const open = report !== undefined;
  useCommand('report.new', () => openDialog({ kind: 'new' }), may);
  useCommand('report.save-template', () => openDialog({ kind: 'save-template' }), open);
  useCommand('report.redactions', () => openDialog({ kind: 'redactions' }), open);
  useCommand('report.compare', () => openDialog({ kind: 'compare' }), open);
  useCommand(
    'report.print',
    () => {
      if (report === undefined) return;
      const { page } = store.getState();
      void printReport(work, engine, { report: report.id, page }).catch((error: unknown) =>
        notifyFailure('The report was not printed.', error),
      );
    },
    open,
  );
  useCommand('report.preview', () => openDialog({ kind: 'preview' }), open);
  useCommand('report.export-pdf', () => openDialog({ kind: 'export', format: 'pdf' }), open);
  useCommand('report.export-docx', () => openDialog({ kind: 'export', format: 'docx' }), open);
  useCommand('report.export-html', () => openDialog({ kind: 'export', format: 'html' }), open);
  useCommand('report.export-md', () => openDialog({ kind: 'export', format: 'md' }), open);
  useCommand('report.cite', () => openDialog({ kind: 'cite' }), open && may);
  useCommand(
    'report.add-section',
    () => {
      if (report === undefined) return;
      const id = crypto.randomUUID() as string as SectionId;
      const body = addSection(report, activeEditor.getState().section, id);
      void tellDone(work, work.act(body));
      requestAnimationFrame(() => selectTitle(id));
    },
    open && may,
  );
  useCommand('report.outline', showInOutline, open);
  const move = (by: 1 | -1): void => {
    const { section } = activeEditor.getState();
    if (report === undefined || section === undefined) return;
    void tellDone(work, work.actAll(moveSection(report, section, by)));
  };
  useCommand('report.section-up', () => move(-1), open && may);
  useCommand('report.section-down', () => move(1), open && may);
}

/** A new section waits for its name. */
function selectTitle(id: SectionId): void {
  const section = document.getElementById(sectionElementId(id));
  section?.scrollIntoView({ block: 'nearest' });
  const title = section?.querySelector<HTMLInputElement>('.fl-report-heading-input');
  title?.focus({ preventScroll: true });
  title?.select();
}
