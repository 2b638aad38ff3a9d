import moment from 'moment';
import { DataSet } from 'vis-data';
import { Timeline } from 'vis-timeline';
import type { DataGroup, DataItem, TimelineOptions } from 'vis-timeline';
import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import type { BoardLink } from '#shared/model/board.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { Drawn, Window } from './drawing-items.ts';
import { around, GAP_LANE } from './drawing-items.ts';
import type { Spot } from './drawing-links.ts';
import { DrawingLinks } from './drawing-links.ts';

/** What the drawing tells of what is done to it with the pointer. */
export interface TimelineEvents {
  readonly select: (id: string | undefined) => void;
  readonly open: (id: string) => void;
  readonly window: (window: Window) => void;
  /** Dragged into another lane. */
  readonly toLane: (id: string, lane: string) => void;
}

export interface TimelineLane {
  readonly key: string;
  readonly title: string;
}

/** The library's own type leaves out the order that it sorts lanes by. */
type Lane = DataGroup & { readonly order: number };

const CONTENT = new WeakMap<object, Drawn>();

/**
 * vis-timeline, held to what Fireline needs of it: text only (every label is made as a text node, never as HTML), data
 * given as differences, no more on screen than `drawnItems` lets through.
 */
export class BoardTimeline {
  private readonly items = new DataSet<DataItem>();
  private readonly lanes = new DataSet<Lane>();
  private readonly timeline: Timeline;
  private readonly lanesBox: HTMLElement;
  private readonly overlay: DrawingLinks;
  /** The lanes become narrower once their titles are laid out, of which the library tells nobody. */
  private readonly resized = new ResizeObserver(() => this.drawLinks());
  private shown = new Map<string, Drawn>();
  private links: readonly BoardLink[] = [];
  private laneOrder: readonly string[] = [];
  private selected: string | undefined;

  constructor(
    private readonly element: HTMLElement,
    events: TimelineEvents,
    start: Window,
  ) {
    this.timeline = new Timeline(element, this.items, this.lanes, {
      ...OPTIONS,
      start: start.from,
      end: start.to,
      template: itemElement as NonNullable<TimelineOptions['template']>,
      groupTemplate: laneElement as NonNullable<TimelineOptions['groupTemplate']>,
      onMove: (item, answer) => {
        // The move is an act; the drawing follows the board, never the other way round.
        if (typeof item.group === 'string') events.toLane(String(item.id), item.group);
        // vis-timeline takes null for “no”.
        (answer as (item: DataItem | null) => void)(null);
      },
    });
    // Given a window, the library stays hidden until a range change is over; this window is already the one it has.
    (this.timeline as unknown as { initialRangeChangeDone: boolean }).initialRangeChangeDone = true;
    this.overlay = new DrawingLinks(partOf(element, '.vis-itemset > .vis-background'));
    this.lanesBox = partOf(element, '.vis-itemset');
    this.resized.observe(this.lanesBox);
    this.timeline.on('select', ({ items: [id] }: { items: readonly string[] }) => {
      const drawn = id === undefined ? undefined : this.shown.get(id);
      if (drawn?.kind === 'count') this.look(around({ from: drawn.start, to: drawn.end }));
      else events.select(id);
    });
    this.timeline.on('doubleClick', ({ item }: { item: string | null }) => {
      if (item !== null && this.shown.get(item)?.kind === 'item') events.open(item);
    });
    this.timeline.on('changed', () => this.drawLinks());
    this.timeline.on('rangechanged', ({ start: from, end: to }: { start: Date; end: Date }) =>
      events.window({ from: from.getTime(), to: to.getTime() }),
    );
  }

  show(drawn: readonly Drawn[], lanes: readonly TimelineLane[], links: readonly BoardLink[]): void {
    this.links = links;
    this.updateLanes(lanes);
    const next = new Map(drawn.map((one) => [one.id, one]));
    const gone = [...this.shown.keys()].filter((id) => !next.has(id));
    const changed = drawn.filter((one) => !same(this.shown.get(one.id), one));
    this.shown = next;
    if (gone.length > 0) this.items.remove(gone);
    if (changed.length > 0) this.items.update(changed.map(dataItem));
    this.select(this.selected);
  }

  set(options: { readonly times: TimeDisplay; readonly lanesMovable: boolean }): void {
    const { times, lanesMovable } = options;
    this.timeline.setOptions({
      moment: (at?: moment.MomentInput) => (times === 'utc' ? moment.utc(at) : moment(at)),
      editable: { updateGroup: lanesMovable, updateTime: false, add: false, remove: false },
    });
  }

  /** Stays chosen while it comes and goes as the window moves. */
  select(id: string | undefined): void {
    this.selected = id;
    const known = id !== undefined && this.items.get(id) !== null;
    this.timeline.setSelection(known ? [id] : []);
    this.drawLinks();
  }

  /** Moves the window, as little as needed, so that a moment is in it. */
  reveal(at: number): void {
    const { start, end } = this.timeline.getWindow();
    const [from, to] = [start.getTime(), end.getTime()];
    if (at >= from && at <= to) return;
    const width = to - from;
    this.look({ from: at - width * 0.3, to: at + width * 0.7 });
  }

  look(window: Window): void {
    this.timeline.setWindow(window.from, window.to, { animation: false });
  }

  destroy(): void {
    this.resized.disconnect();
    this.timeline.destroy();
  }

