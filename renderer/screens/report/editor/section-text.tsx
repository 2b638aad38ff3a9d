import { useEffect, useRef, useState } from 'react';
import type { ReportId } from '#shared/model/ids.ts';
import type { ReportNode, ReportSection } from '#shared/model/report.ts';
import type { Work } from '#renderer/state/work.ts';
import { SectionEditor } from './section-editor.tsx';
import { sectionQueue } from './section-queue.ts';

interface SectionTextProps {
  readonly work: Work;
  readonly report: ReportId;
  readonly section: ReportSection;
  readonly label: string;
  /** It is where the reader is: made at once. */
  readonly here: boolean;
}

/** How far out of sight a text is made before all others. */
const NEAR = '60% 0px';

/** The text of a section: at once where the reader is or comes to, else when its turn has come. */
export function SectionText({ here, ...props }: SectionTextProps) {
  const [made, setMade] = useState(here);
  const room = useRef<HTMLDivElement>(null);
  const { id, content } = props.section;
  useEffect(() => {
    if (made || room.current === null) return undefined;
    const make = (): void => setMade(true);
    const leave = sectionQueue.join(id, make);
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) make();
      },
      { root: room.current.closest('.fl-report-scroll'), rootMargin: NEAR },
    );
    observer.observe(room.current);
    return () => {
      leave();
      observer.disconnect();
    };
  }, [made, id]);
  if (made) return <SectionEditor {...props} />;
  return <div ref={room} aria-busy style={{ height: roomOf(content) }} />;
}

const CHARACTERS_A_LINE = 90;
const LINE_PX = 23;
const BETWEEN_PX = 10;
const LIVE_PX = 240;

/** About as many pixels as it will take; the browser keeps what is read in place when it turns out otherwise. */
function roomOf(node: ReportNode): number {
  if (node.type === 'live') return LIVE_PX;
  const children = node.content ?? [];
  if (node.type === 'tableRow') return Math.max(0, ...children.map(roomOf));
  if (children.length === 0 || children.some(({ type }) => type === 'text')) {
    const length = children.reduce((sum, { text = '' }) => sum + text.length, 0);
    return Math.max(1, Math.ceil(length / CHARACTERS_A_LINE)) * LINE_PX + BETWEEN_PX;
  }
  return children.reduce((sum, child) => sum + roomOf(child), 0);
}
