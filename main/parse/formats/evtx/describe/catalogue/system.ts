import type { ProviderDefinitions } from '../definition.ts';

/** The event log service as the classic source of start, stop and uptime. */
export const eventLogClassic: ProviderDefinitions = {
  providers: ['EventLog', 'Microsoft-Windows-EventLog-Classic'],
  category: 'host',
  events: {
    6005: {
      category: 'host',
      action: 'system-started',
      message: 'The event log service started (system start)',
    },
    6006: {
      category: 'host',
      action: 'system-stopped',
      message: 'The event log service stopped (system shutdown)',
    },
    6008: {
      category: 'host',
      action: 'unexpected-shutdown',
      outcome: 'failure',
      message: 'The previous shutdown[ at {Data.0}][ on {Data.1}] was unexpected',
    },
    6009: {
      category: 'host',
      action: 'system-version',
      message: 'Windows[ {Data.0}][ build {Data.1}][ {Data.3}]',
    },
    6011: {
      category: 'configuration',
      action: 'computer-renamed',
      message: 'The computer name changed from {Data.0} to {Data.1}',
    },
    6013: {
      category: 'host',
      action: 'system-uptime',
      message: 'The system has been up for {Data.4} seconds',
    },
  },
};

export const shutdown: ProviderDefinitions = {
  providers: ['User32', 'Microsoft-Windows-User32'],
  category: 'host',
  events: {
    1074: {
      category: 'host',
      action: 'shutdown-initiated',
      user: 'param7',
      process: 'param1|Data.0',
      message:
        '{param7|Data.6} asked for a {param5|Data.4} with {param1|Data.0}[: {param3|Data.2}][ ({param6|Data.5})]',
    },
    1076: {
      category: 'host',
      action: 'shutdown-reason-recorded',
      message: 'Reason recorded for the last unexpected shutdown[: {param1|Data.0}]',
    },
  },
};

export const kernelGeneral: ProviderDefinitions = {
  providers: ['Microsoft-Windows-Kernel-General'],
  category: 'host',
  events: {
    1: {
      category: 'configuration',
      action: 'system-time-changed',
      message: 'The system time changed from {OldTime} to {NewTime}[ by {ProcessName}]',
    },
    11: {
      category: 'host',
      action: 'transaction-failed',
      outcome: 'failure',
      message: 'Registry transaction log could not be used[: {ExtraString}]',
    },
    12: {
      category: 'host',
      action: 'system-started',
      message: 'Windows started at {StartTime}[ (build {BuildVersion})]',
    },
    13: {
      category: 'host',
      action: 'system-stopped',
      message: 'Windows is shutting down at {StopTime}',
    },
    15: {
      category: 'registry',
      action: 'hive-reorganised',
      message: 'Registry hive {HiveName} was reorganised',
    },
    16: {
      category: 'registry',
      action: 'hive-history-cleared',
      message:
        'Access history of registry hive {HiveName} was cleared[, {KeysUpdated} keys updated]',
    },
  },
};

export const kernelPower: ProviderDefinitions = {
  providers: ['Microsoft-Windows-Kernel-Power'],
  category: 'host',
  events: {
    41: {
      category: 'host',
      action: 'unexpected-shutdown',
      outcome: 'failure',
      message: 'The system restarted without shutting down cleanly[ (bugcheck {BugcheckCode})]',
    },
    42: { category: 'host', action: 'system-sleeping', message: 'The system is going to sleep' },
    107: { category: 'host', action: 'system-resumed', message: 'The system resumed from sleep' },
    109: {
      category: 'host',
      action: 'shutdown-initiated',
      message: 'The kernel power manager began a shutdown[ (reason {ShutdownReason})]',
    },
  },
};

export const plugAndPlay: ProviderDefinitions = {
  providers: ['Microsoft-Windows-UserPnp'],
  category: 'driver',
  events: {
    20001: {
      category: 'driver',
      action: 'driver-installed',
      message:
        'Driver {DriverDescription|DriverName}[ of {DriverProvider}] installed for {DeviceInstanceID}[ (status {InstallStatus})]',
    },
    20003: {
      category: 'driver',
      action: 'driver-service-added',
      message: 'Driver service {ServiceName}[ ({DriverFileName})] added for {DeviceInstanceID}',
    },
  },
};

export const distributedCom: ProviderDefinitions = {
  providers: ['Microsoft-Windows-DistributedCOM', 'DCOM'],
  category: 'host',
  events: {
    10010: {
      category: 'host',
      action: 'com-server-timeout',
      outcome: 'failure',
      message: 'COM server {param1} did not register in time',
    },
    10016: {
      category: 'host',
      action: 'com-permission-denied',
      outcome: 'failure',
      user: 'param7',
      message: '{param7}[ ({param9})] has no {param2} {param3} permission for COM server {param4}',
    },
    10028: {
      category: 'network',
      action: 'com-connection-failed',
      outcome: 'failure',
      message: 'COM could not reach computer {param1}',
    },
    10036: {
      category: 'network',
      action: 'com-activation-refused',
      outcome: 'failure',
      message:
        'COM activation refused: {param1}\\{param2}[ from {param4}] asked with too low an authentication level',
    },
  },
};

export const winlogon: ProviderDefinitions = {
  providers: ['Microsoft-Windows-Winlogon'],
  category: 'session',
  events: {
    7001: {
      category: 'session',
      action: 'user-logon',
      user: 'UserSid',
      message: 'User {UserSid} logged on[ (session {TSId})]',
    },
    7002: {
      category: 'session',
      action: 'user-logoff',
      user: 'UserSid',
      message: 'User {UserSid} logged off[ (session {TSId})]',
    },
  },
};

export const windowsUpdate: ProviderDefinitions = {
  providers: ['Microsoft-Windows-WindowsUpdateClient'],
  category: 'package',
  events: {
    19: {
      category: 'package',
      action: 'update-installed',
      outcome: 'success',
      message: 'Update installed: {updateTitle}',
    },
    20: {
      category: 'package',
      action: 'update-failed',
      outcome: 'failure',
      message: 'Update failed ({errorCode}): {updateTitle}',
    },
    43: {
      category: 'package',
      action: 'update-started',
      message: 'Installing update: {updateTitle}',
    },
    44: {
      category: 'package',
      action: 'update-downloading',
      message: 'Downloading update: {updateTitle}',
    },
  },
};

export const groupPolicy: ProviderDefinitions = {
  providers: ['Microsoft-Windows-GroupPolicy'],
  category: 'configuration',
  events: {
    1500: {
      category: 'configuration',
      action: 'group-policy-processed',
      message: 'Computer group policy processed, no changes',
    },
    1501: {
      category: 'configuration',
      action: 'group-policy-processed',
      message: 'User group policy processed, no changes',
    },
    1502: {
      category: 'configuration',
      action: 'group-policy-applied',
      message:
        'Computer group policy applied[ from {DCName}][ ({NumberOfGroupPolicyObjects} objects)]',
    },
    1503: {
      category: 'configuration',
      action: 'group-policy-applied',
      message: 'User group policy applied[ from {DCName}][ ({NumberOfGroupPolicyObjects} objects)]',
    },
  },
};

export const bugcheck: ProviderDefinitions = {
  providers: ['Microsoft-Windows-WER-SystemErrorReporting', 'BugCheck'],
  category: 'host',
  events: {
    1001: {
      category: 'host',
      action: 'system-crashed',
      outcome: 'failure',
      message: 'The system restarted after a bugcheck[: {param1|Data.0}][ (dump {param2|Data.1})]',
    },
  },
};
