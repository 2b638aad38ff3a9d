import { createContext } from 'react';
import { TECHNIQUES } from '#shared/model/attack.ts';

interface KnownTechnique {
  readonly id: string;
  readonly name: string;
  readonly replacedBy?: string;
}

/** The techniques that fields offer: the built-in table, unless whoever is around them knows more. */
export const KnownTechniques = createContext<readonly KnownTechnique[]>(TECHNIQUES);
