import type { EventDefinition, ProviderDefinitions } from '../definition.ts';

const failed = (action: string, message: string): EventDefinition => ({
  category: 'process',
  action,
  outcome: 'failure',
  message,
});

/** The service control manager. */
export const services: ProviderDefinitions = {
  providers: ['Service Control Manager', 'Microsoft-Windows-Service Control Manager'],
  category: 'host',
  events: {
    7000: failed('service-start-failed', 'Service {param1} failed to start[: {param2:message}]'),
    7001: failed(
      'service-start-failed',
      'Service {param1} failed to start because {param2} did[: {param3:message}]',
    ),
    7009: failed(
      'service-connect-timeout',
      'Service {param2} did not answer within {param1} milliseconds',
    ),
    7011: failed(
      'service-response-timeout',
      'Service {param2} did not respond within {param1} milliseconds',
    ),
    7022: failed('service-hung', 'Service {param1} hung on starting'),
    7023: failed('service-terminated', 'Service {param1} ended with an error[: {param2:message}]'),
    7024: failed(
      'service-terminated',
      'Service {param1} ended with its own error {param2:message}',
    ),
    7026: failed('driver-load-failed', 'Boot or system drivers failed to load[: {param1:list}]'),
    7030: {
      category: 'configuration',
      action: 'service-interactive',
      message: 'Service {param1} is marked interactive, which the system does not allow',
    },
    7031: failed(
      'service-crashed',
      'Service {param1} ended unexpectedly, {param2} times so far[; action in {param3} ms: {param5}]',
    ),
    7034: failed('service-crashed', 'Service {param1} ended unexpectedly, {param2} times so far'),
    7035: {
      category: 'process',
      action: 'service-control-sent',
      message: 'Service {param1} was sent a {param2} control',
    },
    7036: {
      category: 'process',
      action: 'service-state-changed',
      message: 'Service {param1} is {param2}',
    },
    7040: {
      category: 'configuration',
      action: 'service-start-type-changed',
      message: 'Start type of service {param1} changed from {param2} to {param3}',
    },
    7045: {
      category: 'configuration',
      action: 'service-installed',
      outcome: 'success',
      message:
        'Service {ServiceName} installed: {ImagePath}[ ({ServiceType}, {StartType})][ as {AccountName}]',
    },
  },
};
