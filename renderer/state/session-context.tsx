import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { CaseInfo } from '#shared/model/case.ts';
import type { Session, SessionControl } from './session.ts';

const Context = createContext<SessionControl | undefined>(undefined);

export const SessionProvider = Context.Provider;

export function useSessionControl(): SessionControl {
  const control = useContext(Context);
  if (control === undefined)
    throw new Error('useSessionControl is used outside of SessionProvider');
  return control;
}

export const useSession = <T,>(select: (session: Session) => T): T =>
  useStore(useSessionControl().store, select);

/** The open case; for what is shown only inside one. */
export function useCase(): CaseInfo {
  const info = useSession((session) => session.case);
  if (info === undefined) throw new Error('useCase is used while no case is open');
  return info;
}
