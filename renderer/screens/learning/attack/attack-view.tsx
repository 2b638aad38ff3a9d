import { useMemo } from 'react';
import { useStore } from 'zustand';
import { attackMatrix, isNamed } from '#shared/learning/attack-matrix.ts';
import { NO_USE, techniqueUses } from '#shared/learning/technique-use.ts';
import { useCommand } from '#renderer/commands/registry.ts';
import { goTo } from '#renderer/state/navigation.ts';
import { useAttack } from '#renderer/state/use-attack.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ExploreIcon, TagIcon } from '#renderer/ui/icons.ts';
import { detailsPane, Panes } from '#renderer/ui/panes.tsx';
import { layoutOf } from '../learning-place.ts';
import type { LearningPlaceStore } from '../learning-place.ts';
import { AttackBar } from './attack-bar.tsx';
import { shownColumns } from './matrix-entries.ts';
import { MatrixGrid } from './matrix-grid.tsx';
import { TechniqueDrawer } from './technique-drawer.tsx';
import { useAttackActs } from './use-attack-acts.ts';

interface AttackViewProps {
  readonly work: Work;
  readonly store: LearningPlaceStore;
}

const NO_LAYER: ReadonlyMap<string, never> = new Map<string, never>();

/** The techniques of the case in MITRE's matrix, with ways to what shows them. */
export function AttackView({ work, store }: AttackViewProps) {
  const data = useAttack();
  const acts = useAttackActs(work);
  const state = useStore(work.store, (view) => view.state);
  const { usedOnly, unfolded, technique, cell } = useStore(store);
  const uses = useMemo(() => techniqueUses(state), [state]);
  const open = useMemo(() => new Set(unfolded), [unfolded]);
  const columns = useMemo(
    () =>
      shownColumns(attackMatrix(data, uses, usedOnly), open, (sub) => !usedOnly || isNamed(sub)),
    [data, uses, usedOnly, open],
  );
  const close = (): void => store.setState({ technique: undefined });
  useCommand('matrix.close', close, technique !== undefined);
  return (
    <div className="fl-record-view">
      <AttackBar
        data={data}
        named={uses.size}
        usedOnly={usedOnly}
        onUsedOnly={(next) => store.setState({ usedOnly: next, cell: { row: 0, column: 0 } })}
        acts={acts}
      />
      <Panes
        id="learning-attack"
        {...layoutOf(store, 'attack')}
        panes={[
          {
            id: 'matrix',
            label: 'the matrix',
            min: '360px',
            content:
              columns.length === 0 ? (
                <EmptyState
                  icon={TagIcon}
                  title="The case names no technique yet"
                  actions={
                    <>
                      <Button icon={ExploreIcon} onPress={() => goTo('explore')}>
                        Go to Explore
                      </Button>
                      <Button onPress={() => store.setState({ usedOnly: false })}>
                        Show all techniques
                      </Button>
                    </>
                  }
                >
                  In Explore, select events, press t and type a technique: T1059.001, or a word of
                  its name. Findings, board items and response actions have a field for it.
                </EmptyState>
              ) : (
                <MatrixGrid
                  columns={columns}
                  cursor={cell}
                  onCursor={(next) =>
                    store.setState({ cell: { row: next.row, column: next.column } })
                  }
                  open={technique}
                  onOpen={(id) => store.setState({ technique: id })}
                  unfolded={open}
                  onFold={(id) =>
                    store.setState({
                      unfolded: open.has(id)
                        ? unfolded.filter((one) => one !== id)
                        : [...unfolded, id],
                    })
                  }
                  layer={acts.layer?.marks ?? NO_LAYER}
                />
              ),
          },
          ...detailsPane(
            'technique',
            technique === undefined ? undefined : (
              <TechniqueDrawer
                key={technique}
                id={technique}
                data={data}
                use={uses.get(technique) ?? NO_USE}
                state={state}
                mark={acts.layer?.marks.get(technique)}
                onClose={close}
              />
            ),
            { size: '360px', min: '280px' },
          ),
        ]}
      />
    </div>
  );
}
