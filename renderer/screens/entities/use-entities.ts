import { useDeferredValue, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { entityGroups } from '#shared/entities/entity-groups.ts';
import { mentionIndex, NOT_MENTIONED, speakingRecords } from '#shared/entities/mentions.ts';
import type { Mentions } from '#shared/entities/mentions.ts';
import type { MarkedRow } from '#shared/model/event.ts';
import type { EventId } from '#shared/model/ids.ts';
import type { CaseRecord } from '#shared/records/record-kinds.ts';
import type { EntityKind } from '#shared/records/kinds/entity.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import type { WorkState } from '#shared/work/work-state.ts';
import { entityRows } from '#renderer/entities/entity-rows.ts';
import type { EntityRow } from '#renderer/entities/entity-rows.ts';

export interface Entities {
  readonly rows: readonly EntityRow[];
  readonly byId: ReadonlyMap<string, EntityRow>;
  /** Kinds of which there are more than are listed. */
  readonly cut: readonly EntityKind[];
  /** Still being counted. */
  readonly columnsPending: boolean;
  readonly failure: Error | null;
}

/** Everything the case knows by name: from columns at once, from fields once they are read, and by hand. */
export function useEntities(): Entities {
  const columns = useRead('entities.ofColumns', {});
  const fields = useRead('entities.ofFields', {});
  const findings = useWorkView(({ state }) => state.findings);
  const board = useWorkView(({ state }) => state.board);
  // Words are looked through anew only when one of these records changes, and not for every verdict.
  const records = useWorkView(useShallow(({ state }) => speakingRecords(state.records)));
  // A dialog closes and a key is answered before thousands of rows are gone through.
  const groups = useDeferredValue(useWorkView(({ state }) => entityGroups(state)));
  const cited = useMemo(() => citedIn(findings, board), [findings, board]);
  const located = useRead('events.locate', { ids: cited }, { enabled: cited.length > 0 });
  const locating = cited.length > 0 && located.isPending;
  const marked = located.data;
  const mentionsOf = useMemo(
    () => (locating ? noMentions : mentionsIn(findings, board, records, marked ?? [])),
    [findings, board, records, marked, locating],
  );
  const rows = useMemo(
    () =>
      entityRows({
        seen: [...(columns.data?.entities ?? []), ...(fields.data?.entities ?? [])],
        whole: fields.data !== undefined,
        groups,
        mentionsOf,
      }),
    [columns.data, fields.data, groups, mentionsOf],
  );
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  return {
    rows,
    byId,
    cut: [...(columns.data?.cut ?? []), ...(fields.data?.cut ?? [])],
    columnsPending: columns.isPending,
    failure: columns.error ?? fields.error,
  };
}

/** While it is not known what the cited events say: looking through all words twice would hold the page up. */
const noMentions = (): Mentions => NOT_MENTIONED;

function mentionsIn(
  findings: WorkState['findings'],
  board: WorkState['board'],
  records: readonly CaseRecord[],
  marked: readonly (MarkedRow | null)[],
): ReturnType<typeof mentionIndex> {
  const events = new Map(marked.flatMap((row) => (row === null ? [] : [[row.id, row]])));
  return mentionIndex([...findings.values()], [...board.values()], records, events);
}

/** Asked for at most at once. */
const MOST_CITED = 10_000;

const citedIn = (findings: WorkState['findings'], board: WorkState['board']): readonly EventId[] =>
  [
    ...new Set([
      ...[...findings.values()].flatMap(({ events }) => events),
      ...[...board.values()].flatMap(({ event }) => event ?? []),
    ]),
  ].slice(0, MOST_CITED);
