import { createContext, useContext } from 'react';
import type { ReportId } from '#shared/model/ids.ts';

const Context = createContext<ReportId | undefined>(undefined);

/** Names the report that is on screen to everything within. */
export const OpenReportId = Context.Provider;

export function useOpenReportId(): ReportId {
  const id = useContext(Context);
  if (id === undefined) throw new Error('this is shown within a report only');
  return id;
}
