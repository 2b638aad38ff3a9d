import type { BoardLink } from '#shared/model/board.ts';

/** A place in the drawing, in pixels from the upper left corner of its lanes. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Links as curves beneath the items: how they are dashed says their kind, as on paper. */
export class DrawingLinks {
  private readonly svg = document.createElementNS(SVG, 'svg');

  /** Over `background`, under what comes after it. */
  constructor(background: HTMLElement) {
    this.svg.classList.add('fl-drawn-links');
    background.after(this.svg);
  }

  /** `spotOf` gives no place for what is not on screen: its links are not drawn. */
  draw(
    links: readonly BoardLink[],
    spotOf: (id: string) => Spot | undefined,
    selected: string | undefined,
  ): void {
    this.svg.replaceChildren(
      ...links.flatMap((link) => {
        const [from, to] = [spotOf(link.from), spotOf(link.to)];
        if (from === undefined || to === undefined) return [];
        const path = document.createElementNS(SVG, 'path');
        path.setAttribute('d', curve(from, to));
        const chosen = link.from === selected || link.to === selected;
        path.setAttribute('class', `fl-drawn-${link.kind}${chosen ? ' fl-drawn-chosen' : ''}`);
        return [path];
      }),
    );
  }
}

/**
 * Leaves its mark up or down and reaches the other from the side, so that it keeps off the labels, which stand to the
 * right of their marks; between marks of one row it bends.
 */
function curve(from: Spot, to: Spot): string {
  const middle = (from.x + to.x) / 2;
  const oneRow = Math.abs(from.y - to.y) < 6;
  const bend = oneRow ? to.y - 16 : to.y;
  const points = [from.x, from.y, oneRow ? middle : from.x, bend, middle, bend, to.x, to.y];
  const [a, b, ...rest] = points.map((value) => Math.round(value * 10) / 10);
  return `M${a} ${b} C${rest.join(' ')}`;
}
