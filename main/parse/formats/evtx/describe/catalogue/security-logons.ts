import type { ProviderDefinitions } from '../definition.ts';

/** Logons, logoffs, credentials and Kerberos in the Security log. */
export const securityLogons: ProviderDefinitions = {
  providers: ['Microsoft-Windows-Security-Auditing'],
  category: 'other',
  events: {
    4624: {
      category: 'authentication',
      action: 'logged-in',
      outcome: 'success',
      user: 'Target',
      message:
        '{@Target} logged on (logon type {LogonType:logonType})[ from {IpAddress:address|WorkstationName}][ with {AuthenticationPackageName}][ by {ProcessName}]',
    },
    4625: {
      category: 'authentication',
      action: 'logon-failed',
      outcome: 'failure',
      user: 'Target',
      message:
        '{@Target} failed to log on (logon type {LogonType:logonType})[ from {IpAddress:address|WorkstationName}]: {SubStatus:ntFailure|Status:ntFailure|FailureReason:message}',
    },
    4627: {
      category: 'iam',
      action: 'group-membership-info',
      outcome: 'success',
      user: 'Target',
      message: '{@Target} logged on with group memberships[: {GroupMembership:list}]',
    },
    4634: {
      category: 'authentication',
      action: 'logged-out',
      outcome: 'success',
      user: 'Target',
      message: '{@Target} was logged off (logon type {LogonType:logonType})',
    },
    4647: {
      category: 'authentication',
      action: 'logged-out',
      outcome: 'success',
      user: 'Target',
      message: '{@Target} logged off',
    },
    4648: {
      category: 'authentication',
      action: 'logged-in-explicit',
      user: 'Subject',
      message:
        '{@Subject} used explicit credentials of {@Target}[ for {TargetServerName}][ from {IpAddress:address}][ in {ProcessName}]',
    },
    4649: {
      category: 'intrusion_detection',
      action: 'replay-attack-detected',
      user: 'Target',
      message: 'Replay attack detected against {@Target}[ from {WorkstationName}]',
    },
    4672: {
      category: 'iam',
      action: 'logged-in-special',
      outcome: 'success',
      user: 'Subject',
      message: '{@Subject} logged on with special privileges[: {PrivilegeList:list}]',
    },
    4675: {
      category: 'authentication',
      action: 'sids-were-filtered',
      user: 'Target',
      message: 'SIDs of {@Target} were filtered out[: {SidList:list}]',
    },
    4768: {
      category: 'authentication',
      action: 'kerberos-authentication-ticket-requested',
      user: 'Target',
      message:
        '{@Target} requested a Kerberos ticket-granting ticket[ from {IpAddress:address}][ ({TicketEncryptionType:encryption}, pre-authentication {PreAuthType:preAuthentication})][: {Status:kerberosFailure}]',
    },
    4769: {
      category: 'authentication',
      action: 'kerberos-service-ticket-requested',
      user: 'Target',
      message:
        '{@Target} requested a Kerberos ticket for {ServiceName}[ from {IpAddress:address}][ ({TicketEncryptionType:encryption})][: {Status:kerberosFailure}]',
    },
    4770: {
      category: 'authentication',
      action: 'kerberos-service-ticket-renewed',
      user: 'Target',
      message: '{@Target} renewed a Kerberos ticket for {ServiceName}[ from {IpAddress:address}]',
    },
    4771: {
      category: 'authentication',
      action: 'kerberos-preauth-failed',
      outcome: 'failure',
      user: 'Target',
      message:
        'Kerberos pre-authentication of {@Target} failed[ from {IpAddress:address}]: {Status:kerberos}',
    },
    4772: {
      category: 'authentication',
      action: 'kerberos-authentication-ticket-failed',
      outcome: 'failure',
      user: 'Target',
      message:
        'Kerberos ticket request of {@Target} failed[ from {IpAddress:address}]: {FailureCode:kerberos}',
    },
    4773: {
      category: 'authentication',
      action: 'kerberos-service-ticket-failed',
      outcome: 'failure',
      user: 'Target',
      message: 'Kerberos service ticket request of {@Target} failed[ from {IpAddress:address}]',
    },
    4774: {
      category: 'authentication',
      action: 'account-mapped',
      message: 'Account {MappedName|ClientUserName} mapped for logon',
    },
    4776: {
      category: 'authentication',
      action: 'credential-validated',
      user: 'Target',
      message:
        'NTLM credentials of {TargetUserName} validated[ from {Workstation}]: {Status:ntstatus}',
    },
    4777: {
      category: 'authentication',
      action: 'credential-validation-failed',
      outcome: 'failure',
      user: 'ClientUserName',
      message: 'Credentials of {ClientUserName} could not be validated[ from {TargetName}]',
    },
    4778: {
      category: 'session',
      action: 'session-reconnected',
      outcome: 'success',
      user: 'AccountName',
      message:
        '{@AccountName} reconnected to session {SessionName}[ from {ClientName}][ ({ClientAddress})]',
    },
    4779: {
      category: 'session',
      action: 'session-disconnected',
      outcome: 'success',
      user: 'AccountName',
      message:
        '{@AccountName} disconnected from session {SessionName}[ from {ClientName}][ ({ClientAddress})]',
    },
    4800: {
      category: 'session',
      action: 'workstation-locked',
      outcome: 'success',
      user: 'Target',
      message: '{@Target} locked the workstation[ (session {SessionId})]',
    },
    4801: {
      category: 'session',
      action: 'workstation-unlocked',
      outcome: 'success',
      user: 'Target',
      message: '{@Target} unlocked the workstation[ (session {SessionId})]',
    },
    4802: {
      category: 'session',
      action: 'screensaver-invoked',
      outcome: 'success',
      user: 'Target',
      message: 'Screen saver started for {@Target}[ (session {SessionId})]',
    },
    4803: {
      category: 'session',
      action: 'screensaver-dismissed',
      outcome: 'success',
      user: 'Target',
      message: 'Screen saver ended by {@Target}[ (session {SessionId})]',
    },
    4964: {
      category: 'iam',
      action: 'logged-in-special',
      outcome: 'success',
      user: 'Target',
      message: '{@Target} logged on as member of a watched group[: {SidList:list}]',
    },
    5378: {
      category: 'authentication',
      action: 'credential-delegation-refused',
      outcome: 'failure',
      user: 'Subject',
      message: 'Delegation of credentials of {@Subject} to {TargetServer} was refused by policy',
    },
    5379: {
      category: 'iam',
      action: 'credential-manager-read',
      user: 'Subject',
      message:
        '{@Subject} read Credential Manager[: {TargetName}][ ({CountOfCredentialsReturned} credentials)]',
    },
    5381: {
      category: 'iam',
      action: 'vault-credentials-read',
      user: 'Subject',
      message: '{@Subject} read vault credentials[ ({CountOfCredentialsReturned})]',
    },
    5382: {
      category: 'iam',
      action: 'vault-credentials-read',
      user: 'Subject',
      message: '{@Subject} read a vault credential[ for {Resource}]',
    },
  },
};
