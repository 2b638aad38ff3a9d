import { useStore } from 'zustand';
import { ATTACK_VERSION, TACTICS, techniqueById } from '#shared/model/attack.ts';
import type { Finding } from '#shared/model/finding.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FindingIcon } from '#renderer/ui/icons.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import type { FindingsPlaceStore } from './findings-place.ts';

interface TechniqueCountsProps {
  readonly work: Work;
  readonly findings: readonly Finding[];
  readonly store: FindingsPlaceStore;
}

interface Counted {
  readonly id: string;
  readonly name: string;
  readonly findings: number;
  readonly items: number;
}

/** Techniques that findings and board items name, under their tactics. Dismissed findings do not count. */
export function TechniqueCounts({ work, findings, store }: TechniqueCountsProps) {
  const board = useStore(work.store, ({ state }) => state.board);
  const counts = new Map<string, { findings: number; items: number }>();
  const count = (technique: string | undefined, of: 'findings' | 'items'): void => {
    if (technique === undefined) return;
    const known = counts.get(technique) ?? { findings: 0, items: 0 };
    known[of] += 1;
    counts.set(technique, known);
  };
  for (const { technique, status } of findings) {
    if (status !== 'dismissed') count(technique, 'findings');
  }
  for (const { technique } of board.values()) count(technique, 'items');
  if (counts.size === 0) {
    return (
      <EmptyState icon={FindingIcon} title="No technique is named yet">
        Edit a finding or a board item and say which ATT&amp;CK technique it shows.
      </EmptyState>
    );
  }
  const all = [...counts].map(([id, of]): Counted => ({
    id,
    name: techniqueById(id)?.name ?? 'not in the built-in list',
    ...of,
  }));
  const sections = TACTICS.map(({ phase, name }) => ({
    name,
    techniques: all.filter(({ id }) => techniqueById(id)?.tactics.includes(phase) === true),
  }));
  const unnamed = all.filter(({ id }) => techniqueById(id) === undefined);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className="fl-techniques" aria-label="Techniques" tabIndex={0}>
      {[...sections, { name: 'Other', techniques: unnamed }]
        .filter(({ techniques }) => techniques.length > 0)
        .map(({ name, techniques }) => (
          <section key={name} className="fl-tactic" aria-label={name}>
            <h2>{name}</h2>
            <ul>
              {techniques.map((technique) => (
                <TechniqueLine key={technique.id} technique={technique} store={store} />
              ))}
            </ul>
          </section>
        ))}
      <p className="fl-faint fl-techniques-source">
        MITRE ATT&amp;CK version {ATTACK_VERSION}. A technique that serves several tactics stands
        under each. Dismissed findings are not counted.
      </p>
    </section>
  );
}

interface TechniqueLineProps {
  readonly technique: Counted;
  readonly store: FindingsPlaceStore;
}

function TechniqueLine({ technique, store }: TechniqueLineProps) {
  const { id, name, findings, items } = technique;
  const show = (): void =>
    store.setState({ view: 'list', technique: id, status: 'all', cursor: 0, top: 0 });
  return (
    <li className="fl-technique">
      <span className="fl-mono">{id}</span>
      <span className="fl-technique-name">{name}</span>
      {findings === 0 ? (
        <span className="fl-faint">no finding</span>
      ) : (
        <Button
          size="small"
          variant="quiet"
          aria-label={`Show ${countOf(findings, 'finding')} of ${id}`}
          onPress={show}
        >
          {countOf(findings, 'finding')}
        </Button>
      )}
      <span className="fl-faint">{items === 0 ? '' : countOf(items, 'board item')}</span>
    </li>
  );
}
