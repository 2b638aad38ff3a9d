import type { ProviderDefinitions } from '../definition.ts';

/** Windows PowerShell's classic log. */
export const powershellClassic: ProviderDefinitions = {
  providers: ['PowerShell'],
  category: 'process',
  events: {
    400: {
      category: 'process',
      action: 'engine-started',
      message: 'PowerShell engine started[: {Data:hostApplication}]',
    },
    403: {
      category: 'process',
      action: 'engine-stopped',
      message: 'PowerShell engine stopped[: {Data:hostApplication}]',
    },
    500: {
      category: 'process',
      action: 'command-started',
      message: 'PowerShell command started[: {Data.0:line}]',
    },
    501: {
      category: 'process',
      action: 'command-stopped',
      message: 'PowerShell command ended[: {Data.0:line}]',
    },
    600: {
      category: 'process',
      action: 'provider-started',
      message: 'PowerShell provider {Data.0} {Data.1}[: {Data:hostApplication}]',
    },
    800: {
      category: 'process',
      action: 'pipeline-executed',
      message: 'PowerShell pipeline executed[: {Data.0:line|Data:hostApplication}]',
    },
  },
};

/** PowerShell's operational log, of both editions. */
export const powershell: ProviderDefinitions = {
  providers: ['Microsoft-Windows-PowerShell', 'PowerShellCore'],
  category: 'process',
  events: {
    4100: {
      category: 'process',
      action: 'engine-error',
      outcome: 'failure',
      message: 'PowerShell error[: {Payload:line}]',
    },
    4103: {
      category: 'process',
      action: 'command-executed',
      message: 'PowerShell ran[ {Payload:line}]',
    },
    4104: {
      category: 'process',
      action: 'script-block-logged',
      message:
        'PowerShell script block[ {MessageNumber} of {MessageTotal}][ from {Path}]: {ScriptBlockText:line}',
    },
    4105: {
      category: 'process',
      action: 'script-started',
      message: 'PowerShell script block {ScriptBlockId} started',
    },
    4106: {
      category: 'process',
      action: 'script-stopped',
      message: 'PowerShell script block {ScriptBlockId} ended',
    },
    40961: {
      category: 'process',
      action: 'console-starting',
      message: 'PowerShell console is starting',
    },
    40962: {
      category: 'process',
      action: 'console-started',
      message: 'PowerShell console is ready',
    },
    53504: {
      category: 'process',
      action: 'ipc-listening',
      message: 'PowerShell listens on a pipe[ in process {param1}][, domain {param2}]',
    },
  },
};
