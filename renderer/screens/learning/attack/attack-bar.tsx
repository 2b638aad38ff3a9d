import type { AttackData } from '#shared/learning/attack-data.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Segments } from '#renderer/ui/choice.tsx';
import {
  CloseIcon,
  ExportIcon,
  MoreIcon,
  PackageInIcon,
  PrintIcon,
  UndoIcon,
} from '#renderer/ui/icons.ts';
import { Menu } from '#renderer/ui/menu.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { dateText } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { AttackActs } from './use-attack-acts.ts';

interface AttackBarProps {
  readonly data: AttackData;
  readonly named: number;
  readonly usedOnly: boolean;
  readonly onUsedOnly: (usedOnly: boolean) => void;
  readonly acts: AttackActs;
}

/** Which ATT&CK this is and how old, what of it is shown, and what can be done with it. */
export function AttackBar({ data, named, usedOnly, onUsedOnly, acts }: AttackBarProps) {
  const { layer } = acts;
  return (
    <div className="fl-record-bar">
      <Segments
        label="Techniques shown"
        hideLabel
        value={usedOnly ? 'named' : 'all'}
        choices={[
          { id: 'named', label: 'Named in the case' },
          { id: 'all', label: 'All' },
        ]}
        onChange={(next) => onUsedOnly(next === 'named')}
      />
      <p className="fl-muted">{countOf(named, 'technique')} named</p>
      {layer === undefined ? null : (
        <p className="fl-learning-layer">
          Layer “{visibleLine(layer.name)}”
          <IconButton
            size="small"
            icon={CloseIcon}
            label="Take the layer off"
            onPress={acts.dropLayer}
          />
        </p>
      )}
      <span className="fl-record-bar-rest" />
      <p className="fl-faint" role={acts.reading ? 'status' : undefined}>
        {acts.reading ? 'Reading ATT&CK…' : sourceText(data)}
      </p>
      <Button icon={PrintIcon} onPress={() => runCommand('attack.print')}>
        Print…
      </Button>
      <Menu
        label="ATT&CK"
        placement="bottom end"
        trigger={<IconButton icon={MoreIcon} label="More of ATT&CK" />}
        groups={[
          {
            id: 'layer',
            title: 'Navigator layer',
            entries: [
              {
                id: 'out',
                label: 'Export a layer…',
                icon: ExportIcon,
                run: () => runCommand('attack.layer-out'),
              },
              {
                id: 'in',
                label: 'Lay a layer over…',
                icon: PackageInIcon,
                run: () => runCommand('attack.layer-in'),
              },
            ],
          },
          {
            id: 'data',
            title: 'ATT&CK itself',
            entries: [
              {
                id: 'import',
                label: 'Carry in enterprise-attack.json…',
                detail: 'MITRE’s STIX bundle, or drop it here',
                icon: PackageInIcon,
                run: acts.carryIn,
              },
              {
                id: 'forget',
                label: 'Use the built-in table again',
                icon: UndoIcon,
                disabled: data.source === 'built-in',
                run: acts.forget,
              },
            ],
          },
        ]}
      />
    </div>
  );
}

function sourceText({ source, version, modified, importedAt }: AttackData): string {
  if (source === 'built-in') return `MITRE ATT&CK ${version}, built-in table`;
  const day = (iso: string): string => dateText(iso, 'utc').split(',')[0] ?? iso;
  const of = modified === undefined ? '' : ` of ${day(modified)}`;
  const stated = version === '' ? ', version not stated,' : ` ${version}`;
  return `MITRE ATT&CK${stated}${of}${importedAt === undefined ? '' : `, carried in ${day(importedAt)}`}`;
}
