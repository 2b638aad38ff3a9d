import type { ProviderDefinitions } from '../definition.ts';

export const smbClient: ProviderDefinitions = {
  providers: ['Microsoft-Windows-SMBClient'],
  category: 'network',
  events: {
    30803: {
      category: 'network',
      action: 'smb-connection-failed',
      outcome: 'failure',
      message: 'SMB connection to {ServerName} failed[: {Status:ntstatus}]',
    },
    30804: {
      category: 'network',
      action: 'smb-disconnected',
      message: 'SMB connection to {ServerName} was lost',
    },
    31001: {
      category: 'authentication',
      action: 'smb-logon-failed',
      outcome: 'failure',
      user: 'UserName',
      message: 'SMB logon[ of {UserName}] to {ServerName} failed[: {Status:ntstatus}]',
    },
    31010: {
      category: 'network',
      action: 'smb-share-connection-failed',
      outcome: 'failure',
      message: 'Connection to share {ShareName|ServerName} failed[: {Status:ntstatus}]',
    },
  },
};

export const smbServer: ProviderDefinitions = {
  providers: ['Microsoft-Windows-SMBServer'],
  category: 'network',
  events: {
    551: {
      category: 'authentication',
      action: 'smb-logon-failed',
      outcome: 'failure',
      user: 'UserName',
      sourceIp: 'ClientName|ClientAddress',
      message: 'SMB logon[ of {UserName}][ from {ClientName}] failed[: {Status:ntstatus}]',
    },
    1009: {
      category: 'authentication',
      action: 'smb-anonymous-denied',
      outcome: 'failure',
      sourceIp: 'ClientAddress|ClientName',
      message: 'Anonymous SMB access[ from {ClientName}] was denied',
    },
    3000: {
      category: 'network',
      action: 'smb1-access',
      sourceIp: 'ClientName|ClientAddress',
      message: 'SMB1 was used[ by {ClientName}]',
    },
  },
};

const outgoing = '[ of {@UserName}][ in {ProcessName}][ to {TargetName}]';

export const ntlm: ProviderDefinitions = {
  providers: ['Microsoft-Windows-NTLM', 'Microsoft-Windows-Security-Netlogon'],
  category: 'authentication',
  events: {
    8001: {
      category: 'authentication',
      action: 'ntlm-outgoing',
      user: 'UserName',
      message: `Outgoing NTLM authentication${outgoing} (audited)`,
    },
    8002: {
      category: 'authentication',
      action: 'ntlm-incoming-local',
      user: 'ClientUserName',
      message: 'Incoming NTLM authentication[ of {ClientUserName}][ in {ProcessName}] (audited)',
    },
    8003: {
      category: 'authentication',
      action: 'ntlm-incoming-domain',
      user: 'UserName',
      message:
        'Incoming NTLM authentication[ of {@UserName}][ from {Workstation|WorkstationName}] (audited)',
    },
    8004: {
      category: 'authentication',
      action: 'ntlm-domain-controller',
      user: 'UserName',
      message:
        'NTLM authentication[ of {@UserName}][ from {WorkstationName}][ through {SChannelName}] at the domain controller (audited)',
    },
  },
};

export const winRm: ProviderDefinitions = {
  providers: ['Microsoft-Windows-WinRM'],
  category: 'session',
  events: {
    6: {
      category: 'network',
      action: 'winrm-session-created',
      message: 'WinRM session opened to {connection}',
    },
    8: {
      category: 'session',
      action: 'winrm-session-closing',
      message: 'WinRM session is closing',
    },
    15: {
      category: 'session',
      action: 'winrm-command-closing',
      message: 'WinRM command is closing',
    },
    16: { category: 'session', action: 'winrm-shell-closing', message: 'WinRM shell is closing' },
    33: { category: 'session', action: 'winrm-session-closed', message: 'WinRM session closed' },
    91: {
      category: 'session',
      action: 'winrm-shell-created',
      message: 'WinRM shell created on this computer[: {resourceUri}][ (shell {shellId})]',
    },
    142: {
      category: 'session',
      action: 'winrm-operation-failed',
      outcome: 'failure',
      message: 'WinRM operation {operationName} failed[: {errorCode}]',
    },
    161: {
      category: 'authentication',
      action: 'winrm-authentication-failed',
      outcome: 'failure',
      message: 'WinRM authentication failed[: {authFailureMessage:line}]',
    },
    168: {
      category: 'authentication',
      action: 'winrm-authentication',
      message: 'WinRM is authenticating a user[ with {authenticationMechanism}]',
    },
    169: {
      category: 'authentication',
      action: 'winrm-authenticated',
      outcome: 'success',
      user: 'username',
      message: '{username} authenticated to WinRM[ with {authenticationMechanism}]',
    },
  },
};

