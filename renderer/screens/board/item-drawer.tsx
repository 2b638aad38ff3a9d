import { phaseName, tacticOf, techniqueLabel } from '#shared/model/attack.ts';
import type { BoardItem, BoardLink } from '#shared/model/board.ts';
import { PRECISION_NAMES } from '#shared/board/uncertainty.ts';
import type { MomentName } from '#shared/work/op.ts';
import { useEvents } from '#renderer/bridge/use-events.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { Fact } from '#renderer/ui/fact.tsx';
import { CloseIcon, ExploreIcon, RemoveIcon, RenameIcon } from '#renderer/ui/icons.ts';
import { StandingMark } from '#renderer/ui/marks/standing-mark.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { instantText } from '#renderer/ui/time-text.ts';
import { visibleText } from '#renderer/ui/visible-text.ts';
import { LINK_WORDS } from './link-words.ts';

export interface ItemActs {
  readonly edit: () => void;
  readonly link: () => void;
  readonly remove: () => void;
  readonly showEvent: () => void;
  readonly unlink: (link: BoardLink) => void;
  readonly go: (item: BoardItem) => void;
  readonly mark: (moment: MomentName) => void;
}

interface ItemDrawerProps {
  readonly number: string;
  readonly item: BoardItem;
  readonly links: readonly { readonly link: BoardLink; readonly other: BoardItem }[];
  readonly numberOf: (item: BoardItem) => string;
  readonly readOnly: boolean;
  readonly acts: ItemActs;
  readonly onClose: () => void;
}

const MOMENTS: readonly { readonly id: MomentName; readonly label: string }[] = [
  { id: 'first-activity', label: 'First known activity' },
  { id: 'aware', label: 'Organisation aware' },
  { id: 'detected', label: 'Detected' },
  { id: 'contained', label: 'Contained' },
  { id: 'eradicated', label: 'Eradicated' },
  { id: 'recovered', label: 'Recovered' },
];

/** All that is said of one board item, and what can be done with it. */
export function ItemDrawer(props: ItemDrawerProps) {
  const { number, item, links, numberOf, readOnly, acts, onClose } = props;
  const times = useSettings((settings) => settings.times);
  const event = useEvents(item.event === undefined ? [] : [item.event]).get(
    item.event ?? ('' as never),
  );
  return (
    <Drawer
      label={`Board item ${number}`}
      title={number}
      onClose={onClose}
      controls={
        readOnly ? undefined : (
          <>
            <IconButton size="small" icon={RenameIcon} label="Edit" keys="e" onPress={acts.edit} />
            <IconButton
              size="small"
              icon={RemoveIcon}
              label="Take off the board"
              keys="Delete"
              onPress={acts.remove}
            />
          </>
        )
      }
    >
      <div className="fl-board-detail">
        <h2 className="fl-board-heading">
          <StandingMark standing={item.standing} confidence={item.confidence} />
          {visibleText(item.title)}
        </h2>
        <p className="fl-selectable">{visibleText(item.reason)}</p>
        <dl className="fl-facts">
          <Fact name="Time">
            {item.time === undefined
              ? 'not known'
              : `${instantText(item.time, item.precision, times)} ${times === 'utc' ? 'UTC' : 'local'}, to the ${PRECISION_NAMES[item.precision]}`}
          </Fact>
          {item.end === undefined ? null : (
            <Fact name="Until">{instantText(item.end, item.precision, times)}</Fact>
          )}
          <Fact name="Known">{`${item.standing}, ${item.confidence} confidence`}</Fact>
          <Fact name="Phase">{phaseName(item.phase)}</Fact>
          {item.tactic === undefined ? null : (
            <Fact name="Tactic">{tacticOf(item.tactic)?.name ?? item.tactic}</Fact>
          )}
          {item.technique === undefined ? null : (
            <Fact name="Technique">{techniqueLabel(item.technique)}</Fact>
          )}
          {item.host === undefined ? null : <Fact name="Host">{visibleText(item.host)}</Fact>}
          {item.actor === undefined ? null : <Fact name="Actor">{visibleText(item.actor)}</Fact>}
          {item.basis === undefined ? null : (
            <Fact name="Known from">{visibleText(item.basis)}</Fact>
          )}
          {item.event === undefined ? null : (
            <Fact name="Event">
              {event === null
                ? 'not in this case any more'
                : event === undefined
                  ? '…'
                  : visibleText(event.message)}
            </Fact>
          )}
        </dl>
        <LinkList links={links} item={item} numberOf={numberOf} readOnly={readOnly} acts={acts} />
        <div className="fl-board-acts">
          {item.event === undefined ? null : (
            <Button icon={ExploreIcon} onPress={acts.showEvent}>
              Show in Explore
            </Button>
          )}
          {readOnly ? null : <Button onPress={acts.link}>Link…</Button>}
          {readOnly || item.time === undefined ? null : (
            <Menu
              label="Mark this moment as"
              trigger={<Button>Mark moment as…</Button>}
              groups={[
                {
                  id: 'moments',
                  entries: MOMENTS.map(({ id, label }) => ({
                    id,
                    label,
                    run: () => acts.mark(id),
                  })),
                },
              ]}
            />
          )}
        </div>
      </div>
    </Drawer>
  );
}

type LinkListProps = Pick<ItemDrawerProps, 'links' | 'item' | 'numberOf' | 'readOnly' | 'acts'>;

function LinkList({ links, item, numberOf, readOnly, acts }: LinkListProps) {
  if (links.length === 0) return null;
  return (
    <ul className="fl-board-links" aria-label="Links">
      {links.map(({ link, other }) => (
        <li key={`${link.from} ${link.kind} ${link.to}`}>
          <span className="fl-muted">
            {link.from === item.id ? LINK_WORDS[link.kind].forth : LINK_WORDS[link.kind].back}
          </span>
          <Button variant="quiet" size="small" onPress={() => acts.go(other)}>
            {`${numberOf(other)} ${visibleText(other.title)}`}
          </Button>
          {readOnly ? null : (
            <IconButton
              size="small"
              icon={CloseIcon}
              label="Remove this link"
              onPress={() => acts.unlink(link)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
