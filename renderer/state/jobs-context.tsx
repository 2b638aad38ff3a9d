import { createContext, useContext } from 'react';
import type { JobsStore } from './jobs.ts';

const Context = createContext<JobsStore | undefined>(undefined);

export const JobsProvider = Context.Provider;

export function useJobsStore(): JobsStore {
  const store = useContext(Context);
  if (store === undefined) throw new Error('useJobsStore is used outside of JobsProvider');
  return store;
}
