import type { IngestRequest, IngestedFile } from '#shared/ipc/evidence.ts';
import type { CaseLayout } from '../casefile/case-layout.ts';
import type { Ledger } from '../casefile/ledger.ts';
import type { ContainerLimits } from './containers/limits.ts';
import type { Hasher } from './hasher.ts';
import type { Parsed, SealedEvidence } from './sealed-evidence.ts';

/** What an intake needs of the case and of the engine. */
export interface IntakeParts {
  readonly layout: CaseLayout;
  readonly ledger: Ledger;
  readonly hasher: Hasher;
  /** Program, version and system, for the ledger. */
  readonly tool: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly limits?: ContainerLimits;
  /** Finds the format, reads the events into the store. Cancelled parses are `partial`, never a throw. */
  parse(file: SealedEvidence, request: IngestRequest, signal: AbortSignal): Promise<Parsed>;
}

/** Is told how an intake goes. */
export interface IntakeWatcher {
  found(files: number, bytes: number): void;
  reading(path: string, size: number): void;
  /** Bytes since the last call. */
  read(path: string, bytes: number): void;
  sealed(file: SealedEvidence): void;
  ended(file: IngestedFile): void;
}
