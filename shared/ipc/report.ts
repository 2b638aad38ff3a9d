import type { ReportId } from '../model/ids.ts';
import type { RecordBlockKind, ReportNode } from '../model/report.ts';
import type { Block } from '../report/content/block.ts';

export type CitationState =
  | {
      readonly state: 'resolves';
      readonly id: string;
      readonly label: string;
      readonly time?: string;
      readonly where: string;
      readonly message: string;
    }
  | { readonly state: 'missing'; readonly id: string; readonly why: string };

export interface Metric {
  readonly name: string;
  readonly value: string;
  readonly definition: string;
  /** Why it cannot be said, where it cannot. */
  readonly missing?: string;
}

export interface ExportedReport {
  readonly path: string;
  readonly pack: string;
  readonly sha256: string;
  readonly citations: { readonly total: number; readonly resolved: number };
}

export type ReportApi = {
  'report.citations': (p: { ids: readonly string[] }) => readonly CitationState[];
  /** What the report's blocks of records would print now, by the kind of block; only of kinds that it has. */
  'report.records': (p: {
    report: ReportId;
  }) => readonly { readonly kind: RecordBlockKind; readonly blocks: readonly Block[] }[];
  'report.metrics': (p: Record<string, never>) => readonly Metric[];
  /** The whole report as one self-contained HTML document without script, as it will print. */
  'report.html': (p: { report: ReportId; page: 'A4' | 'Letter' }) => {
    html: string;
    header: string;
    footer: string;
  };
  /** Sections of a template in resources/, with new ids, for `report.create`. */
  'report.template': (p: {
    template: string;
  }) => readonly { title: string; level: 1 | 2; appendix: boolean; content: ReportNode }[];
  /** HTML or Markdown to `path`, with a signed proof pack beside it. */
  'report.export': (p: {
    report: ReportId;
    format: 'html' | 'md';
    path: string;
    page: 'A4' | 'Letter';
  }) => ExportedReport;
  /** After the page host printed the PDF to `path`: hashes it, writes the proof pack beside it, records it in the ledger. */
  'report.seal': (p: { report: ReportId; path: string }) => ExportedReport;
};
