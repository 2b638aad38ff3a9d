import type { Category } from '#shared/model/event.ts';
import type { EventDefinition, ProviderDefinitions } from '../definition.ts';

const bySubject = (category: Category, action: string, message: string): EventDefinition => ({
  category,
  action,
  user: 'Subject',
  message,
});

const changed = '[: {AttributeLDAPDisplayName}][ = {AttributeValue}][ ({OperationType:message})]';

/** Processes, services, tasks, files, registry, shares and directory objects in the Security log. */
export const securityObjects: ProviderDefinitions = {
  providers: ['Microsoft-Windows-Security-Auditing'],
  category: 'other',
  events: {
    4656: bySubject(
      'file',
      'object-opened',
      '{@Subject} asked for {ObjectType} {ObjectName}[ with {ProcessName}][: {AccessList:list}]',
    ),
    4657: bySubject(
      'registry',
      'registry-value-modified',
      '{@Subject} set {ObjectName}[\\{ObjectValueName}] ({OperationType:message})[ to {NewValue:line}][, was {OldValue:line}][, with {ProcessName}]',
    ),
    4658: bySubject(
      'file',
      'object-closed',
      '{@Subject} closed handle {HandleId}[ in {ProcessName}]',
    ),
    4659: bySubject(
      'file',
      'object-delete-requested',
      '{@Subject} opened {ObjectType} {ObjectName} in order to delete it',
    ),
    4660: bySubject(
      'file',
      'object-deleted',
      '{@Subject} deleted the object of handle {HandleId}[ with {ProcessName}]',
    ),
    4661: bySubject(
      'iam',
      'directory-object-opened',
      '{@Subject} opened {ObjectType} {ObjectName}[ with {ProcessName}]',
    ),
    4662: bySubject(
      'iam',
      'directory-object-accessed',
      '{@Subject} accessed directory object {ObjectName}[: {Properties:directory|AccessList:list}]',
    ),
    4663: bySubject(
      'file',
      'object-accessed',
      '{@Subject} accessed {ObjectType} {ObjectName}[: {AccessList:list}][ with {ProcessName}]',
    ),
    4664: bySubject('file', 'hard-link-created', '{@Subject} linked {LinkName} to {FileName}'),
    4670: bySubject(
      'configuration',
      'permissions-changed',
      '{@Subject} changed the permissions of {ObjectType} {ObjectName}[ with {ProcessName}]',
    ),
    4673: bySubject(
      'iam',
      'privileged-service-called',
      '{@Subject} used privilege {PrivilegeList:list}[ for {Service}][ in {ProcessName}]',
    ),
    4674: bySubject(
      'iam',
      'privileged-operation',
      '{@Subject} used privilege {PrivilegeList:list} on {ObjectType} {ObjectName}[ in {ProcessName}]',
    ),
    4688: {
      category: 'process',
      action: 'created-process',
      outcome: 'success',
      user: 'Target',
      message:
        '{@Target|@Subject} started {NewProcessName}[: {CommandLine:line}][ (parent {ParentProcessName})]',
    },
    4689: bySubject(
      'process',
      'exited-process',
      '{@Subject} ended {ProcessName}[ (status {Status})]',
    ),
    4690: bySubject(
      'process',
      'handle-duplicated',
      '{@Subject} duplicated a handle between processes',
    ),
    4691: bySubject(
      'process',
      'object-access-indirect',
      '{@Subject} asked for indirect access to {ObjectName}',
    ),
    4696: bySubject(
      'process',
      'token-assigned',
      '{@Subject} gave {TargetProcessName} the primary token of {@Target}',
    ),
    4697: bySubject(
      'configuration',
      'service-installed',
      '{@Subject} installed service {ServiceName}: {ServiceFileName}[ ({ServiceStartType:serviceStart})][ as {ServiceAccount}]',
    ),
    4698: bySubject(
      'configuration',
      'scheduled-task-created',
      '{@Subject} created scheduled task {TaskName}[: {TaskContent:taskCommand}]',
    ),
    4699: bySubject(
      'configuration',
      'scheduled-task-deleted',
      '{@Subject} deleted scheduled task {TaskName}',
    ),
    4700: bySubject(
      'configuration',
      'scheduled-task-enabled',
      '{@Subject} enabled scheduled task {TaskName}',
    ),
    4701: bySubject(
      'configuration',
      'scheduled-task-disabled',
      '{@Subject} disabled scheduled task {TaskName}',
    ),
    4702: bySubject(
      'configuration',
      'scheduled-task-updated',
      '{@Subject} changed scheduled task {TaskName}[: {TaskContentNew:taskCommand}]',
    ),
    4907: bySubject(
      'configuration',
      'audit-settings-changed',
      '{@Subject} changed what is audited on {ObjectType} {ObjectName}[ with {ProcessName}]',
    ),
    4985: bySubject(
      'file',
      'transaction-changed',
      '{@Subject} changed the state of a transaction[ in {ProcessName}]',
    ),
    5058: bySubject(
      'file',
      'key-file-operation',
      '{@Subject} on key {KeyName}: {Operation:message}[ ({KeyFilePath})]',
    ),
    5059: bySubject('iam', 'key-migrated', '{@Subject} on key {KeyName}: {Operation:message}'),
    5061: bySubject(
      'iam',
      'cryptographic-operation',
      '{@Subject} on key {KeyName}: {Operation:message}',
    ),
    5136: bySubject(
      'iam',
      'directory-object-modified',
      `{@Subject} changed directory object {ObjectDN}${changed}`,
    ),
    5137: bySubject(
      'iam',
      'directory-object-created',
      '{@Subject} created directory object {ObjectDN}[ ({ObjectClass})]',
    ),
    5138: bySubject(
      'iam',
      'directory-object-undeleted',
      '{@Subject} restored directory object {NewObjectDN}',
    ),
    5139: bySubject(
      'iam',
      'directory-object-moved',
      '{@Subject} moved directory object {OldObjectDN} to {NewObjectDN}',
    ),
    5141: bySubject(
      'iam',
      'directory-object-deleted',
      '{@Subject} deleted directory object {ObjectDN}[ ({ObjectClass})]',
    ),
    5140: bySubject(
      'network',
      'network-share-object-accessed',
      '{@Subject} connected to share {ShareName}[ from {IpAddress:address}]',
    ),
    5142: bySubject(
      'configuration',
      'network-share-object-added',
      '{@Subject} shared {ShareLocalPath} as {ShareName}',
    ),
    5143: bySubject(
      'configuration',
      'network-share-object-modified',
      '{@Subject} changed share {ShareName}',
    ),
    5144: bySubject(
      'configuration',
      'network-share-object-deleted',
      '{@Subject} removed share {ShareName}',
    ),
    5145: bySubject(
      'network',
      'network-share-object-access-checked',
      '{@Subject} opened {RelativeTargetName} on share {ShareName}[ from {IpAddress:address}][: {AccessList:list}]',
    ),
    5168: {
      category: 'network',
      action: 'spn-check-failed',
      outcome: 'failure',
      user: 'Subject',
      message: 'SPN check for SMB failed for {@Subject}[: {SpnName}]',
    },
    6416: {
      category: 'host',
      action: 'external-device-recognised',
      outcome: 'success',
      user: 'Subject',
      message: 'New external device {DeviceDescription}[ ({ClassName})][: {DeviceId}]',
    },
    6419: bySubject(
      'host',
      'device-disable-requested',
      '{@Subject} asked to disable device {DeviceDescription}',
    ),
    6420: bySubject('host', 'device-disabled', '{@Subject} disabled device {DeviceDescription}'),
    6421: bySubject(
      'host',
      'device-enable-requested',
      '{@Subject} asked to enable device {DeviceDescription}',
    ),
    6422: bySubject('host', 'device-enabled', '{@Subject} enabled device {DeviceDescription}'),
    6423: {
      category: 'host',
      action: 'device-installation-forbidden',
      outcome: 'failure',
      user: 'Subject',
      message: 'Installation of device {DeviceDescription} was forbidden by policy',
    },
  },
};
