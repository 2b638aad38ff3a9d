import type { EntityCoverage } from '../entities/coverage.ts';
import type { EntityRef } from '../entities/entity-kinds.ts';
import type { NamedWork } from '../entities/rehearsal.ts';
import type { RelationEdge } from '../entities/relations.ts';
import type { EntityKind } from '../records/kinds/entity.ts';

/** One thing that events name. */
export interface EntitySeen extends EntityRef {
  /** How events write it, letter for letter. */
  readonly forms: readonly string[];
  /** Columns or names inside `fields` that it was read from, for the query that finds its events. */
  readonly fields: readonly string[];
  readonly events: number;
  /** Of the events with a time. */
  readonly first?: bigint;
  readonly last?: bigint;
  /** Nothing but listings of disks names it: that it was there is all that is known. */
  readonly listed?: true;
}

export interface EntityList {
  /** Most events first within each kind, what is only listed after all others. */
  readonly entities: readonly EntitySeen[];
  /** Kinds of which there are more than are listed. */
  readonly cut: readonly EntityKind[];
}

/** Entities and how they stand to one another. */
export interface EntityGraph {
  /** Most events first. */
  readonly edges: readonly RelationEdge[];
  /** Neighbours that were left out, by kind. */
  readonly others: readonly { readonly kind: EntityKind; readonly count: number }[];
  /** There were more pairs than are counted, so neighbours may be missing. */
  readonly atLeast: boolean;
}

/** An account that came to a host from an address, over and over. */
export interface Logon {
  readonly source: string;
  readonly account: string;
  readonly host: string;
  readonly events: number;
  readonly first?: bigint;
  readonly last?: bigint;
}

/** A page of entities to be printed: text and places only, which the engine makes into a document. */
export interface EntitySheet {
  readonly title: string;
  readonly lead: string;
  readonly drawing?: SheetDrawing;
  readonly tables: readonly {
    readonly title: string;
    readonly columns: readonly { readonly title: string; readonly number: boolean }[];
    /** As many cells as there are columns. */
    readonly rows: readonly (readonly string[])[];
  }[];
  readonly notes: readonly string[];
}

/** A graph stands above the tables; a movement below, where it says again what they list. */
export type SheetDrawing = SheetGraph | SheetMovement;

/** Boxes and what runs between them, in pixels. */
export interface SheetGraph {
  readonly kind: 'graph';
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly label: string;
    /** Drawn stronger: the centre. */
    readonly strong: boolean;
    /** The intruder's. */
    readonly marked: boolean;
  }[];
  readonly curves: readonly {
    readonly from: readonly [x: number, y: number];
    readonly to: readonly [x: number, y: number];
    /** Pixels. */
    readonly weight: number;
  }[];
}

/** Arrows from lane to lane along time, in pixels. */
export interface SheetMovement {
  readonly kind: 'movement';
  readonly title: string;
  /** What it leaves out, if anything. */
  readonly note?: string;
  readonly width: number;
  readonly height: number;
  /** Of the lanes, which stand right of their names and below the times. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly lanes: readonly { readonly y: number; readonly label: string }[];
  readonly moves: readonly {
    readonly x: number;
    readonly from: number;
    readonly to: number;
    /** The intruder's. */
    readonly marked: boolean;
  }[];
}

interface Range {
  /** Inclusive lower and exclusive upper bound, ns. */
  readonly from?: bigint;
  readonly to?: bigint;
}

export type EntitiesApi = {
  /** What stands in columns of events: hosts, accounts, addresses, programs. */
  'entities.ofColumns': (p: Record<string, never>) => EntityList;
  /** What stands in the fields of formats: reads every event, as a job; remembered until events change. */
  'entities.ofFields': (p: Record<string, never>) => EntityList;
  /** The neighbourhood of entities, one or two steps far; the `limit` neighbours with most events. */
  'entities.graph': (
    p: Range & { centre: readonly EntityRef[]; hops: 1 | 2; limit: number },
  ) => EntityGraph;
  /** Logons over the network in the order of their first time. */
  'entities.logons': (p: Range & { limit: number }) => {
    logons: readonly Logon[];
    all: number;
  };
  /** Which address a host's own records of its connections show it to have. */
  'entities.addresses': (p: Record<string, never>) => readonly {
    host: string;
    ip: string;
    events: number;
  }[];
  /** What there is in logs about an entity; `query` finds its events. */
  'entities.coverage': (p: Range & { kind: EntityKind; query: string }) => EntityCoverage;
  /** A sheet as one self-contained document, with what stands on every page of it. */
  'entities.print': (p: { sheet: EntitySheet; page: 'A4' | 'Letter' }) => {
    html: string;
    header: string;
    footer: string;
  };
  /** Values of one field among the matches, most frequent first, with their times. */
  'entities.values': (
    p: Range & { query: string; field: string; limit: number },
  ) => readonly NamedWork[];
};
