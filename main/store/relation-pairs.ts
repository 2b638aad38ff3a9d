import type { RelationId } from '#shared/entities/relations.ts';
import type { Database } from './database.ts';
import type { ScanParts } from './entity-scan.ts';
import type { Extents } from './extents.ts';
import type { Terms } from './terms.ts';

export interface RelationParts extends ScanParts {
  readonly database: Database;
  readonly extents: Extents;
  readonly terms: Terms;
}

/** Two entities by their numbers, with the times of their first and last event. */
export interface PairTable {
  readonly relation: RelationId;
  readonly size: number;
  readonly from: (pair: number) => number;
  readonly to: (pair: number) => number;
  readonly count: (pair: number) => number;
  readonly times: (pair: number) => readonly [bigint, bigint] | undefined;
  /** There were more pairs than are held. */
  readonly atLeast: boolean;
}

export interface RelationTables {
  readonly pairs: readonly PairTable[];
  /** Domains by their number. */
  readonly domains: readonly string[];
}
