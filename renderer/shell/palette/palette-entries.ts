import { useRead } from '#renderer/bridge/use-read.ts';
import { CATALOG } from '#renderer/commands/catalog.ts';
import type { CommandSpec } from '#renderer/commands/command.ts';
import { runCommand, useAvailableCommands } from '#renderer/commands/registry.ts';
import { showQuery } from '#renderer/state/navigation.ts';
import { useSession, useSessionControl } from '#renderer/state/session-context.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { PaletteEntry } from './palette-matches.ts';

/** Everything the palette offers now. */
export function usePaletteEntries(typed: string): readonly PaletteEntry[] {
  const available = useAvailableCommands();
  const control = useSessionControl();
  const open = useSession((session) => session.case);
  const { data: cases = [] } = useRead('cases.list', {});

  const specs: readonly (CommandSpec & (typeof CATALOG)[number])[] = CATALOG;
  const commands = specs
    .filter((spec) => spec.inPalette !== false && available.has(spec.id))
    .map((spec): PaletteEntry => ({
      id: spec.id,
      label: spec.name,
      group: 'Commands',
      keys: spec.keys[0],
      run: () => runCommand(spec.id),
    }));
  const others = cases
    .filter((summary) => summary.folder !== open?.folder)
    .map((summary): PaletteEntry => ({
      id: `case:${summary.folder}`,
      label: visibleLine(summary.title),
      group: 'Cases',
      detail: countOf(summary.events, 'event'),
      run: () => void control.open(summary.folder),
    }));
  const text = typed.trim();
  const search: readonly PaletteEntry[] =
    open === undefined || text === '' || text.startsWith('>')
      ? []
      : [
          {
            id: 'search',
            label: `Search events for ${visibleLine(text)}`,
            group: 'Search',
            run: () => showQuery(text),
          },
        ];
  return [...commands, ...others, ...search];
}
