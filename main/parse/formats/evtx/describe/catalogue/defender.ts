import type { EventDefinition, ProviderDefinitions } from '../definition.ts';

const threat = (
  action: string,
  message: string,
  outcome?: 'success' | 'failure',
): EventDefinition => ({
  category: 'malware',
  action,
  user: 'Detection User',
  message,
  ...(outcome !== undefined && { outcome }),
});

const setting = (action: string, message: string): EventDefinition => ({
  category: 'configuration',
  action,
  message,
});

const what = '{Threat Name}[ ({Severity Name})][ in {Path}]';

/** Microsoft Defender Antivirus. */
export const defender: ProviderDefinitions = {
  providers: ['Microsoft-Windows-Windows Defender'],
  category: 'malware',
  events: {
    1000: setting('scan-started', 'Antivirus scan started[: {Scan Type}][, {Scan Parameters}]'),
    1001: setting('scan-finished', 'Antivirus scan finished[: {Scan Type}][, {Scan Parameters}]'),
    1002: setting('scan-stopped', 'Antivirus scan stopped before its end'),
    1005: setting('scan-failed', 'Antivirus scan failed[: {Error Description:line}]'),
    1006: threat('malware-detected', `Malware found: ${what}`),
    1007: threat(
      'malware-action-taken',
      `Action against ${what}[: {Action Name|Cleaning Action}]`,
      'success',
    ),
    1008: threat(
      'malware-action-failed',
      `Action against ${what} failed[: {Error Description:line}]`,
      'failure',
    ),
    1009: threat('quarantine-restored', `Restored from quarantine: ${what}`),
    1011: threat('quarantine-deleted', `Deleted from quarantine: ${what}`),
    1013: setting(
      'malware-history-deleted',
      'Malware history was deleted[ by {User}][, up to {Timestamp}]',
    ),
    1015: threat('suspicious-behaviour', `Suspicious behaviour: ${what}[ by {Process Name}]`),
    1116: threat('malware-detected', `Malware found: ${what}[ by {Process Name}]`),
    1117: threat('malware-action-taken', `Action against ${what}[: {Action Name}]`, 'success'),
    1118: threat(
      'malware-action-failed',
      `Action against ${what} failed[: {Error Description:line}]`,
      'failure',
    ),
    1119: threat(
      'malware-action-failed',
      `Action against ${what} failed critically[: {Error Description:line}]`,
      'failure',
    ),
    1121: threat(
      'attack-surface-rule-blocked',
      'Attack surface reduction rule {ID} blocked {Path}[ of {Process Name}]',
    ),
    1122: threat(
      'attack-surface-rule-audited',
      'Attack surface reduction rule {ID} would have blocked {Path}[ of {Process Name}]',
    ),
    1123: threat(
      'folder-access-blocked',
      'Controlled folder access blocked {Path}[ of {Process Name}]',
    ),
    2000: setting(
      'signatures-updated',
      'Antivirus signatures updated[ to {Current Signature Version}]',
    ),
    2001: setting(
      'signature-update-failed',
      'Antivirus signature update failed[: {Error Description:line}]',
    ),
    3002: setting('real-time-protection-failed', 'Real-time protection failed[: {Feature Name}]'),
    5000: setting('real-time-protection-enabled', 'Real-time protection was enabled'),
    5001: setting('real-time-protection-disabled', 'Real-time protection was disabled'),
    5004: setting(
      'real-time-protection-changed',
      'Real-time protection was reconfigured[: {Feature Name}][ {Configuration}]',
    ),
    5007: setting(
      'antivirus-configuration-changed',
      'Antivirus configuration changed[: {New Value}][, was {Old Value}]',
    ),
    5008: setting('antivirus-engine-failed', 'The antivirus engine failed'),
    5010: setting('malware-scanning-disabled', 'Scanning for malware was disabled'),
    5012: setting('virus-scanning-disabled', 'Scanning for viruses was disabled'),
    5013: setting(
      'tamper-protection-blocked',
      'Tamper protection blocked a change[ of {Changed Type}][: {Value}]',
    ),
  },
};
