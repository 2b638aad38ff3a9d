import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Method, Params, Value } from '#shared/ipc/engine-api.ts';
import type { CaseId } from '#shared/model/ids.ts';
import { useSession } from '#renderer/state/session-context.tsx';
import { useEngine } from './engine-context.tsx';

interface ReadOptions {
  readonly enabled?: boolean;
  /** Keep showing the previous answer while another is read (the default). */
  readonly keepPrevious?: boolean;
}

/** Reads from the engine: cached by call and parameters, cancelled when nobody looks any more. */
export function useRead<M extends Method>(
  method: M,
  params: Params<M>,
  { enabled = true, keepPrevious = true }: ReadOptions = {},
): UseQueryResult<Value<M>> {
  const engine = useEngine();
  const caseId = useSession((session) => session.case?.id);
  return useQuery<Value<M>, Error, Value<M>, readonly [M, Params<M>, CaseId | undefined]>({
    // The case is part of the key: nothing read from one case may answer a question about another.
    queryKey: [method, params, caseId],
    queryFn: ({ signal }) => engine.call(method, params, signal),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}
