import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createEngine, type Engine } from '#main/engine/engine.ts';

export interface StartedEngine {
  readonly folder: string;
  readonly engine: Engine;
  /** Ends the engine in order and starts another on the same folders. */
  again(): Promise<Engine>;
}

/** A real engine on folders of its own, gone when the test is. */
export async function startedEngine(): Promise<StartedEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'fireline-engine-'));
  const start = (): Engine =>
    createEngine({
      paths: { home: join(folder, 'home'), userData: join(folder, 'user') },
      report: (error) => {
        throw error;
      },
    });
  let engine = start();
  onTestFinished(async () => {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    folder,
    engine,
    again: async () => {
      await engine.close();
      engine = start();
      return engine;
    },
  };
}
