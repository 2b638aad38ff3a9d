import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as TabSet } from 'react-aria-components';
import './tabs.css';

export interface TabEntry<T extends string> {
  readonly id: T;
  readonly label: string;
  /** Small figure after the label, e.g. how many issues. */
  readonly count?: number;
  readonly content: ReactNode;
}

interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly TabEntry<T>[];
  readonly selected: T;
  readonly onSelect: (tab: T) => void;
}

export function Tabs<T extends string>({ label, tabs, selected, onSelect }: TabsProps<T>) {
  return (
    <TabSet
      className="fl-tabs"
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find(({ id }) => id === key);
        if (tab !== undefined) onSelect(tab.id);
      }}
    >
      <TabList className="fl-tab-list" aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="fl-tab">
            {tab.label}
            {tab.count === undefined || tab.count === 0 ? null : (
              <span className="fl-tab-count">{tab.count.toLocaleString('en')}</span>
            )}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="fl-tab-panel">
          {tab.content}
        </TabPanel>
      ))}
    </TabSet>
  );
}
