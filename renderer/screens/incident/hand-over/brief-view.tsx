import type { Instant } from '#shared/model/time.ts';
import type { Brief } from '#shared/response/hand-over/brief.ts';
import { visibleLine, visibleText } from '#renderer/ui/visible-text.ts';

interface BriefViewProps {
  readonly brief: Brief;
  readonly timeText: (at: Instant) => string;
}

/** The hand-over as a page to read. */
export const BriefView = ({ brief, timeText }: BriefViewProps) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
  <article className="fl-brief" aria-label="Hand-over" tabIndex={0}>
    <header>
      <h2>{visibleLine(brief.title)}</h2>
      <p className="fl-muted">
        From {timeText(brief.since)} to {timeText(brief.until)}
      </p>
    </header>
    {brief.sections.map(({ id, title, lines, none }) => (
      <section key={id} aria-label={title}>
        <h3>{title}</h3>
        {lines.length === 0 ? (
          <p className="fl-faint">{none}</p>
        ) : (
          <ul>
            {lines.map(({ at, text, detail, late }, n) => (
              <li key={n} className={late === true ? 'fl-clock-late' : undefined}>
                {at === undefined ? null : <span className="fl-brief-time">{timeText(at)}</span>}
                <span>
                  {late === true ? '! ' : ''}
                  {visibleText(text)}
                  {detail === undefined ? null : (
                    <span className="fl-brief-detail">{visibleText(detail)}</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    ))}
  </article>
);
