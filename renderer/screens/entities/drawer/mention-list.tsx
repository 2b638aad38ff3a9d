import type { Mentions } from '#shared/entities/mentions.ts';
import { goTo } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { BoardIcon, FindingIcon } from '#renderer/ui/icons.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';

/** Findings and items of the board that name an entity. */
export function MentionList({ mentions: { findings, items } }: { readonly mentions: Mentions }) {
  if (findings.length + items.length === 0) return null;
  return (
    <section className="fl-record-block" aria-label="Where it is named">
      <h3 className="fl-label">Named in</h3>
      <ul className="fl-entity-names">
        {findings.map(({ id, title }) => (
          <li key={id}>
            <Button
              size="small"
              variant="quiet"
              icon={FindingIcon}
              className="fl-entity-mention"
              onPress={() => goTo('findings')}
            >
              {visibleLine(title)}
            </Button>
          </li>
        ))}
        {items.map(({ id, title }) => (
          <li key={id}>
            <Button
              size="small"
              variant="quiet"
              icon={BoardIcon}
              className="fl-entity-mention"
              onPress={() => goTo('board')}
            >
              {visibleLine(title)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
