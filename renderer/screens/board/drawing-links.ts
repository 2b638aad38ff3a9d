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

/** From mark to mark; between marks of one row it bends, so that it does not hide behind their labels. */
function curve(from: Spot, to: Spot): string {
  const middle = (from.x + to.x) / 2;
  const bend = Math.abs(from.y - to.y) < 6 ? -16 : 0;
  const [a, b, c, d, e, f, g, h] = [
    from.x,
    from.y,
    middle,
    from.y + bend,
    middle,
    to.y + bend,
    to.x,
    to.y,
  ].map((value) => Math.round(value * 10) / 10);
  return `M${a} ${b} C${c} ${d} ${e} ${f} ${g} ${h}`;
}
