import { useState } from 'react';
import {
  Autocomplete,
  Collection,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
} from 'react-aria-components';
import { EntityLine } from '#renderer/entities/entity-line.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { CiteResult } from './cite-results.ts';
import { useCiteSearch } from './use-cite-search.ts';

interface CitePickerProps {
  readonly onChoose: (chosen: CiteResult) => void;
  readonly autoFocus?: boolean;
  /** What is looked for at first. */
  readonly query?: string;
}

/** Search among the board, findings, entities and events; Enter cites what is marked. */
export function CitePicker({ onChoose, autoFocus = false, query: first = '' }: CitePickerProps) {
  const [query, setQuery] = useState(first);
  const { groups, trouble, asking } = useCiteSearch(query);
  const choose = (key: string): void => {
    const found = groups.flatMap(({ results }) => results).find((result) => result.key === key);
    if (found !== undefined) onChoose(found);
  };
  return (
    <div className="fl-cite-picker">
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField className="fl-field" autoFocus={autoFocus}>
          <Label className="fl-label">Cite an event, a board item, a finding or an entity</Label>
          <Input className="fl-input" placeholder="Words, or a query such as host:ws7" />
        </SearchField>
        {trouble === undefined ? null : <Notice tone="warning">{trouble}</Notice>}
        <ListBox
          className="fl-cite-results"
          aria-label="What can be cited"
          items={groups}
          onAction={(key) => choose(String(key))}
          renderEmptyState={() => (
            <p className="fl-cite-none">
              {asking ? 'Searching…' : 'Nothing in this case matches.'}
            </p>
          )}
        >
          {(group) => (
            <ListBoxSection id={group.title}>
              <Header className="fl-menu-title">{group.title}</Header>
              <Collection items={group.results}>
                {(result) => <Result result={result} />}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  );
}

function Result({ result }: { readonly result: CiteResult }) {
  const { key, label, detail, text, entity } = result;
  if (entity !== undefined) {
    return (
      <ListBoxItem id={key} className="fl-option fl-cite-result" textValue={`${label} ${text}`}>
        <EntityLine row={entity} />
      </ListBoxItem>
    );
  }
  return (
    <ListBoxItem id={key} className="fl-option fl-cite-result" textValue={`${label} ${text}`}>
      <span className="fl-cite-result-head">
        <span className="fl-cite-result-label">{label}</span>
        <span className="fl-faint">{detail}</span>
      </span>
      <span className="fl-cite-result-text">{text}</span>
    </ListBoxItem>
  );
}
