import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { WorkDesk } from './work-desk.ts';
import type { Work, WorkView } from './work.ts';

const Context = createContext<WorkDesk | undefined>(undefined);

export const WorkProvider = Context.Provider;

function useDesk(): WorkDesk {
  const desk = useContext(Context);
  if (desk === undefined) throw new Error('the work is used outside of WorkProvider');
  return desk;
}

/** The open case's work; undefined while no case is open or its log is being read. */
export const useWorkIfOpen = (): Work | undefined => useStore(useDesk().store, ({ work }) => work);

/** Why the work of the open case could not be read. */
export const useWorkFailure = () => useStore(useDesk().store, ({ failure }) => failure);

/** The open case's work; for what is shown only once it is there. */
export function useWork(): Work {
  const work = useWorkIfOpen();
  if (work === undefined) throw new Error('useWork is used before the work of a case is open');
  return work;
}

/** A part of the open case's work, again when it changes. */
export const useWorkView = <T,>(select: (view: WorkView) => T): T =>
  useStore(useWork().store, select);
