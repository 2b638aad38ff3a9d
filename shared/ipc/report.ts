import type { RecordId, ReportId } from '../model/ids.ts';
import type {
  LiveBlock,
  RecordBlockKind,
  ReportLayout,
  ReportSection,
  ReportState,
} from '../model/report.ts';
import type { PdfAbout } from '../report/pdf-metadata.ts';
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

/** Something that a person should know before the report is given out. */
export interface Gate {
  readonly kind: 'citations' | 'tlp' | 'stale' | 'evidence' | 'unwritten' | 'comments' | 'approval';
  /** One sentence. */
  readonly message: string;
  /** What it is about: sections, citations, files. */
  readonly places: readonly string[];
}

export interface ReleaseState {
  readonly state: ReportState;
  readonly gates: readonly Gate[];
  /** How many places of the report each redaction takes out. */
  readonly redactions: readonly { readonly record: RecordId; readonly places: number }[];
  /** Cited events of whose text something is not shown. */
  readonly redactedCitations: number;
  /** Blocks that are not frozen. */
  readonly live: number;
}

export interface TemplateSummary {
  readonly id: string;
  readonly title: string;
  /** One sentence: what it is for. */
  readonly summary: string;
  readonly own: boolean;
}

/** A section of a template, ready to be given an id and a rank. */
export type TemplateSection = Omit<ReportSection, 'id' | 'rank'>;

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
  /** What stands against giving the report out now, and what its redactions take out. */
  'report.release': (p: { report: ReportId }) => ReleaseState;
  /** What live blocks of a report show now, each as the `content` of a frozen record, and when that is. */
  'report.freeze': (p: { report: ReportId; blocks: readonly LiveBlock[] }) => {
    readonly at: bigint;
    readonly contents: readonly string[];
  };
  /** The frozen blocks of a report, and whether the case says something else by now. */
  'report.frozen': (p: {
    report: ReportId;
  }) => readonly { readonly record: RecordId; readonly stale: boolean }[];
  'report.metrics': (p: Record<string, never>) => readonly Metric[];
  /** The whole report as one self-contained HTML document without script, as it will print. */
  'report.html': (p: { report: ReportId; page: 'A4' | 'Letter' }) => {
    html: string;
    header: string;
    footer: string;
    about: PdfAbout;
  };
  /** What a report can be begun from: what is shipped first, then the analyst's own by title. */
  'report.templates': (p: Record<string, never>) => readonly TemplateSummary[];
  /** A template's sections, for `report.create`. */
  'report.template': (p: { template: string }) => {
    readonly kind: string;
    readonly layout: ReportLayout;
    readonly sections: readonly TemplateSection[];
  };
  /** Keeps sections of a report as a template of one's own; what points into the case is left out. */
  'report.template.save': (p: {
    title: string;
    summary: string;
    kind: string;
    layout: ReportLayout;
    sections: readonly TemplateSection[];
  }) => TemplateSummary;
  'report.template.remove': (p: { template: string }) => null;
  /** Any template as a file, to be given on or changed by hand. */
  'report.template.export': (p: { template: string; path: string }) => null;
  'report.template.import': (p: { path: string }) => TemplateSummary;
  /** Word, HTML or Markdown to `path`, with a signed proof pack beside it. */
  'report.export': (p: {
    report: ReportId;
    format: 'docx' | 'html' | 'md';
    path: string;
    page: 'A4' | 'Letter';
    /** A Word file of the user's own to be filled in (format docx only). */
    wordTemplate?: string;
  }) => ExportedReport;
  /** After the page host printed the PDF to `path`: hashes it, writes the proof pack beside it, records it in the ledger. */
  'report.seal': (p: { report: ReportId; path: string }) => ExportedReport;
};
