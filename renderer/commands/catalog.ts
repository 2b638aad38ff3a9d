import { APP_COMMANDS } from './catalog/app.ts';
import { BOARD_COMMANDS } from './catalog/board.ts';
import { ENTITIES_COMMANDS } from './catalog/entities.ts';
import { EVIDENCE_COMMANDS } from './catalog/evidence.ts';
import { EXPLORE_COMMANDS } from './catalog/explore.ts';
import { FINDINGS_COMMANDS } from './catalog/findings.ts';
import { GRID_COMMANDS } from './catalog/grid.ts';
import { INCIDENT_COMMANDS } from './catalog/incident.ts';
import { RECORD_COMMANDS } from './catalog/records.ts';
import { LEARNING_COMMANDS } from './catalog/learning.ts';
import { REPORT_COMMANDS } from './catalog/report.ts';
import { RESPONSE_COMMANDS } from './catalog/response.ts';
import type { CommandSpec } from './command.ts';

/** Every command there is. An area adds a file under catalog/ and a line here. */
export const CATALOG = [
  ...APP_COMMANDS,
  ...GRID_COMMANDS,
  ...EXPLORE_COMMANDS,
  ...EVIDENCE_COMMANDS,
  ...BOARD_COMMANDS,
  ...REPORT_COMMANDS,
  ...RESPONSE_COMMANDS,
  ...FINDINGS_COMMANDS,
  ...ENTITIES_COMMANDS,
  ...LEARNING_COMMANDS,
  ...RECORD_COMMANDS,
  ...INCIDENT_COMMANDS,
] as const satisfies readonly CommandSpec[];

export type CommandId = (typeof CATALOG)[number]['id'];

const BY_ID: ReadonlyMap<string, CommandSpec> = new Map(CATALOG.map((spec) => [spec.id, spec]));

export const isCommandId = (id: string): id is CommandId => BY_ID.has(id);

export function commandSpec(id: CommandId): CommandSpec {
  const spec = BY_ID.get(id);
  if (spec === undefined) throw new Error(`No command ${id}`);
  return spec;
}

/** The key shown for a command, where it has one. */
export const keysOf = (id: CommandId): string | undefined => commandSpec(id).keys[0];
