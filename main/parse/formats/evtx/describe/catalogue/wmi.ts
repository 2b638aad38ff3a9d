import type { ProviderDefinitions } from '../definition.ts';

/** WMI's operational log. */
export const wmi: ProviderDefinitions = {
  providers: ['Microsoft-Windows-WMI-Activity'],
  category: 'process',
  events: {
    5857: {
      category: 'process',
      action: 'wmi-provider-started',
      process: 'HostProcess',
      message: 'WMI provider {ProviderName} started in {HostProcess}[: {ProviderPath}]',
    },
    5858: {
      category: 'process',
      action: 'wmi-operation-failed',
      outcome: 'failure',
      user: 'User',
      message:
        'WMI operation of {User}[ from {ClientMachine}] failed ({ResultCode}): {Operation:line}',
    },
    5859: {
      category: 'configuration',
      action: 'wmi-event-filter',
      user: 'User',
      message: 'WMI event query in {NamespaceName}[ by {User}]: {Query:line}',
    },
    5860: {
      category: 'configuration',
      action: 'wmi-temporary-subscription',
      user: 'User',
      message: '{User} registered a temporary WMI subscription in {NamespaceName}: {Query:line}',
    },
    5861: {
      category: 'configuration',
      action: 'wmi-permanent-subscription',
      message:
        'Permanent WMI subscription in {Namespace}: {ESS}, consumer {CONSUMER}[: {PossibleCause:line}]',
    },
  },
};
