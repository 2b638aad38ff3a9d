import type { Custody, EvidenceIssue, EvidenceItem } from '../model/evidence.ts';
import type { EvidenceIndex, JobId } from '../model/ids.ts';

export interface JobProgress {
  readonly job: JobId;
  readonly kind: 'ingest' | 'verify' | 'settle' | 'export' | 'reparse' | 'sample';
  readonly title: string;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly events: number;
  /** Over the last seconds. */
  readonly bytesPerSecond: number;
  readonly secondsLeft?: number;
  readonly files: readonly FileProgress[];
  /** What was done and kept, in one sentence, when it ended. */
  readonly outcome?: string;
}

export interface FileProgress {
  readonly path: string;
  readonly evidence?: EvidenceIndex;
  readonly phase: 'waiting' | 'hashing' | 'parsing' | 'done' | 'cancelled' | 'failed';
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly bytesPerSecond: number;
  readonly secondsLeft?: number;
  readonly events: number;
  readonly issues: number;
}

/** What intake found at the given paths, before anything is read in: only here questions are asked. */
export interface IntakePlan {
  readonly files: readonly {
    readonly path: string;
    readonly size: number;
    readonly format?: string;
    readonly parser?: string;
    readonly confidence?: 1 | 2 | 3;
    /** The format carries no time zone. */
    readonly needsZone: boolean;
    /** For tables: what was detected, to confirm. */
    readonly table?: TablePreview;
  }[];
  readonly refused: readonly { readonly path: string; readonly why: string }[];
  readonly bytes: number;
  readonly freeBytes: number;
}

export interface TablePreview {
  readonly delimiter: string;
  readonly encoding: string;
  readonly header: boolean;
  readonly recognised?: string;
  readonly columns: readonly {
    readonly name: string;
    readonly samples: readonly string[];
    readonly kind: 'time' | 'number' | 'ip' | 'text';
  }[];
  /** Indexes into columns. */
  readonly timeColumn?: number;
  readonly timeFormat?: string;
  readonly hostColumn?: number;
  readonly userColumn?: number;
  readonly messageColumn?: number;
}

/** What the analyst confirmed or changed for one table; passed to the parser as its options. */
export interface TableOptions {
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly header?: boolean;
  readonly timeColumn?: number;
  readonly hostColumn?: number;
  readonly userColumn?: number;
  readonly messageColumn?: number;
}

export interface IngestRequest {
  readonly paths: readonly string[];
  readonly source: string;
  readonly reason: string;
  readonly custody: Custody;
  /** IANA zone for formats that carry none. */
  readonly zone?: string;
  readonly tables?: { readonly [path: string]: TableOptions };
}

export interface IngestOutcome {
  readonly job: JobId;
  readonly cancelled: boolean;
  /** One line for each thing met, in order, refused and duplicate ones included. */
  readonly files: readonly IngestedFile[];
}

/** The line the command line prints for each file. */
export interface IngestedFile {
  readonly path: string;
  readonly parent?: string;
  readonly sha256?: string;
  readonly sha1?: string;
  readonly md5?: string;
  readonly size: number;
  readonly format?: string;
  readonly parser?: string;
  readonly records: number;
  readonly events: number;
  readonly issues: number;
  readonly bytes: {
    readonly parsed: number;
    readonly skipped: number;
    readonly unexplained: number;
  };
  readonly coverage: number;
  readonly seconds: number;
  readonly status: string;
  readonly explanation?: string;
}

export type EvidenceApi = {
  'evidence.plan': (p: { paths: readonly string[] }) => IntakePlan;
  /** A job: returns when all is in, with progress on topic `job`; abort cancels and keeps what is whole. */
  'evidence.ingest': (p: IngestRequest) => IngestOutcome;
  'evidence.list': (p: Record<string, never>) => readonly EvidenceItem[];
  'evidence.issues': (p: { evidence?: number; limit: number }) => readonly EvidenceIssue[];
  /** Raw bytes of a sealed file, for the hex view; at most 64 KiB a call. */
  'evidence.bytes': (p: { evidence: number; offset: number; length: number }) => Uint8Array;
  /** Parses again with the current parser (and another zone or table options), replacing the file's events. */
  'evidence.reparse': (p: {
    evidence: number;
    zone?: string;
    table?: TableOptions;
  }) => IngestedFile;
  'jobs.list': (p: Record<string, never>) => readonly JobProgress[];
  'jobs.cancel': (p: { job: JobId }) => null;
};
