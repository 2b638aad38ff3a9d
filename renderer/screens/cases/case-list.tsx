import { useQueryClient } from '@tanstack/react-query';
import { Button as Pressable, GridList, GridListItem } from 'react-aria-components';
import type { CaseSummary } from '#shared/model/case.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { host } from '#renderer/bridge/host.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { goTo } from '#renderer/state/navigation.ts';
import { notify, notifyFailure } from '#renderer/state/notify.ts';
import { useSession, useSessionControl } from '#renderer/state/session-context.tsx';
import { useSettings } from '#renderer/state/settings.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { MoreIcon, WarningIcon } from '#renderer/ui/icons.ts';
import { Menu } from '#renderer/ui/menu.tsx';
import { bytesText, countOf } from '#renderer/ui/number-text.ts';
import { dateText } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';

/** Cases by the time they were last open. */
export function CaseList({ cases }: { readonly cases: readonly CaseSummary[] }) {
  const control = useSessionControl();
  const open = useSession((session) => session.case?.folder);
  const enter = async (folder: string): Promise<void> => {
    if (folder === open) {
      goTo('explore');
      return;
    }
    const info = await control.open(folder);
    if (info !== undefined) goTo('explore');
  };
  return (
    <>
      <GridList
        className="fl-cases"
        data-region-start
        aria-label="Cases"
        onAction={(folder) => {
          if (typeof folder === 'string') void enter(folder);
        }}
      >
        {cases.map((summary) => (
          <GridListItem
            key={summary.folder}
            id={summary.folder}
            textValue={summary.title}
            className="fl-case"
          >
            <div className="fl-case-line">
              <CaseLine summary={summary} open={summary.folder === open} />
            </div>
          </GridListItem>
        ))}
      </GridList>
      <p className="fl-faint fl-cases-foot">
        New to Fireline?{' '}
        <Pressable className="fl-link" onPress={() => runCommand('case.sample')}>
          Open the sample case
        </Pressable>{' '}
        and look around.
      </p>
    </>
  );
}

interface CaseLineProps {
  readonly summary: CaseSummary;
  readonly open: boolean;
}

function CaseLine({ summary, open }: CaseLineProps) {
  const times = useSettings((settings) => settings.times);
  return (
    <>
      <div className="fl-case-name">
        <span className="fl-case-title">{visibleLine(summary.title)}</span>
        {open ? <span className="fl-case-open">open</span> : null}
        {summary.trouble === undefined ? (
          <span className="fl-case-folder fl-evidence-text fl-faint">
            {visibleLine(summary.folder)}
          </span>
        ) : (
          <span className="fl-case-trouble">
            <WarningIcon size={13} aria-hidden />
            {visibleLine(summary.trouble)}
          </span>
        )}
      </div>
      <span className="fl-case-figure">
        {summary.evidence === 0
          ? 'No evidence'
          : `${countOf(summary.evidence, 'file')}, ${bytesText(summary.bytes)}`}
      </span>
      <span className="fl-case-figure fl-case-events">{countOf(summary.events, 'event')}</span>
      <span className="fl-case-figure fl-case-when">
        {summary.lastOpened === undefined ? '' : dateText(summary.lastOpened, times)}
      </span>
      <CaseActions summary={summary} open={open} />
    </>
  );
}

function CaseActions({ summary, open }: CaseLineProps) {
  const engine = useEngine();
  const cache = useQueryClient();
  const forget = async (): Promise<void> => {
    try {
      await engine.call('cases.forget', { folder: summary.folder });
      await cache.invalidateQueries({ queryKey: ['cases.list'] });
      notify({ text: `${summary.title} is off the list. Its folder is untouched.` });
    } catch (error) {
      notifyFailure('The case is still on the list.', error);
    }
  };
  return (
    <Menu
      label={`More for ${summary.title}`}
      placement="bottom end"
      trigger={<IconButton size="small" icon={MoreIcon} label={`More for ${summary.title}`} />}
      groups={[
        {
          id: 'case',
          entries: [
            {
              id: 'folder',
              label: 'Show the folder',
              run: () => void host().call('shell.showInFolder', { path: summary.folder }),
            },
            {
              id: 'forget',
              label: 'Take off the list',
              detail: 'the folder stays',
              disabled: open,
              run: () => void forget(),
            },
          ],
        },
      ]}
    />
  );
}
