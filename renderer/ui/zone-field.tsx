import { ComboField } from './combo-field.tsx';
import type { ComboOption } from './combo-field.tsx';
import { countOf } from './number-text.ts';

const ZONES: readonly ComboOption[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'),
].map((id) => ({ id, label: id }));

const THIS_MACHINE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

interface ZoneFieldProps {
  readonly zone: string | undefined;
  readonly onChange: (zone: string) => void;
  /** How many files need it, when several are asked about at once. */
  readonly files?: number;
}

/** The zone that local times without one are to be read in. No default: a wrong zone is worse than a question. */
export function ZoneField({ zone, onChange, files }: ZoneFieldProps) {
  const who =
    files === undefined
      ? 'The format writes local times without their zone.'
      : `${countOf(files, 'file writes', 'files write')} local times without their zone.`;
  return (
    <TimeZoneField
      label="Zone of local times"
      zone={zone}
      onChange={onChange}
      help={`${who} Times read this way are marked as assumed. This machine is in ${THIS_MACHINE}.`}
    />
  );
}

interface TimeZoneFieldProps {
  readonly label: string;
  readonly zone: string | undefined;
  readonly onChange: (zone: string) => void;
  readonly help?: string;
  readonly disabled?: boolean;
}

/** Any IANA time zone. */
export function TimeZoneField({ label, zone, onChange, help, disabled }: TimeZoneFieldProps) {
  return (
    <ComboField
      label={label}
      options={ZONES}
      value={zone}
      onChange={(id) => {
        if (id !== undefined) onChange(id);
      }}
      placeholder="Type a city or UTC"
      disabled={disabled ?? false}
      {...(help === undefined ? {} : { help })}
    />
  );
}
