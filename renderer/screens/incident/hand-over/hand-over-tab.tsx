import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Instant } from '#shared/model/time.ts';
import { briefOf } from '#shared/response/hand-over/brief-of.ts';
import { briefMarkdown, briefPlainText } from '#shared/response/hand-over/brief-text.ts';
import type { Brief } from '#shared/response/hand-over/brief.ts';
import { copyText } from '#renderer/bridge/clipboard.ts';
import { useEvents } from '#renderer/bridge/use-events.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { useMinute } from '#renderer/state/minute.ts';
import { notify, notifyFailure } from '#renderer/state/notify.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { CopyIcon, HandOverIcon, PrintIcon } from '#renderer/ui/icons.ts';
import type { IncidentPlaceStore } from '../incident-place.ts';
import { printSections } from '../print-sections.ts';
import { whenText } from '../when-text.ts';
import { BriefView } from './brief-view.tsx';
import { SinceChoice } from './since-choice.tsx';
import { sinceMoment } from './since-moment.ts';

interface HandOverTabProps {
  readonly work: Work;
  readonly store: IncidentPlaceStore;
}

/** What the next shift must know, made from the case: shown, copied, printed. */
export function HandOverTab({ work, store }: HandOverTabProps) {
  const since = useStore(store, (place) => place.since);
  const times = useSettings((settings) => settings.times);
  const now = useMinute();
  const moment = sinceMoment(since, work, now, times);
  const at = 'at' in moment ? moment.at : undefined;
  const brief = useBrief(work, at, now);
  const timeText = whenText(times);
  const copy = (text: string, as: string): void => {
    copyText(text)
      .then(() => notify({ text: `Copied the hand-over as ${as}.` }))
      .catch((error: unknown) => notifyFailure('The hand-over was not copied.', error));
  };
  return (
    <div className="fl-record-view">
      <div className="fl-record-bar">
        <SinceChoice store={store} />
        <span className="fl-record-bar-rest" />
        {brief === undefined ? null : (
          <>
            <Button
              icon={CopyIcon}
              onPress={() => copy(briefMarkdown(brief, timeText), 'Markdown')}
            >
              Copy as Markdown
            </Button>
            <Button variant="quiet" onPress={() => copy(briefPlainText(brief, timeText), 'text')}>
              Copy as text
            </Button>
            <Button
              variant="quiet"
              icon={PrintIcon}
              onPress={() =>
                void printSections({
                  state: work.log.state,
                  name: 'Hand-over',
                  subtitle: `From ${timeText(brief.since)} to ${timeText(brief.until)}`,
                  sections: brief.sections,
                  timeText,
                })
              }
            >
              Print…
            </Button>
          </>
        )}
      </div>
      {brief === undefined ? (
        <EmptyState icon={HandOverIcon} title="From when on?">
          {'why' in moment ? moment.why : 'The evidence is being read.'}
        </EmptyState>
      ) : (
        <BriefView brief={brief} timeText={timeText} />
      )}
    </div>
  );
}

/** Made anew with every act and every minute, once the events of the key times are read. */
function useBrief(work: Work, since: Instant | undefined, now: Instant): Brief | undefined {
  const version = useWorkView((view) => view.version);
  const times = useSettings((settings) => settings.times);
  const moments = useWorkView(({ state }) => state.moments);
  const asked = new Set([...moments.values()].flatMap(({ event }) => event ?? []));
  const events = useEvents([...asked]);
  const read = events.size === asked.size;
  const { data: evidence } = useRead('evidence.list', {});
  return useMemo(
    () =>
      since === undefined || evidence === undefined || !read
        ? undefined
        : briefOf({
            ops: work.log.ops,
            counts: (id) => work.log.counts(id),
            state: work.log.state,
            since,
            now,
            evidence,
            events,
            timeText: whenText(times),
          }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the log and its events are read anew when its version moves
    [work, version, since, now, evidence, read, times],
  );
}
