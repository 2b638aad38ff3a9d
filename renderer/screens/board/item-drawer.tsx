import type { ReactNode } from 'react';
import { phaseName, tacticOf, techniqueLabel } from '#shared/model/attack.ts';
import type { BoardItem, BoardLink } from '#shared/model/board.ts';
import { PRECISION_NAMES } from '#shared/board/uncertainty.ts';
import type { LaneKind } from '#shared/board/lanes.ts';
import { laneKeyOf } from '#shared/board/lanes.ts';
import type { MomentName } from '#shared/work/op.ts';
import { MOMENTS } from '#shared/work/op.ts';
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
import type { LaneChoice } from './board-moves.ts';
import { KEY_TIMES } from '#renderer/key-times/key-times.ts';
import { LINK_WORDS } from './link-words.ts';

export interface ItemActs {
  readonly edit: () => void;
  readonly link: () => void;
  readonly remove: () => void;
  readonly showEvent: () => void;
  readonly unlink: (link: BoardLink) => void;
  readonly go: (item: BoardItem) => void;
  readonly mark: (moment: MomentName) => void;
  readonly toLane: (lane: string) => void;
}

interface ItemDrawerProps {
  readonly number: string;
  readonly item: BoardItem;
  readonly links: readonly { readonly link: BoardLink; readonly other: BoardItem }[];
  readonly numberOf: (item: BoardItem) => string;
  readonly lanes: { readonly by: LaneKind; readonly choices: readonly LaneChoice[] };
  /** Key times that this item is. */
  readonly marked: readonly MomentName[];
  readonly readOnly: boolean;
  readonly acts: ItemActs;
  readonly onClose: () => void;
  /** Where it came from, when it was made from a record. */
  readonly origin?: ReactNode;
}

/** All that is said of one board item, and what can be done with it. */
export function ItemDrawer(props: ItemDrawerProps) {
  const { number, item, links, numberOf, lanes, marked, readOnly, acts, onClose } = props;
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
        {props.origin}
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
                ? 'not among this case’s events'
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
          {readOnly ? null : <ItemMenus item={item} lanes={lanes} marked={marked} acts={acts} />}
        </div>
      </div>
    </Drawer>
  );
}

type ItemMenusProps = Pick<ItemDrawerProps, 'item' | 'lanes' | 'marked' | 'acts'>;

function ItemMenus({ item, lanes, marked, acts }: ItemMenusProps) {
  const lane = laneKeyOf(item, lanes.by);
  return (
    <>
      <Menu
        label="Move to lane"
        trigger={<Button>Move to…</Button>}
        groups={[
          {
            id: 'lanes',
            title: LANE_TITLES[lanes.by],
            entries: lanes.choices.map(({ key, title }) => ({
              id: `lane ${key}`,
              label: visibleText(title),
              checked: key === lane,
              run: () => acts.toLane(key),
            })),
          },
        ]}
      />
      {item.time === undefined && item.event === undefined ? null : (
        <Menu
          label="Set key time"
          trigger={<Button>Set key time…</Button>}
          groups={[
            {
              id: 'moments',
              title: 'This item is the moment of',
              entries: MOMENTS.map((id) => ({
                id,
                label: KEY_TIMES[id].title,
                checked: marked.includes(id),
                run: () => acts.mark(id),
              })),
            },
          ]}
        />
      )}
    </>
  );
}

const LANE_TITLES = { phase: 'Phase', host: 'Host', actor: 'Actor' } as const;

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
