import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AttackData } from '#shared/learning/attack-data.ts';
import type { LayerMark } from '#shared/learning/navigator-layer.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { host } from '#renderer/bridge/host.ts';
import { runCommand, useCommand } from '#renderer/commands/registry.ts';
import { useFileDrops } from '#renderer/state/file-drops.ts';
import { notify, notifyFailure } from '#renderer/state/notify.ts';
import type { Work } from '#renderer/state/work.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import { exportLearning, printLearning } from '../save-file.ts';

/** Techniques that the version still has: ids that it revoked are carried in too. */
const currentOf = ({ techniques }: AttackData): number =>
  techniques.filter(({ replacedBy }) => replacedBy === undefined).length;

export interface Layer {
  readonly name: string;
  readonly marks: ReadonlyMap<string, LayerMark>;
}

export interface AttackActs {
  readonly layer: Layer | undefined;
  readonly dropLayer: () => void;
  readonly carryIn: () => void;
  readonly forget: () => void;
  /** ATT&CK is being read in. */
  readonly reading: boolean;
}

const isAttackBundle = (name: string): boolean => /attack.*\.json$/i.test(name);

/** What can be done with the matrix as a whole. */
export function useAttackActs(work: Work): AttackActs {
  const engine = useEngine();
  const cache = useQueryClient();
  const [layer, setLayer] = useState<Layer>();
  const [reading, setReading] = useState(false);

  const again = (): Promise<void> => cache.invalidateQueries({ queryKey: ['learning.attack'] });
  const read = async (path: string): Promise<void> => {
    setReading(true);
    try {
      const data = await engine.call('learning.importAttack', { path });
      await again();
      notify({
        text: `ATT&CK is carried in: ${countOf(currentOf(data), 'technique')}.`,
      });
    } catch (error) {
      notifyFailure('ATT&CK was not carried in.', error);
    } finally {
      setReading(false);
    }
  };
  const carryIn = async (): Promise<void> => {
    const path = await host().call('dialog.openJson', { title: 'Carry in enterprise-attack.json' });
    if (path !== null) await read(path);
  };
  const readLayer = async (): Promise<void> => {
    const path = await host().call('dialog.openJson', { title: 'Lay a Navigator layer over' });
    if (path === null) return;
    try {
      const { name, marks } = await engine.call('learning.layer', { path });
      setLayer({ name, marks: new Map(marks) });
    } catch (error) {
      notifyFailure('The layer was not read.', error);
    }
  };

  useFileDrops({
    hint: 'MITRE’s enterprise-attack.json is carried in as ATT&CK instead.',
    takes: isAttackBundle,
    take: (path) => void read(path),
  });
  useCommand('attack.import', () => void carryIn());
  useCommand('attack.layer-in', () => void readLayer());
  useCommand(
    'attack.layer-out',
    () =>
      void exportLearning(work, engine, 'layer', {
        title: 'Export a Navigator layer',
        name: 'attack-layer.json',
      }),
  );
  useCommand(
    'attack.print',
    () =>
      void printLearning(work, engine, 'matrix', {
        title: 'Print the techniques',
        name: 'techniques.pdf',
      }),
  );
  return {
    layer,
    reading,
    dropLayer: () => setLayer(undefined),
    carryIn: () => runCommand('attack.import'),
    forget: () => {
      engine
        .call('learning.forgetAttack', {})
        .then(again)
        .then(() => notify({ text: 'The built-in table of ATT&CK is in use again.' }))
        .catch((error: unknown) => notifyFailure('ATT&CK was not forgotten.', error));
    },
  };
}
