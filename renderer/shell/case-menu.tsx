import { keysOf } from '#renderer/commands/catalog.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { host } from '#renderer/bridge/host.ts';
import { useSession } from '#renderer/state/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import {
  AddIcon,
  CasesIcon,
  CloseIcon,
  FolderIcon,
  OpenIcon,
  RenameIcon,
  VerifyIcon,
} from '#renderer/ui/icons.ts';
import { Menu } from '#renderer/ui/menu.tsx';
import type { MenuGroup } from '#renderer/ui/menu.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';

/** The open case's name; under it, what can be done with the case as a whole. */
export function CaseMenu() {
  const info = useSession((session) => session.case);
  const all: MenuGroup = {
    id: 'cases',
    entries: [
      {
        id: 'new',
        label: 'New case…',
        icon: AddIcon,
        keys: keysOf('case.new'),
        run: () => runCommand('case.new'),
      },
      {
        id: 'open',
        label: 'Open a case folder…',
        icon: FolderIcon,
        keys: keysOf('case.open'),
        run: () => runCommand('case.open'),
      },
      {
        id: 'list',
        label: 'All cases',
        icon: CasesIcon,
        keys: keysOf('go.cases'),
        run: () => runCommand('go.cases'),
      },
    ],
  };
  const own: MenuGroup = {
    id: 'case',
    entries: [
      {
        id: 'rename',
        label: 'Rename…',
        icon: RenameIcon,
        disabled: info?.readOnly !== undefined,
        run: () => runCommand('case.rename'),
      },
      {
        id: 'verify',
        label: 'Verify everything',
        icon: VerifyIcon,
        run: () => runCommand('case.verify'),
      },
      {
        id: 'folder',
        label: 'Show the case folder',
        icon: FolderIcon,
        run: () => void host().call('shell.showInFolder', { path: info?.folder ?? '' }),
      },
      {
        id: 'close',
        label: 'Close the case',
        icon: CloseIcon,
        run: () => runCommand('case.close'),
      },
    ],
  };
  return (
    <div>
      <Menu
        label="Case"
        trigger={
          <Button variant="quiet" className="fl-case-menu">
            <span className="fl-case-title">
              {info === undefined ? 'Fireline' : visibleLine(info.title)}
            </span>
            <OpenIcon size={13} aria-hidden />
          </Button>
        }
        groups={info === undefined ? [all] : [own, all]}
      />
    </div>
  );
}
