import type { NegativeFinding } from '../records/kinds/negative-finding.ts';
import type { EventFilter } from './events.ts';
import type { AttackData } from '../learning/attack-data.ts';
import type { LayerMark } from '../learning/navigator-layer.ts';

/** One self-contained document for the host's printing. */
export interface LearningSheet {
  readonly html: string;
  readonly header: string;
  readonly footer: string;
}

/** What a search gave, in the fields of a negative finding. */
export type SearchOutcome = Pick<
  NegativeFinding,
  'matched' | 'denominator' | 'evidence' | 'soughtAt'
> & { readonly coverage: string };

export type LearningApi = {
  /** Makes a search over all evidence there is now; nothing is recorded by it. */
  'learning.lookFor': (p: EventFilter) => SearchOutcome;
  /** What was carried in of ATT&CK; null while nothing was, and the built-in table is used. */
  'learning.attack': (p: Record<string, never>) => AttackData | null;
  /** Reads MITRE’s enterprise-attack.json, keeps what Fireline uses of it in the data folder, replacing what was there. */
  'learning.importAttack': (p: { path: string }) => AttackData;
  'learning.forgetAttack': (p: Record<string, never>) => null;
  /** A layer of the ATT&CK Navigator, to be laid over the matrix; nothing is kept of it. */
  'learning.layer': (p: { path: string }) => {
    name: string;
    marks: readonly (readonly [technique: string, mark: LayerMark])[];
  };
  /** The list of improvements as CSV, or the techniques of the case as a layer of the Navigator. */
  'learning.export': (p: { what: 'follow-up' | 'layer'; path: string }) => { sha256: string };
  'learning.print': (p: { what: 'matrix' | 'causes'; page: 'A4' | 'Letter' }) => LearningSheet;
};
