import type { RecordPlaceStore } from '#renderer/records/record-place.ts';
import { goTo } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import {
  EntitiesIcon,
  EvidenceIcon,
  FilterIcon,
  ProblemIcon,
  WorkingIcon,
} from '#renderer/ui/icons.ts';
import type { EntitiesPlaceStore } from '../entities-place.ts';

interface NoEntitiesProps {
  readonly pending: boolean;
  readonly failure: Error | null;
  readonly onAdd?: (() => void) | undefined;
}

/** No entity at all: not yet counted, not to be read, or none. */
export function NoEntities({ pending, failure, onAdd }: NoEntitiesProps) {
  if (failure !== null) {
    return (
      <EmptyState icon={ProblemIcon} title="The entities could not be read">
        {failure.message}
      </EmptyState>
    );
  }
  if (pending) return <EmptyState icon={WorkingIcon} title="Counting who the events name" />;
  return (
    <EmptyState
      icon={EntitiesIcon}
      title="No entities yet"
      actions={
        <>
          <Button icon={EvidenceIcon} onPress={() => goTo('evidence')}>
            Go to Evidence
          </Button>
          {onAdd === undefined ? null : <Button onPress={onAdd}>New entity…</Button>}
        </>
      }
    >
      Hosts, accounts and addresses appear here as soon as evidence names them. What is known
      without evidence is added by hand.
    </EmptyState>
  );
}

interface NoneShownProps {
  readonly place: EntitiesPlaceStore;
  readonly store: RecordPlaceStore;
}

export function NoneShown({ place, store }: NoneShownProps) {
  const all = (): void => {
    place.setState({ kind: 'all', verdict: 'all', listings: true });
    store.setState({ filter: '' });
  };
  return (
    <EmptyState
      icon={FilterIcon}
      title="No entity matches"
      actions={<Button onPress={all}>Show all entities</Button>}
    >
      There are entities of another kind, verdict or name, or that only a listing of a disk names.
    </EmptyState>
  );
}
