import type { EventDefinition, ProviderDefinitions } from '../definition.ts';
import {
  applicationError,
  applicationHang,
  errorReporting,
  installer,
  sqlServer,
  storageEngine,
} from './applications.ts';
import { defender } from './defender.ts';
import { appLocker, codeIntegrity } from './execution-control.ts';
import {
  bits,
  dnsClient,
  firewall,
  ntlm,
  smbClient,
  smbServer,
  winRm,
} from './network-services.ts';
import { powershell, powershellClassic } from './powershell.ts';
import { printing } from './printing.ts';
import {
  localSessions,
  remoteConnections,
  remoteDesktopClient,
  remoteDesktopCore,
} from './remote-desktop.ts';
import { scheduledTasks } from './scheduled-tasks.ts';
import { securityAccounts } from './security-accounts.ts';
import { securityLogons } from './security-logons.ts';
import { securityObjects } from './security-objects.ts';
import { eventLog, securitySystem } from './security-system.ts';
import { services } from './services.ts';
import { sysmon } from './sysmon.ts';
import {
  bugcheck,
  distributedCom,
  eventLogClassic,
  groupPolicy,
  kernelGeneral,
  kernelPower,
  plugAndPlay,
  shutdown,
  windowsUpdate,
  winlogon,
} from './system.ts';
import { wmi } from './wmi.ts';

/** Everything known about events, by provider; one provider may be in several parts. */
export const catalogue: readonly ProviderDefinitions[] = [
  applicationError,
  applicationHang,
  appLocker,
  bits,
  bugcheck,
  codeIntegrity,
  defender,
  distributedCom,
  dnsClient,
  errorReporting,
  eventLog,
  eventLogClassic,
  firewall,
  groupPolicy,
  installer,
  kernelGeneral,
  kernelPower,
  localSessions,
  ntlm,
  plugAndPlay,
  powershell,
  powershellClassic,
  printing,
  remoteConnections,
  remoteDesktopClient,
  remoteDesktopCore,
  scheduledTasks,
  securityAccounts,
  securityLogons,
  securityObjects,
  securitySystem,
  services,
  shutdown,
  smbClient,
  smbServer,
  sqlServer,
  storageEngine,
  sysmon,
  windowsUpdate,
  winlogon,
  winRm,
  wmi,
];

interface Known {
  readonly category: ProviderDefinitions['category'];
  readonly events: ReadonlyMap<number, EventDefinition>;
}

const byProvider = new Map<string, Known>();
const byPrefix: { readonly prefix: string; readonly known: Known }[] = [];

for (const { providers, category, events } of catalogue)
  for (const provider of providers) {
    const name = provider.toLowerCase();
    const known = {
      category,
      events: new Map([
        ...(byProvider.get(name)?.events ?? []),
        ...Object.entries(events).map(([code, definition]) => [Number(code), definition] as const),
      ]),
    };
    if (name.endsWith('*')) byPrefix.push({ prefix: name.slice(0, -1), known });
    else byProvider.set(name, known);
  }

/** What is known of a provider's events, whatever the case its name is written in. */
export function knownProvider(provider: string): Known | undefined {
  const name = provider.toLowerCase();
  return byProvider.get(name) ?? byPrefix.find(({ prefix }) => name.startsWith(prefix))?.known;
}
