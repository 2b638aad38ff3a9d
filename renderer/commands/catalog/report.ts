import type { CommandSpec } from '../command.ts';

export const REPORT_COMMANDS = [
  { id: 'report.new', name: 'New report…', scope: 'anywhere', keys: [] },
  {
    id: 'report.save-template',
    name: 'Save the report as a template…',
    scope: 'report',
    keys: [],
  },
  { id: 'report.redactions', name: 'Redactions of the report…', scope: 'report', keys: [] },
  { id: 'report.compare', name: 'Compare versions of the report…', scope: 'report', keys: [] },
  { id: 'report.export-pdf', name: 'Export the report as PDF…', scope: 'anywhere', keys: [] },
  { id: 'report.print', name: 'Print the report…', scope: 'anywhere', keys: [] },
  { id: 'report.export-docx', name: 'Export the report as Word…', scope: 'anywhere', keys: [] },
  { id: 'report.export-html', name: 'Export the report as HTML…', scope: 'anywhere', keys: [] },
  { id: 'report.export-md', name: 'Export the report as Markdown…', scope: 'anywhere', keys: [] },
  { id: 'report.preview', name: 'Preview the report', scope: 'report', keys: ['$mod+p'] },
  { id: 'report.cite', name: 'Cite in the report…', scope: 'report', keys: ['$mod+Shift+e'] },
  {
    id: 'report.add-section',
    name: 'Add a section to the report',
    scope: 'report',
    keys: ['$mod+Shift+n'],
  },
  {
    id: 'report.outline',
    name: 'From the text to the outline',
    scope: 'report',
    keys: ['Escape'],
    inPalette: false,
  },
  {
    id: 'report.section-up',
    name: 'Move the section up',
    scope: 'report',
    keys: ['$mod+Shift+ArrowUp'],
  },
  {
    id: 'report.section-down',
    name: 'Move the section down',
    scope: 'report',
    keys: ['$mod+Shift+ArrowDown'],
  },
] as const satisfies readonly CommandSpec[];
