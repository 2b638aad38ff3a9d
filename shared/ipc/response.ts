import type { RecordId } from '../model/ids.ts';
import type { Playbook } from '../response/playbook/playbook.ts';

export interface PlaybookEntry {
  readonly playbook: Playbook;
  /** It came by import or was saved here; the others come with Fireline. */
  readonly own: boolean;
}

export interface PlaybookList {
  readonly entries: readonly PlaybookEntry[];
  /** Files in the folder of one's own playbooks that cannot be used, and why, one line each. */
  readonly problems: readonly string[];
  /** That folder. */
  readonly folder: string;
}

/** One self-contained HTML document, and what every page of it carries. */
export interface Printable {
  readonly html: string;
  readonly header: string;
  readonly footer: string;
}

export type ResponseApi = {
  'playbooks.list': (p: Record<string, never>) => PlaybookList;
  /** Reads a playbook file into the folder of one's own. `replaced` is the one of the same id that was there. */
  'playbooks.import': (p: { path: string }) => { playbook: Playbook; replaced?: Playbook };
  /** Writes one of one's own; one of the same id is replaced. */
  'playbooks.save': (p: { playbook: Playbook }) => { replaced?: Playbook };
  /** Deletes one of one's own. */
  'playbooks.remove': (p: { id: string }) => null;
  'playbooks.export': (p: { id: string; path: string }) => null;
  /** Tasks to tick off by hand: of one use of a playbook, or all. `zone` is the IANA name of the zone for times. */
  'response.checklist': (p: {
    playbook?: RecordId;
    page: 'A4' | 'Letter';
    guidance: boolean;
    zone: string;
  }) => Printable;
  /** Writes all tasks or actions as CSV. */
  'response.export': (p: { what: 'tasks' | 'actions'; path: string }) => { rows: number };
};
