import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import type { z } from 'zod';
import type { CaseId } from '#shared/model/ids.ts';

interface Place {
  readonly case: string;
  readonly screen: string;
  readonly value: unknown;
}

class PlacesDatabase extends Dexie {
  readonly places!: Table<Place, [string, string]>;

  constructor() {
    super('fireline-places');
    this.version(1).stores({ places: '[case+screen], case' });
  }
}

/** Where the analyst was in one case: query, range, scroll, selection, drawer. Survives restart and crash. */
export interface Places {
  /** What the screen last wrote, when it still has the shape asked for. */
  readonly read: <T>(screen: string, shape: z.ZodType<T>) => T | undefined;
  /** Kept within a fifth of a second. */
  readonly write: (screen: string, value: unknown) => void;
  /** Returns when everything written is stored. */
  readonly flush: () => Promise<void>;
}

const WRITE_AFTER_MS = 200;

export async function openPlaces(caseId: CaseId): Promise<Places> {
  const database = new PlacesDatabase();
  const rows = await database.places.where('case').equals(caseId).toArray();
  const known = new Map(rows.map((row) => [row.screen, row.value]));
  const dirty = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const changed = [...dirty];
    dirty.clear();
    await database.places.bulkPut(
      changed.map((screen) => ({ case: caseId, screen, value: known.get(screen) })),
    );
  };

  return {
    read(screen, shape) {
      const parsed = shape.safeParse(known.get(screen));
      return parsed.success ? parsed.data : undefined;
    },
    write(screen, value) {
      known.set(screen, value);
      dirty.add(screen);
      timer ??= setTimeout(() => void flush(), WRITE_AFTER_MS);
    },
    flush,
  };
}
