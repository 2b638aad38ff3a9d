import type { EvidenceItem } from '#shared/model/evidence.ts';
import { freshness, lookedForState } from '#shared/learning/sought-evidence.ts';
import { instantFromMs } from '#shared/model/time.ts';
import type { NegativeFinding } from '#shared/records/kinds/negative-finding.ts';
import { parseHlc } from '#shared/work/hlc.ts';
import { showQuery } from '#renderer/state/navigation.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ExploreIcon, RedoIcon } from '#renderer/ui/icons.ts';
import { countOf, countText } from '#renderer/ui/number-text.ts';
import { instantText } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { LookedForMark } from './looked-for-columns.tsx';
import { filterOf } from './look-again.ts';

interface SearchHeadProps {
  readonly finding: NegativeFinding;
  readonly items: readonly EvidenceItem[];
  readonly busy: boolean;
  readonly onAgain: (() => void) | undefined;
}

const NAMED = 3;

/** What the search gave, whether that still holds, and what can be done. */
export function SearchHead({ finding, items, busy, onAgain }: SearchHeadProps) {
  const { matched, denominator, evidence, coverage } = finding;
  const state = lookedForState(finding, items);
  const { unseen } = freshness(finding, items);
  const { query, ...range } = filterOf(finding);
  return (
    <>
      <p className="fl-looked-for-sum">
        <LookedForMark state={state} />
        {state === 'not-run'
          ? 'This search was not made yet.'
          : `${countText(matched)} of ${countOf(denominator, 'event')} in ${countOf(evidence.length, 'file')}.`}
      </p>
      {state !== 'not-run' && unseen.length > 0 ? (
        <p className="fl-looked-for-unseen">
          It did not run over {countOf(unseen.length, 'file')} that came since:{' '}
          {unseen
            .slice(0, NAMED)
            .map(({ name }) => visibleLine(name))
            .join(', ')}
          {unseen.length > NAMED ? ` and ${countText(unseen.length - NAMED)} more` : ''}.
        </p>
      ) : null}
      <div className="fl-learning-acts">
        {onAgain === undefined ? null : (
          <Button icon={RedoIcon} isDisabled={busy} onPress={onAgain}>
            Look again
          </Button>
        )}
        <Button icon={ExploreIcon} onPress={() => showQuery(query, range)}>
          Open in Explore
        </Button>
      </div>
      {coverage === undefined ? null : (
        <section className="fl-record-block">
          <h3 className="fl-label">What it ran over</h3>
          <ul className="fl-learning-lines fl-selectable">
            {coverage.split('\n').map((line) => (
              <li key={line}>{visibleLine(line)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface Run {
  readonly key: string;
  readonly at: bigint;
  readonly matched: number | undefined;
  readonly denominator: number | undefined;
}

/** Every time the search was made, newest first, from the log. */
function runsOf({ log }: Work, { id }: NegativeFinding): readonly Run[] {
  return log.ops
    .flatMap(({ id: op, body, clock }): readonly Run[] => {
      if (!log.counts(op)) return [];
      const at = instantFromMs(parseHlc(clock).ms);
      if (body.kind === 'record.add' && body.record.id === id) {
        return body.record.type === 'negative-finding' && body.record.denominator > 0
          ? [{ key: op, at, matched: body.record.matched, denominator: body.record.denominator }]
          : [];
      }
      if (body.kind !== 'record.edit' || body.record !== id) return [];
      if (body.type !== 'negative-finding' || body.change.soughtAt === undefined) return [];
      const { matched, denominator } = body.change;
      return [{ key: op, at, matched, denominator }];
    })
    .reverse();
}

export function RunsOf({
  work,
  finding,
}: {
  readonly work: Work;
  readonly finding: NegativeFinding;
}) {
  const times = useSettings((settings) => settings.times);
  useWorkView(({ version }) => version);
  const runs = runsOf(work, finding);
  if (runs.length === 0) return null;
  return (
    <section className="fl-record-block">
      <h3 className="fl-label">Runs</h3>
      <ol className="fl-learning-lines" aria-label="Runs, newest first">
        {runs.map(({ key, at, matched = 0, denominator = 0 }) => (
          <li key={key}>
            {instantText(at as typeof finding.soughtAt, 's', times)}: {countText(matched)} of{' '}
            {countOf(denominator, 'event')}
          </li>
        ))}
      </ol>
    </section>
  );
}
