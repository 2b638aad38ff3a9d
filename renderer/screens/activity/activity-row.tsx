import { useStore } from 'zustand';
import { tell } from '#renderer/state/work-acts.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { Hint } from '#renderer/ui/hint.tsx';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { instantText } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { instantFromMs } from '#shared/model/time.ts';
import type { ActRow } from './activity-rows.ts';
import { AREAS, canTakeBack, standingOf } from './activity-rows.ts';

interface ActivityRowProps {
  readonly work: Work;
  readonly row: ActRow;
  readonly times: TimeDisplay;
  /** Milliseconds since 1970, to tell a clock that is ahead. */
  readonly now: number;
}

const A_DAY = 24 * 3_600_000;

export function ActivityRow({ work, row, times, now }: ActivityRowProps) {
  const analyst = useStore(work.store, (view) => view.state.analysts.get(row.analyst));
  const standing = standingOf(row, (id) => work.log.counts(id));
  const sentence = visibleLine(work.describe(row.ops));
  return (
    <article className={classNames('fl-act-row', standing !== 'counts' && 'fl-act-gone')}>
      <ActTime ms={row.ms} times={times} ahead={row.ms > now + A_DAY} />
      <span className="fl-act-area">{AREAS[row.area]}</span>
      <div className="fl-act-what">
        <p className="fl-act-sentence fl-selectable">{sentence}</p>
        <p className="fl-act-why fl-faint fl-selectable">
          {analyst === undefined ? row.analyst : visibleLine(analyst.name)}
          {row.reason === undefined || row.reason === '' ? null : (
            <> · because: {visibleLine(row.reason)}</>
          )}
          {standing === 'taken-back' ? <> · {takenBackBy(work, row)}</> : null}
          {standing === 'in-part' ? ' · taken back in part' : null}
        </p>
      </div>
      <TakeBack work={work} row={row} standing={standing} sentence={sentence} />
    </article>
  );
}

interface TakeBackProps {
  readonly work: Work;
  readonly row: ActRow;
  readonly standing: ReturnType<typeof standingOf>;
  readonly sentence: string;
}

function TakeBack({ work, row, standing, sentence }: TakeBackProps) {
  if (!canTakeBack(row) || work.info.readOnly !== undefined) return null;
  const ids = row.ops.map(({ id }) => id);
  const gone = standing === 'taken-back';
  return (
    <Button
      size="small"
      variant="quiet"
      aria-label={`${gone ? 'Bring back' : 'Take back'}: ${sentence}`}
      onPress={() => void tell(work, gone ? work.restore(ids) : work.retract(ids))}
    >
      {gone ? 'Bring back' : 'Take back'}
    </Button>
  );
}

interface ActTimeProps {
  readonly ms: number;
  readonly times: TimeDisplay;
  readonly ahead: boolean;
}

function ActTime({ ms, times, ahead }: ActTimeProps) {
  const instant = instantFromMs(ms);
  const text = (
    <time className="fl-act-time" dateTime={instantText(instant, 'ms', 'utc').replace(' ', 'T')}>
      {instantText(instant, 's', times)}
      {ahead ? ' ?' : ''}
    </time>
  );
  if (!ahead) return text;
  return <Hint text="By a clock that is more than a day ahead of this machine's">{text}</Hint>;
}

function takenBackBy(work: Work, row: ActRow): string {
  const [first] = row.ops;
  const by = first === undefined ? [] : work.log.against(first.id);
  const [op] = by.flatMap((id) => work.log.get(id) ?? []);
  if (op === undefined) return 'taken back';
  const name = work.log.state.analysts.get(op.analyst)?.name ?? op.analyst;
  const reason = op.reason === undefined ? '' : `, because: ${op.reason}`;
  return visibleLine(`taken back by ${name}${reason}`);
}
