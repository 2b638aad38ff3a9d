import type { EntityRef } from '#shared/entities/entity-kinds.ts';
import { edgeQuery, RELATIONS } from '#shared/entities/relations.ts';
import type { Dependent, Rehearsal } from '#shared/entities/rehearsal.ts';
import { SIDE_NAMES } from '#shared/entities/standing-of.ts';
import { showQuery } from '#renderer/state/navigation.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countOf, countText } from '#renderer/ui/number-text.ts';
import { visibleLine, visibleText } from '#renderer/ui/visible-text.ts';
import { SideMark } from '../side-mark.tsx';
import { secondText, timeTitle } from '../times.ts';

interface RehearsalResultProps {
  readonly rehearsal: Rehearsal;
  readonly labelOf: (entity: EntityRef) => string;
}

/** Rows of a section that are shown at first sight. */
const SHOWN = 15;

/** What depended on the target, whose it is, and what stays open. */
export function RehearsalResult({ rehearsal, labelOf }: RehearsalResultProps) {
  const { label, from, to, sections, paths, lines } = rehearsal;
  const times = useSettings((settings) => settings.times);
  const range = { from, to };
  return (
    // It may be longer than the window, and is then scrolled by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="fl-rehearsal" tabIndex={0} role="region" aria-label="Rehearsal">
      <h2>{visibleText(label)}</h2>
      <p className="fl-muted">
        {secondText(from, times)} to {secondText(to, times)} {times === 'utc' ? 'UTC' : 'local'}
      </p>
      <section className="fl-rehearsal-section">
        <h3>
          Ways the intruder would keep{' '}
          <span className="fl-faint">{paths.length === 0 ? '' : countText(paths.length)}</span>
        </h3>
        {paths.length === 0 ? (
          <p className="fl-faint">
            None seen: no other host, account or address that is judged to be the intruder’s reached
            anything in this time.
          </p>
        ) : (
          <table className="fl-plain-table">
            <thead>
              <tr>
                <th scope="col">Who</th>
                <th scope="col">Did</th>
                <th scope="col">Whom</th>
                <th scope="col" className="fl-number">
                  Events
                </th>
                <th scope="col">{timeTitle('Last', times)}</th>
              </tr>
            </thead>
            <tbody>
              {paths.slice(0, SHOWN).map((edge) => (
                <tr key={`${edge.relation} ${edge.from.value} ${edge.to.value}`}>
                  <td>{visibleLine(labelOf(edge.from))}</td>
                  <td className="fl-muted">{RELATIONS[edge.relation].says}</td>
                  <td>{visibleLine(labelOf(edge.to))}</td>
                  <td className="fl-number">
                    <Button
                      size="small"
                      variant="quiet"
                      aria-label={`Show the ${countOf(edge.events, 'event')} of ${visibleLine(labelOf(edge.from))} and ${visibleLine(labelOf(edge.to))}`}
                      onPress={() => showQuery(edgeQuery(edge), range)}
                    >
                      {countText(edge.events)}
                    </Button>
                  </td>
                  <td>{secondText(edge.last, times)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {paths.length > SHOWN ? (
          <p className="fl-faint">and {countText(paths.length - SHOWN)} more</p>
        ) : null}
      </section>
      <div className="fl-rehearsal-sections">
        {sections.map(({ title, rows }) => (
          <section key={title} className="fl-rehearsal-section">
            <h3>
              {title}{' '}
              <span className="fl-faint">{rows.length === 0 ? '' : countText(rows.length)}</span>
            </h3>
            {rows.length === 0 ? (
              <p className="fl-faint">None seen.</p>
            ) : (
              <Dependents rows={rows} />
            )}
          </section>
        ))}
      </div>
      <section className="fl-rehearsal-section">
        <h3>What this evidence can show</h3>
        <ul className="fl-coverage-lines fl-selectable">
          {lines.map((line) => (
            <li key={line}>
              <span>{line}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Dependents({ rows }: { readonly rows: readonly Dependent[] }) {
  const times = useSettings((settings) => settings.times);
  return (
    <>
      <table className="fl-plain-table">
        <thead>
          <tr>
            <th scope="col">Who or what</th>
            <th scope="col" className="fl-number">
              Events
            </th>
            <th scope="col">{timeTitle('Last', times)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map(({ name, side, events, last }) => (
            <tr key={name}>
              <td>
                <span className="fl-entity-name" title={name}>
                  <SideMark side={side} />
                  <span className="fl-rehearsal-name">{visibleLine(name)}</span>
                  {side === 'unknown' ? null : (
                    <span className="fl-faint">{SIDE_NAMES[side].toLowerCase()}</span>
                  )}
                </span>
              </td>
              <td className="fl-number">{countText(events)}</td>
              <td>{secondText(last, times)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More count={rows.length - SHOWN} />
    </>
  );
}

const More = ({ count }: { readonly count: number }) =>
  count > 0 ? <p className="fl-faint">and {countText(count)} more with fewer events</p> : null;
