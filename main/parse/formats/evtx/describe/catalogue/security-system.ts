import type { ProviderDefinitions } from '../definition.ts';

const connection =
  '[ {Protocol:protocol}] from {SourceAddress}:{SourcePort}[ to {DestAddress}:{DestPort}][ ({Direction:message})]';

/** Start, policy, log and firewall in the Security log. */
export const securitySystem: ProviderDefinitions = {
  providers: ['Microsoft-Windows-Security-Auditing'],
  category: 'other',
  events: {
    4608: { category: 'host', action: 'system-started', message: 'Windows is starting up' },
    4609: { category: 'host', action: 'system-stopped', message: 'Windows is shutting down' },
    4610: {
      category: 'configuration',
      action: 'authentication-package-loaded',
      message: 'Authentication package loaded by the LSA: {AuthenticationPackageName}',
    },
    4611: {
      category: 'configuration',
      action: 'logon-process-registered',
      user: 'Subject',
      message: 'Logon process {LogonProcessName} registered with the LSA',
    },
    4614: {
      category: 'configuration',
      action: 'notification-package-loaded',
      message: 'Password notification package loaded: {NotificationPackageName}',
    },
    4616: {
      category: 'configuration',
      action: 'system-time-changed',
      user: 'Subject',
      message:
        '{@Subject} changed the system time from {PreviousTime} to {NewTime}[ with {ProcessName}]',
    },
    4621: {
      category: 'configuration',
      action: 'crash-on-audit-fail-reset',
      message: 'An administrator recovered the system from CrashOnAuditFail',
    },
    4622: {
      category: 'configuration',
      action: 'security-package-loaded',
      message: 'Security package loaded by the LSA: {SecurityPackageName}',
    },
    4713: {
      category: 'configuration',
      action: 'kerberos-policy-changed',
      user: 'Subject',
      message: '{@Subject} changed the Kerberos policy[: {KerberosPolicyChange:line}]',
    },
    4715: {
      category: 'configuration',
      action: 'audit-policy-permissions-changed',
      user: 'Subject',
      message: '{@Subject} changed who may change the audit policy',
    },
    4719: {
      category: 'configuration',
      action: 'changed-audit-config',
      user: 'Subject',
      message:
        '{@Subject} changed the audit policy of subcategory {SubcategoryGuid}[: {AuditPolicyChanges:list}]',
    },
    4739: {
      category: 'configuration',
      action: 'domain-policy-changed',
      user: 'Subject',
      message: '{@Subject} changed the domain policy[ of {DomainName}][: {DomainPolicyChanged}]',
    },
    4826: {
      category: 'host',
      action: 'boot-configuration-loaded',
      message: 'Boot configuration data loaded',
    },
    4902: {
      category: 'configuration',
      action: 'user-audit-policy-created',
      message: 'Per-user audit policy table created[ ({PuaCount} entries)]',
    },
    4904: {
      category: 'configuration',
      action: 'security-event-source-added',
      user: 'Subject',
      message: '{@Subject} registered security event source {AuditSourceName}[ with {ProcessName}]',
    },
    4905: {
      category: 'configuration',
      action: 'security-event-source-removed',
      user: 'Subject',
      message: '{@Subject} removed security event source {AuditSourceName}[ with {ProcessName}]',
    },
    4906: {
      category: 'configuration',
      action: 'crash-on-audit-fail-changed',
      message: 'CrashOnAuditFail was changed',
    },
    4912: {
      category: 'configuration',
      action: 'user-audit-policy-changed',
      user: 'Subject',
      message: '{@Subject} changed the audit policy of a user[: {AuditPolicyChanges:list}]',
    },
    4946: {
      category: 'configuration',
      action: 'firewall-rule-added',
      message: 'Firewall rule added: {RuleName}[ ({RuleId})]',
    },
    4947: {
      category: 'configuration',
      action: 'firewall-rule-changed',
      message: 'Firewall rule changed: {RuleName}[ ({RuleId})]',
    },
    4948: {
      category: 'configuration',
      action: 'firewall-rule-deleted',
      message: 'Firewall rule deleted: {RuleName}[ ({RuleId})]',
    },
    4949: {
      category: 'configuration',
      action: 'firewall-reset',
      message: 'Firewall settings were reset to their defaults',
    },
    4950: {
      category: 'configuration',
      action: 'firewall-setting-changed',
      message: 'Firewall setting {SettingType} changed to {SettingValue}',
    },
    5024: { category: 'host', action: 'firewall-started', message: 'Windows Firewall started' },
    5025: { category: 'host', action: 'firewall-stopped', message: 'Windows Firewall stopped' },
    5033: {
      category: 'host',
      action: 'firewall-driver-started',
      message: 'Windows Firewall driver started',
    },
    5056: {
      category: 'iam',
      action: 'cryptographic-self-test',
      user: 'Subject',
      message: 'Cryptographic self-test of {Module}: {ReturnCode:ntstatus}',
    },
    5152: {
      category: 'network',
      action: 'windows-firewall-packet-drop',
      outcome: 'failure',
      message: `Firewall dropped a packet${connection}[ of {Application}]`,
    },
    5154: {
      category: 'network',
      action: 'windows-firewall-listen',
      outcome: 'success',
      message: '{Application} listens on[ {Protocol:protocol}] {SourceAddress}:{SourcePort}',
    },
    5155: {
      category: 'network',
      action: 'windows-firewall-listen-blocked',
      outcome: 'failure',
      message:
        '{Application} was kept from listening on[ {Protocol:protocol}] {SourceAddress}:{SourcePort}',
    },
    5156: {
      category: 'network',
      action: 'windows-firewall-connection',
      outcome: 'success',
      message: `{Application} connected${connection}`,
    },
    5157: {
      category: 'network',
      action: 'windows-firewall-connection-blocked',
      outcome: 'failure',
      message: `Connection of {Application} was blocked${connection}`,
    },
    5158: {
      category: 'network',
      action: 'windows-firewall-bind',
      outcome: 'success',
      message: '{Application} bound to[ {Protocol:protocol}] {SourceAddress}:{SourcePort}',
    },
    5159: {
      category: 'network',
      action: 'windows-firewall-bind-blocked',
      outcome: 'failure',
      message:
        '{Application} was kept from binding to[ {Protocol:protocol}] {SourceAddress}:{SourcePort}',
    },
    5447: {
      category: 'configuration',
      action: 'filter-changed',
      message: 'Filter of the filtering platform changed[: {FilterName}]',
    },
    5890: {
      category: 'configuration',
      action: 'com-plus-object-added',
      message: 'Object added to the COM+ catalogue[: {ObjectCollectionName}]',
    },
  },
};