  private drawLinks(): void {
    if (this.links.length === 0) {
      this.overlay.draw([], () => undefined, undefined);
      return;
    }
    const box = this.lanesBox.getBoundingClientRect();
    const spots = new Map<string, Spot>();
    const marks = new Map<string, Element>();
    for (const label of this.lanesBox.querySelectorAll<HTMLElement>('[data-mark]')) {
      const item = label.closest('.vis-item');
      if (item !== null) marks.set(label.dataset['mark'] ?? '', item);
    }
    for (const id of new Set(this.links.flatMap(({ from, to }) => [from, to]))) {
      const mark = marks.get(id);
      const spot = mark === undefined ? this.laneSpot(id, box) : spotOfMark(mark, box);
      if (spot !== undefined) spots.set(id, spot);
    }
    this.overlay.draw(this.links, (id) => spots.get(id), this.selected);
  }

  /** The library leaves out items of lanes that are scrolled away: the middle of the lane, then, at its time. */
  private laneSpot(id: string, box: DOMRect): Spot | undefined {
    const drawn = this.shown.get(id);
    if (drawn?.kind !== 'item') return undefined;
    const labels = this.element.querySelectorAll('.vis-labelset > .vis-label');
    const lane = labels[this.laneOrder.indexOf(drawn.lane)]?.getBoundingClientRect();
    if (lane === undefined) return undefined;
    const { start, end } = this.timeline.getWindow();
    const [from, to] = [start.getTime(), end.getTime()];
    const x = ((drawn.start - from) / (to - from)) * box.width;
    return { x, y: lane.top + lane.height / 2 - box.top };
  }

  private updateLanes(lanes: readonly TimelineLane[]): void {
    this.laneOrder = lanes.map(({ key }) => key);
    const keys = new Set(this.laneOrder);
    const gone = this.lanes.getIds().filter((id) => !keys.has(String(id)));
    if (gone.length > 0) this.lanes.remove(gone);
    const changed = lanes
      .map(({ key, title }, order) => ({
        id: key,
        content: title,
        order,
        className: key === GAP_LANE ? 'fl-drawn-gap-lane' : '',
      }))
      .filter((lane) => {
        const known = this.lanes.get(lane.id);
        return known === null || known.content !== lane.content || known.order !== lane.order;
      });
    if (changed.length > 0) this.lanes.update(changed);
  }
}

function spotOfMark(mark: Element, box: DOMRect): Spot {
  const { left, top, height } = mark.getBoundingClientRect();
  return { x: left - box.left, y: top + height / 2 - box.top };
}

function partOf(element: HTMLElement, selector: string): HTMLElement {
  const part = element.querySelector<HTMLElement>(selector);
  if (part === null) throw new Error(`vis-timeline made no ${selector}`);
  return part;
}

const OPTIONS: TimelineOptions = {
  width: '100%',
  height: '100%',
  stack: true,
  orientation: { axis: 'top', item: 'top' },
  margin: { item: { horizontal: 6, vertical: 3 }, axis: 6 },
  showCurrentTime: false,
  selectable: true,
  multiselect: false,
  zoomMin: 1_000,
  zoomMax: 20 * 365 * 86_400_000,
  groupOrder: 'order',
  verticalScroll: true,
  zoomKey: 'ctrlKey',
  clickToUse: false,
  showTooltips: false,
  xss: { disabled: false },
};

const same = (a: Drawn | undefined, b: Drawn): boolean => {
  if (a === undefined || a.kind !== b.kind || a.start !== b.start || a.end !== b.end) return false;
  if (a.kind === 'item' && b.kind === 'item')
    return a.item === b.item && a.lane === b.lane && a.note === b.note;
  return a.kind !== 'count' || (b.kind === 'count' && a.count === b.count);
};

function dataItem(drawn: Drawn): DataItem {
  const base = { id: drawn.id, start: drawn.start, content: '', className: classOf(drawn) };
  if (drawn.kind === 'gap') {
    const { lane: group, end } = drawn;
    return group === undefined
      ? keep({ ...base, end, type: 'background' }, drawn)
      : keep({ ...base, end, group, type: 'range', selectable: false }, drawn);
  }
  const { lane, end } = drawn;
  const placed = { ...base, group: lane, ...(end !== undefined && { end }) };
  return keep({ ...placed, type: end === undefined ? 'point' : 'range' }, drawn);
}

/** The template gets vis-timeline's copy of an item; its fields are kept, so what it draws travels in one. */
const keep = (item: DataItem, drawn: Drawn): DataItem => {
  const label = { toString: () => drawn.id };
  CONTENT.set(label, drawn);
  return { ...item, label } as DataItem;
};

function classOf(drawn: Drawn): string {
  if (drawn.kind !== 'item') return `fl-drawn-${drawn.kind}`;
  const { standing, confidence } = drawn.item;
  const unsure = drawn.unsure ? ' fl-drawn-unsure' : '';
  return `fl-drawn-item fl-drawn-${standing} fl-drawn-${confidence}${unsure}`;
}

function itemElement(item: { readonly label?: object }): HTMLElement {
  const drawn = item.label === undefined ? undefined : CONTENT.get(item.label);
  const element = document.createElement('span');
  if (drawn === undefined) return element;
  element.className = 'fl-drawn-label';
  if (drawn.kind === 'item') element.dataset['mark'] = drawn.id;
  element.textContent = textOf(drawn);
  if (drawn.kind === 'item' && drawn.note !== undefined) {
    const note = document.createElement('span');
    note.className = 'fl-drawn-note';
    note.textContent = drawn.note;
    element.append(note);
  }
  return element;
}

function textOf(drawn: Drawn): string {
  if (drawn.kind === 'item') return visibleLine(drawn.item.title);
  return drawn.kind === 'gap' ? drawn.text : `+${countOf(drawn.count, 'item')}`;
}

function laneElement(lane: { readonly content?: string } | null): HTMLElement {
  const element = document.createElement('span');
  element.className = 'fl-drawn-lane';
  element.textContent = visibleLine(lane?.content ?? '');
  return element;
}
