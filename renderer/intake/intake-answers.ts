import type { IngestRequest, IntakePlan, TableOptions } from '#shared/ipc/evidence.ts';
import type { Custody } from '#shared/model/evidence.ts';

/** What the analyst said in the dialog. */
export interface Answers {
  readonly source: string;
  readonly reason: string;
  readonly custody: Custody;
  /** IANA zone, for formats that carry none. */
  readonly zone?: string;
  readonly tables: { readonly [path: string]: TableOptions };
  /** Name of the case to make, when none is open. */
  readonly caseTitle: string;
}

/** Tables whose layout no tool's format explains: only these are shown for confirmation. */
export const tablesToConfirm = (plan: IntakePlan): IntakePlan['files'] =>
  plan.files.filter(({ table }) => table !== undefined && table.recognised === undefined);

export const needsZone = (plan: IntakePlan): boolean => plan.files.some((file) => file.needsZone);

/** Copies need their size again in the case; 2 % more for the event store's own files is not reserved here. */
export const lacksRoom = (plan: IntakePlan, custody: Custody): boolean =>
  custody === 'copy' && plan.bytes > plan.freeBytes;

/** Why it cannot start yet, as one sentence; undefined when it can. */
export function missingAnswer(
  plan: IntakePlan,
  answers: Answers,
  caseOpen: boolean,
): string | undefined {
  if (plan.files.length === 0) return 'There is nothing here that can be added.';
  if (!caseOpen && answers.caseTitle.trim() === '') return 'Give the case a name.';
  if (answers.source.trim() === '') return 'Say where the files come from.';
  if (answers.reason.trim() === '') return 'Say why they are added.';
  if (needsZone(plan) && answers.zone === undefined) return 'Choose the zone of the local times.';
  if (lacksRoom(plan, answers.custody)) return 'There is not enough room for copies on this disk.';
  return undefined;
}

export const ingestRequest = (paths: readonly string[], answers: Answers): IngestRequest => ({
  paths,
  source: answers.source.trim(),
  reason: answers.reason.trim(),
  custody: answers.custody,
  ...(answers.zone === undefined ? {} : { zone: answers.zone }),
  ...(Object.keys(answers.tables).length === 0 ? {} : { tables: answers.tables }),
});
