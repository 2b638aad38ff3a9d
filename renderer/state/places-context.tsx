import { createContext, useContext, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { CaseId } from '#shared/model/ids.ts';
import { beforeClose } from './flush.ts';
import { goTo, navigation, type ScreenId } from './navigation.ts';
import { openPlaces } from './places.ts';
import type { Places } from './places.ts';

const Context = createContext<Places | undefined>(undefined);

export function usePlaces(): Places {
  const places = useContext(Context);
  if (places === undefined) throw new Error('usePlaces is used while no case is open');
  return places;
}

const shellPlace = z.object({
  screen: z.enum([
    'evidence',
    'explore',
    'findings',
    'board',
    'entities',
    'incident',
    'response',
    'learning',
    'report',
    'activity',
    'settings',
  ]),
});

interface PlacesProviderProps {
  readonly caseId: CaseId;
  readonly children: ReactNode;
}

/** Reads where the analyst was in this case, goes back there, and keeps it from then on. Mounted anew for each case. */
export function PlacesProvider({ caseId, children }: PlacesProviderProps) {
  const [places, setPlaces] = useState<Places>();
  useEffect(() => {
    let gone = false;
    const offs: (() => void)[] = [];
    void openPlaces(caseId).then((opened) => {
      if (gone) return;
      const last = opened.read('shell', shellPlace);
      // An errand, such as evidence handed over at the start, comes before habit.
      if (last !== undefined && navigation.getState().errand === undefined) goTo(last.screen);
      const keep = ({ screen }: { readonly screen: ScreenId }): void =>
        opened.write('shell', { screen });
      // Whoever opened the case may have gone to a screen of it before its place could be kept.
      keep(navigation.getState());
      setPlaces(opened);
      offs.push(beforeClose(opened.flush), navigation.subscribe(keep), () => void opened.flush());
    });
    return () => {
      gone = true;
      for (const off of offs) off();
    };
  }, [caseId]);
  if (places === undefined) return null;
  return <Context value={places}>{children}</Context>;
}
