import type { EventDefinition, ProviderDefinitions } from '../definition.ts';

const image = '{FileNameBuffer|File Name}[ loaded by {ProcessNameBuffer|Process Name}]';

const integrity = (action: string, message: string): EventDefinition => ({
  category: 'driver',
  action,
  outcome: 'failure',
  process: 'ProcessNameBuffer|Process Name',
  message,
});

export const codeIntegrity: ProviderDefinitions = {
  providers: ['Microsoft-Windows-CodeIntegrity'],
  category: 'driver',
  events: {
    3001: integrity('unsigned-driver-loaded', `Unsigned kernel module loaded: ${image}`),
    3002: integrity('image-hash-unverified', `Image hash could not be verified: ${image}`),
    3004: integrity('image-hash-not-found', `No valid hash for ${image}`),
    3023: integrity(
      'revoked-driver-blocked',
      `Driver blocked, its certificate is revoked: ${image}`,
    ),
    3033: integrity('signing-level-not-met', `Signing level not met by ${image}`),
    3034: integrity('signing-level-audited', `Signing level would not be met by ${image}`),
    3063: integrity(
      'shared-section-unsafe',
      `Security requirements for shared sections not met by ${image}`,
    ),
    3065: integrity(
      'shared-section-audited',
      `Security requirements for shared sections would not be met by ${image}`,
    ),
    3076: integrity('policy-audited', `Code integrity policy would have blocked ${image}`),
    3077: integrity('policy-blocked', `Code integrity policy blocked ${image}`),
  },
};

const file = '{FullFilePath|FilePath}[ (rule {RuleName})]';

const locker = (
  action: string,
  message: string,
  outcome: 'success' | 'failure',
): EventDefinition => ({
  category: 'process',
  action,
  outcome,
  user: 'TargetUser',
  process: 'FullFilePath|FilePath',
  message,
});

export const appLocker: ProviderDefinitions = {
  providers: ['Microsoft-Windows-AppLocker'],
  category: 'process',
  events: {
    8002: locker('program-allowed', `AppLocker allowed ${file}`, 'success'),
    8003: locker('program-audited', `AppLocker would have blocked ${file}`, 'success'),
    8004: locker('program-blocked', `AppLocker blocked ${file}`, 'failure'),
    8005: locker('script-allowed', `AppLocker allowed script or installer ${file}`, 'success'),
    8006: locker(
      'script-audited',
      `AppLocker would have blocked script or installer ${file}`,
      'success',
    ),
    8007: locker('script-blocked', `AppLocker blocked script or installer ${file}`, 'failure'),
  },
};
