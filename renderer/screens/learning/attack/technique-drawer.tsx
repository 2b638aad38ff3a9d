import type { AttackData } from '#shared/learning/attack-data.ts';
import { defencesOf } from '#shared/learning/mitigations.ts';
import type { LayerMark } from '#shared/learning/navigator-layer.ts';
import type { TechniqueUse } from '#shared/learning/technique-use.ts';
import { recordOf } from '#shared/work/records.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import { showBoardItem, showFinding, showLearning } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { visibleLine, visibleText } from '#renderer/ui/visible-text.ts';
import { showTaggedEvents } from './technique-links.ts';

interface TechniqueDrawerProps {
  readonly id: string;
  readonly data: AttackData;
  readonly use: TechniqueUse;
  readonly state: WorkState;
  readonly mark: LayerMark | undefined;
  readonly onClose: () => void;
}

/** One technique: what of the case speaks of it, each a way there, and what can be done against it. */
export function TechniqueDrawer({ id, data, use, state, mark, onClose }: TechniqueDrawerProps) {
  const known = data.techniques.find((one) => one.id === id);
  const tactics = data.tactics.filter(({ shortName }) => known?.tactics.includes(shortName));
  const mitigations = (known?.mitigations ?? []).map((one) =>
    `${one} ${data.mitigationNames[one] ?? ''}`.trim(),
  );
  const { findings, items, actions, lookedFor, events, tags } = use;
  const none = findings.length + items.length + actions.length + lookedFor.length + events === 0;
  return (
    <Drawer
      label={`Technique ${id}`}
      title={<span className="fl-mono">{id}</span>}
      onClose={onClose}
    >
      <div className="fl-record-detail">
        <h2 className="fl-record-title">{visibleText(known?.name ?? id)}</h2>
        <p className="fl-muted">
          {known === undefined
            ? 'Not in this version of ATT&CK.'
            : tactics.map(({ name }) => name).join(', ')}
          {known?.replacedBy === undefined ? '' : ` Replaced by ${known.replacedBy}.`}
        </p>
        {none ? <p className="fl-muted">Nothing in the case names it.</p> : null}
        <Links
          title="Findings"
          links={findings.map((one) => ({
            id: one,
            text: state.findings.get(one)?.title ?? '',
            go: () => showFinding(one),
          }))}
        />
        <Links
          title="On the board"
          links={items.map((one) => ({
            id: one,
            text: state.board.get(one)?.title ?? '',
            go: () => showBoardItem(one),
          }))}
        />
        <Links
          title="Events"
          links={
            events === 0
              ? []
              : [
                  {
                    id: 'events',
                    text: `${countOf(events, 'event')} tagged ${tags.join(', ')}`,
                    go: () => showTaggedEvents(tags),
                  },
                ]
          }
        />
        <Lines
          title="Response actions"
          lines={actions.map((one) => recordOf(state, 'action', one)?.title ?? '')}
        />
        <Links
          title="Looked for, not found"
          links={lookedFor.map((one) => ({
            id: one,
            text: recordOf(state, 'negative-finding', one)?.title ?? '',
            go: () => showLearning('looked-for'),
          }))}
        />
        {mark?.comment === undefined ? null : (
          <Lines title="The layer says" lines={[mark.comment]} />
        )}
        <Lines title="Mitigations" lines={mitigations} />
        <Lines title="D3FEND" lines={defencesOf(id)} />
      </div>
    </Drawer>
  );
}

interface LinksProps {
  readonly title: string;
  readonly links: readonly {
    readonly id: string;
    readonly text: string;
    readonly go: () => void;
  }[];
}

function Links({ title, links }: LinksProps) {
  if (links.length === 0) return null;
  return (
    <section className="fl-record-block">
      <h3 className="fl-label">{title}</h3>
      <ul className="fl-learning-links" aria-label={title}>
        {links.map(({ id, text, go }) => (
          <li key={id}>
            <Button variant="quiet" size="small" className="fl-learning-link" onPress={go}>
              {visibleLine(text)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="fl-record-block">
      <h3 className="fl-label">{title}</h3>
      <ul className="fl-learning-lines fl-selectable">
        {lines.map((line) => (
          <li key={line}>{visibleLine(line)}</li>
        ))}
      </ul>
    </section>
  );
}
