import type { ReportId } from '#shared/model/ids.ts';
import type { WorkReport } from '#shared/work/work-state.ts';
import { keysOf } from '#renderer/commands/catalog.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Select } from '#renderer/ui/choice.tsx';
import { AddIcon, ExportIcon, MoreIcon, PreviewIcon } from '#renderer/ui/icons.ts';
import { keyCaps } from '#renderer/ui/key-caps.ts';
import { Menu } from '#renderer/ui/menu.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';

interface ReportHeadProps {
  readonly report: WorkReport;
  readonly reports: readonly WorkReport[];
  readonly onReport: (id: ReportId) => void;
  readonly readOnly: boolean;
}

export function ReportHead({ report, reports, onReport, readOnly }: ReportHeadProps) {
  return (
    <header className="fl-screen-head">
      <h1>Report</h1>
      {reports.length > 1 ? (
        <Select
          label="Report"
          hideLabel
          value={report.id}
          choices={reports.map(({ id, header }) => ({ id, label: visibleLine(header.title) }))}
          onChange={onReport}
        />
      ) : null}
      <Button
        icon={PreviewIcon}
        keys={keyCaps(keysOf('report.preview') ?? '').join(' ')}
        onPress={() => runCommand('report.preview')}
      >
        Preview
      </Button>
      <Button variant="primary" icon={ExportIcon} onPress={() => runCommand('report.export-pdf')}>
        Export…
      </Button>
      <Menu
        label="More"
        placement="bottom end"
        trigger={<IconButton icon={MoreIcon} label="More" />}
        groups={[
          {
            id: 'more',
            entries: [
              {
                id: 'new',
                label: 'New report…',
                icon: AddIcon,
                disabled: readOnly,
                run: () => runCommand('report.new'),
              },
              {
                id: 'redactions',
                label: 'Redactions…',
                run: () => runCommand('report.redactions'),
              },
              {
                id: 'compare',
                label: 'Compare versions…',
                run: () => runCommand('report.compare'),
              },
              {
                id: 'template',
                label: 'Save as a template…',
                run: () => runCommand('report.save-template'),
              },
              { id: 'print', label: 'Print…', run: () => runCommand('report.print') },
              { id: 'docx', label: 'Export Word…', run: () => runCommand('report.export-docx') },
              { id: 'html', label: 'Export HTML…', run: () => runCommand('report.export-html') },
              { id: 'md', label: 'Export Markdown…', run: () => runCommand('report.export-md') },
            ],
          },
        ]}
      />
    </header>
  );
}
