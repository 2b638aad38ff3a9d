import type { Coverage } from '#shared/model/evidence.ts';
import { bytesText, percentText } from '#renderer/ui/number-text.ts';

interface CoverageBarProps {
  readonly coverage: Coverage;
  readonly size: number;
}

/** Every byte of the file is one of three things. */
export function CoverageBar({ coverage, size }: CoverageBarProps) {
  const { parsed, skipped, unexplained } = coverage.bytes;
  const parts = [
    { id: 'parsed', name: 'Parsed', bytes: parsed },
    { id: 'skipped', name: 'Known, skipped', bytes: skipped },
    { id: 'unexplained', name: 'Unexplained', bytes: unexplained },
  ] as const;
  const skippedBy = Object.entries(coverage.skippedBy).filter(([, bytes]) => bytes > 0);
  return (
    <section className="fl-coverage" aria-label="Coverage">
      <div className="fl-coverage-bar" aria-hidden>
        {parts
          .filter(({ bytes }) => bytes > 0)
          .map(({ id, bytes }) => (
            <span
              key={id}
              className={`fl-coverage-${id}`}
              style={{ flexGrow: bytes / Math.max(1, size) }}
            />
          ))}
      </div>
      <ul className="fl-coverage-key">
        {parts.map(({ id, name, bytes }) => (
          <li key={id}>
            <span className={`fl-coverage-dot fl-coverage-${id}`} aria-hidden />
            {name} <strong>{bytesText(bytes)}</strong>
            {size === 0 ? '' : `, ${percentText(bytes / size)}`}
          </li>
        ))}
      </ul>
      {skippedBy.length === 0 ? null : (
        <p className="fl-faint">
          Skipped:{' '}
          {skippedBy
            .map(([reason, bytes]) => `${reason.replaceAll('-', ' ')} ${bytesText(bytes)}`)
            .join(', ')}
          .
        </p>
      )}
    </section>
  );
}
