import type { Category } from '#shared/model/event.ts';
import type { EventDefinition, ProviderDefinitions } from '../definition.ts';

const seen = (category: Category, action: string, message: string): EventDefinition => ({
  category,
  action,
  user: 'User',
  message,
});

/** Sysinternals Sysmon. */
export const sysmon: ProviderDefinitions = {
  providers: ['Microsoft-Windows-Sysmon'],
  category: 'process',
  events: {
    1: seen(
      'process',
      'process-created',
      '[{User} started ]{Image}[: {CommandLine:line}][ (parent {ParentImage})]',
    ),
    2: seen(
      'file',
      'file-creation-time-changed',
      '{Image} changed the creation time of {TargetFilename} from {PreviousCreationUtcTime} to {CreationUtcTime}',
    ),
    3: seen(
      'network',
      'network-connection',
      '{Image} {Initiated:connected}[ ({Protocol})] from {SourceIp} port {SourcePort} to {DestinationIp} port {DestinationPort}[ ({DestinationHostname})]',
    ),
    4: seen('host', 'sysmon-state-changed', 'Sysmon {State}[, version {Version}]'),
    5: seen('process', 'process-terminated', '{Image} ended'),
    6: seen(
      'driver',
      'driver-loaded',
      'Driver loaded: {ImageLoaded}[, signed: {Signed}][, {Signature}][, {SignatureStatus}]',
    ),
    7: seen(
      'process',
      'image-loaded',
      '{Image} loaded {ImageLoaded}[, signed: {Signed}][, {Signature}][, {SignatureStatus}]',
    ),
    8: seen(
      'process',
      'create-remote-thread',
      '{SourceImage} created a thread in {TargetImage}[ at {StartFunction}][ in {StartModule}]',
    ),
    9: seen('file', 'raw-access-read', '{Image} read {Device} past the file system'),
    10: seen(
      'process',
      'process-accessed',
      '{SourceImage} opened {TargetImage} with access {GrantedAccess}',
    ),
    11: seen('file', 'file-created', '{Image} created {TargetFilename}'),
    12: seen('registry', 'registry-key-added-or-deleted', '{Image}: {EventType} {TargetObject}'),
    13: seen('registry', 'registry-value-set', '{Image} set {TargetObject}[ to {Details:line}]'),
    14: seen('registry', 'registry-renamed', '{Image} renamed {TargetObject}[ to {NewName}]'),
    15: seen(
      'file',
      'file-stream-created',
      '{Image} created the stream {TargetFilename}[: {Contents:line}]',
    ),
    16: seen(
      'configuration',
      'sysmon-config-changed',
      'Sysmon configuration changed[: {Configuration}]',
    ),
    17: seen('file', 'pipe-created', '{Image} created pipe {PipeName}'),
    18: seen('file', 'pipe-connected', '{Image} connected to pipe {PipeName}'),
    19: seen('configuration', 'wmi-filter', '{User} {Operation} WMI filter {Name}[: {Query:line}]'),
    20: seen(
      'configuration',
      'wmi-consumer',
      '{User} {Operation} WMI consumer {Name}[: {Destination:line}]',
    ),
    21: seen(
      'configuration',
      'wmi-binding',
      '{User} {Operation} WMI binding of {Filter} to {Consumer}',
    ),
    22: seen('network', 'dns-query', '{Image} looked up {QueryName}[: {QueryResults}]'),
    23: seen('file', 'file-deleted', '{Image} deleted {TargetFilename} (kept by Sysmon)'),
    24: seen('process', 'clipboard-changed', '{Image} changed the clipboard[ ({ClientInfo})]'),
    25: seen('process', 'process-tampered', '{Image} was tampered with: {Type}'),
    26: seen('file', 'file-deleted', '{Image} deleted {TargetFilename}'),
    27: {
      category: 'file',
      action: 'file-blocked',
      outcome: 'failure',
      user: 'User',
      message: '{Image} was kept from creating the executable {TargetFilename}',
    },
    28: {
      category: 'file',
      action: 'file-shredding-blocked',
      outcome: 'failure',
      user: 'User',
      message: '{Image} was kept from shredding {TargetFilename}',
    },
    29: seen('file', 'executable-detected', '{Image} created the executable {TargetFilename}'),
    255: {
      category: 'host',
      action: 'sysmon-error',
      outcome: 'failure',
      message: 'Sysmon error {ID}[: {Description:line}]',
    },
  },
};
