import type { WorkReport } from '#shared/work/work-state.ts';
import type { SectionId } from '#shared/model/ids.ts';
import { numberSections } from '#shared/report/numbering.ts';
import type { NumberedSection } from '#shared/report/numbering.ts';
import { hasGuidance, isUnwritten } from '#shared/report/document-parts.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import type { Work } from '#renderer/state/work.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import {
  AddIcon,
  AscendingIcon,
  DescendingIcon,
  MoreIcon,
  RemoveIcon,
} from '#renderer/ui/icons.ts';
import { Menu } from '#renderer/ui/menu.tsx';
import { onRowKeys } from '#renderer/ui/row-keys.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { useActiveEditor } from '../editor/active-editor.ts';
import { showSection } from '../show-section.ts';
import { changeSection, moveSection } from './outline-acts.ts';

interface ReportOutlineProps {
  readonly work: Work;
  readonly report: WorkReport;
}

/** The report's sections in the order they print; each can be gone to, moved, made an appendix or taken out. */
export function ReportOutline({ work, report }: ReportOutlineProps) {
  const { section: active } = useActiveEditor();
  const numbered = numberSections([...report.sections.values()]);
  const may = work.info.readOnly === undefined;
  return (
    <nav className="fl-outline" aria-label="Outline" data-region>
      {/* Its buttons have the focus and hand on the arrows. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol onKeyDown={onRowKeys}>
        {numbered.map((one, n) => (
          <li
            key={one.section.id}
            className={classNames(
              'fl-outline-item',
              one.number.includes('.') && 'fl-outline-below',
              one.section.appendix &&
                numbered[n - 1]?.section.appendix === false &&
                'fl-outline-appendix',
              one.section.id === active && 'fl-outline-active',
            )}
          >
            <OutlineLink one={one} current={one.section.id === active} start={n === 0} />
            {may ? <SectionMenu work={work} report={report} one={one} /> : null}
          </li>
        ))}
      </ol>
      {may ? (
        <Button
          size="small"
          variant="quiet"
          icon={AddIcon}
          onPress={() => runCommand('report.add-section')}
        >
          Add a section
        </Button>
      ) : null}
    </nav>
  );
}

function OutlineLink({
  one,
  current,
  start,
}: {
  readonly one: NumberedSection;
  readonly current: boolean;
  readonly start: boolean;
}) {
  const { section, number } = one;
  const open = isUnwritten(section.content) && hasGuidance(section.content);
  return (
    <button
      type="button"
      className="fl-outline-link"
      data-region-start={start || undefined}
      aria-current={current ? 'location' : undefined}
      onClick={() => showSection(section.id)}
    >
      <span className="fl-outline-number">{number}</span>
      <span className="fl-outline-title">{visibleLine(section.title)}</span>
      {open ? <span className="fl-outline-open">to write</span> : null}
    </button>
  );
}

interface SectionMenuProps extends ReportOutlineProps {
  readonly one: NumberedSection;
}

function SectionMenu({ work, report, one: { section, number } }: SectionMenuProps) {
  const move = (by: 1 | -1): void => {
    void tellDone(work, work.actAll(moveSection(report, section.id, by)));
  };
  const change = (part: Parameters<typeof changeSection>[2]): void => {
    void tellDone(
      work,
      work.act(changeSection(report.id, current(work, report, section.id), part)),
    );
  };
  return (
    <Menu
      label={`Section ${number}`}
      placement="bottom end"
      trigger={
        <IconButton size="small" icon={MoreIcon} label={`Section ${number}: ${section.title}`} />
      }
      groups={[
        {
          id: 'place',
          entries: [
            { id: 'up', label: 'Move up', icon: AscendingIcon, run: () => move(-1) },
            { id: 'down', label: 'Move down', icon: DescendingIcon, run: () => move(1) },
            section.level === 1
              ? { id: 'in', label: 'Put below the chapter before', run: () => change({ level: 2 }) }
              : { id: 'out', label: 'Make it a chapter', run: () => change({ level: 1 }) },
            section.appendix
              ? {
                  id: 'body',
                  label: 'Move to the chapters',
                  run: () => change({ appendix: false }),
                }
              : {
                  id: 'appendix',
                  label: 'Make it an appendix',
                  run: () => change({ appendix: true }),
                },
          ],
        },
        {
          id: 'taking-out',
          entries: [
            {
              id: 'remove',
              label: 'Take out this section',
              icon: RemoveIcon,
              run: () =>
                void tellDone(
                  work,
                  work.act({
                    kind: 'report.section.remove',
                    report: report.id,
                    section: section.id,
                  }),
                ),
            },
          ],
        },
      ]}
    />
  );
}

/** As it is in the log at this moment: the text may have moved on since the menu was drawn. */
function current(work: Work, report: WorkReport, id: SectionId) {
  const section = work.log.state.reports.get(report.id)?.sections.get(id);
  if (section === undefined) throw new Error(`section ${id} is shown but not in the log`);
  return section;
}