/** The event log about itself: cleared, full, stopped. */
export const eventLog: ProviderDefinitions = {
  providers: ['Microsoft-Windows-Eventlog'],
  category: 'host',
  events: {
    104: {
      category: 'configuration',
      action: 'log-cleared',
      user: 'Subject',
      message: '{@Subject} cleared the log {Channel}[ (backup in {BackupPath})]',
    },
    105: {
      category: 'host',
      action: 'log-backed-up',
      message: 'Log {Channel} was backed up[ to {BackupPath}]',
    },
    1100: {
      category: 'host',
      action: 'logging-service-shutdown',
      message: 'The event log service shut down',
    },
    1101: {
      category: 'host',
      action: 'audit-events-dropped',
      outcome: 'failure',
      message: 'Audit events were dropped by the transport',
    },
    1102: {
      category: 'configuration',
      action: 'audit-log-cleared',
      user: 'Subject',
      message: '{@Subject} cleared the Security log',
    },
    1104: { category: 'host', action: 'log-full', message: 'The Security log is full' },
    1105: {
      category: 'host',
      action: 'log-backed-up',
      message: 'Log {Channel} was archived[ to {BackupPath}]',
    },
    1108: {
      category: 'host',
      action: 'logging-failed',
      outcome: 'failure',
      message: 'The event log service could not process an event[ from {PublisherName}]',
    },
  },
};