export const dnsClient: ProviderDefinitions = {
  providers: ['Microsoft-Windows-DNS-Client'],
  category: 'network',
  events: {
    1014: {
      category: 'network',
      action: 'dns-timeout',
      outcome: 'failure',
      message: 'No DNS server answered for {QueryName}',
    },
    3006: {
      category: 'network',
      action: 'dns-query',
      message: 'DNS query for {QueryName}[ ({QueryType:dnsType})]',
    },
    3008: {
      category: 'network',
      action: 'dns-answer',
      message:
        'DNS query for {QueryName}[ ({QueryType:dnsType})] answered[: {QueryResults}][ (status {QueryStatus})]',
    },
    3020: {
      category: 'network',
      action: 'dns-answer',
      message: 'DNS answer for {QueryName}[: {QueryResults}]',
    },
  },
};

export const bits: ProviderDefinitions = {
  providers: ['Microsoft-Windows-Bits-Client'],
  category: 'network',
  events: {
    3: {
      category: 'network',
      action: 'bits-job-created',
      user: 'jobOwner',
      process: 'processPath',
      message: '{jobOwner} created BITS job {jobTitle}[ with {processPath}]',
    },
    4: {
      category: 'network',
      action: 'bits-job-completed',
      outcome: 'success',
      user: 'jobOwner',
      message: 'BITS job {jobTitle}[ of {jobOwner}] completed[, {fileCount} files]',
    },
    5: {
      category: 'network',
      action: 'bits-job-cancelled',
      user: 'jobOwner',
      message: 'BITS job {jobTitle}[ of {jobOwner}] was cancelled',
    },
    59: {
      category: 'network',
      action: 'bits-transfer-started',
      message: 'BITS job {name} began to transfer {url}',
    },
    60: {
      category: 'network',
      action: 'bits-transfer-stopped',
      message:
        'BITS job {name} stopped transferring {url}[, {bytesTransferred} bytes][ (status {hr})]',
    },
    61: {
      category: 'network',
      action: 'bits-transfer-failed',
      outcome: 'failure',
      message: 'BITS job {name} failed to transfer {url}[ ({hr})]',
    },
  },
};

const rule =
  '{RuleName}[ ({Direction:firewallDirection}, {Action:firewallAction})][ for {ApplicationPath}][ ports {LocalPorts}][ with {ModifyingApplication}]';

export const firewall: ProviderDefinitions = {
  providers: ['Microsoft-Windows-Windows Firewall With Advanced Security'],
  category: 'configuration',
  events: {
    2002: {
      category: 'configuration',
      action: 'firewall-setting-changed',
      message: 'Firewall setting {SettingType} changed[ to {SettingValueString|SettingValue}]',
    },
    2003: {
      category: 'configuration',
      action: 'firewall-profile-changed',
      message:
        'Firewall profile {Profiles}: setting {SettingType} changed[ to {SettingValueString|SettingValue}][ with {ModifyingApplication}]',
    },
    2004: {
      category: 'configuration',
      action: 'firewall-rule-added',
      message: `Firewall rule added: ${rule}`,
    },
    2005: {
      category: 'configuration',
      action: 'firewall-rule-changed',
      message: `Firewall rule changed: ${rule}`,
    },
    2006: {
      category: 'configuration',
      action: 'firewall-rule-deleted',
      message: 'Firewall rule deleted: {RuleName}[ with {ModifyingApplication}]',
    },
    2009: {
      category: 'configuration',
      action: 'firewall-policy-failed',
      outcome: 'failure',
      message: 'Firewall could not load group policy',
    },
    2033: {
      category: 'configuration',
      action: 'firewall-rules-deleted',
      message: 'All firewall rules were deleted[ with {ModifyingApplication}]',
    },
    2052: {
      category: 'configuration',
      action: 'firewall-rule-deleted',
      message: 'Firewall rule deleted: {RuleName}[ with {ModifyingApplication}]',
    },
    2059: {
      category: 'configuration',
      action: 'firewall-rules-deleted',
      message: 'All firewall rules were deleted[ with {ModifyingApplication}]',
    },
    2071: {
      category: 'configuration',
      action: 'firewall-rule-added',
      message: `Firewall rule added: ${rule}`,
    },
    2073: {
      category: 'configuration',
      action: 'firewall-rule-changed',
      message: `Firewall rule changed: ${rule}`,
    },
    2097: {
      category: 'configuration',
      action: 'firewall-rule-added',
      message: `Firewall rule added: ${rule}`,
    },
    2099: {
      category: 'configuration',
      action: 'firewall-rule-changed',
      message: `Firewall rule changed: ${rule}`,
    },
  },
};
