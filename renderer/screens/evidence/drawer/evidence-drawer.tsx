import { useStore } from 'zustand';
import type { EvidenceItem } from '#shared/model/evidence.ts';
import { showQuery } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { ExploreIcon } from '#renderer/ui/icons.ts';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { EvidencePlaceStore } from '../evidence-place.ts';
import { evidenceQuery } from '../evidence-query.ts';
import { CustodyTab } from './custody-tab.tsx';
import { IssuesTab } from './issues-tab.tsx';
import { ParsingTab } from './parsing-tab.tsx';
import { RawTab } from './raw-tab.tsx';
import { SummaryTab } from './summary-tab.tsx';

interface EvidenceDrawerProps {
  readonly item: EvidenceItem;
  readonly store: EvidencePlaceStore;
}

/** Everything known about one file. */
export function EvidenceDrawer({ item, store }: EvidenceDrawerProps) {
  const tab = useStore(store, (place) => place.tab);
  const rawAt = useStore(store, (place) => place.rawAt);
  const showRaw = (offset: number): void => store.setState({ tab: 'raw', rawAt: offset });
  return (
    <Drawer
      label={`Details of ${item.name}`}
      title={<span className="fl-evidence-text">{visibleLine(item.name)}</span>}
      onClose={() => store.setState({ open: undefined })}
      controls={
        (item.coverage?.events ?? 0) === 0 ? undefined : (
          <Button
            size="small"
            variant="quiet"
            icon={ExploreIcon}
            onPress={() => showQuery(evidenceQuery(item))}
          >
            Explore
          </Button>
        )
      }
    >
      <Tabs
        label="Details"
        selected={tab}
        onSelect={(next) => store.setState({ tab: next })}
        tabs={[
          { id: 'summary', label: 'Summary', content: <SummaryTab item={item} /> },
          { id: 'custody', label: 'Custody', content: <CustodyTab item={item} /> },
          { id: 'parsing', label: 'Parsing', content: <ParsingTab item={item} /> },
          {
            id: 'issues',
            label: 'Issues',
            count: item.coverage?.issues ?? 0,
            content: <IssuesTab item={item} showRaw={showRaw} />,
          },
          {
            id: 'raw',
            label: 'Raw',
            content: <RawTab key={rawAt ?? 0} item={item} start={rawAt ?? 0} />,
          },
        ]}
      />
    </Drawer>
  );
}
