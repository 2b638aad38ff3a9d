import { useMemo } from 'react';
import { entityGroups } from '#shared/entities/entity-groups.ts';
import { NOT_MENTIONED } from '#shared/entities/mentions.ts';
import type { Mentions } from '#shared/entities/mentions.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import { entityRows } from './entity-rows.ts';
import type { EntityRow } from './entity-rows.ts';

interface NamedEntities {
  /** Judged ones first; where they are named is left out. */
  readonly rows: readonly EntityRow[];
  /** Events are still being looked through; those with records are there at once. */
  readonly pending: boolean;
}

/** One and the same, so that rows of before are known again. */
const unmentioned = (): Mentions => NOT_MENTIONED;

/** Every entity that can be named. Events are looked through only while somebody asks. */
export function useNamedEntities(asked: boolean): NamedEntities {
  const columns = useRead('entities.ofColumns', {}, { enabled: asked });
  const fields = useRead('entities.ofFields', {}, { enabled: asked });
  const groups = useWorkView(({ state }) => entityGroups(state));
  const rows = useMemo(
    () =>
      asked
        ? entityRows({
            seen: [...(columns.data?.entities ?? []), ...(fields.data?.entities ?? [])],
            whole: fields.data !== undefined,
            groups,
            mentionsOf: unmentioned,
          })
        : [],
    [asked, columns.data, fields.data, groups],
  );
  return { rows, pending: asked && (columns.isPending || fields.isPending) };
}
