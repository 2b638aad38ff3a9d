import type { Category } from '#shared/model/event.ts';
import type { EventDefinition, ProviderDefinitions } from '../definition.ts';

const iam: Category = 'iam';

/** Something `{@Subject}` did to an account or group. */
const done = (action: string, message: string): EventDefinition => ({
  category: iam,
  action,
  user: 'Subject',
  message,
});

const member = '{MemberName|MemberSid}';

/** Accounts, groups, privileges and certificates in the Security log. */
export const securityAccounts: ProviderDefinitions = {
  providers: ['Microsoft-Windows-Security-Auditing'],
  category: 'other',
  events: {
    4703: done(
      'privileges-adjusted',
      '{@Subject} adjusted privileges[ in {ProcessName}][, enabled: {EnabledPrivilegeList:list}][, disabled: {DisabledPrivilegeList:list}]',
    ),
    4704: done('user-right-assigned', '{@Subject} gave {TargetSid} the right {PrivilegeList:list}'),
    4705: done(
      'user-right-removed',
      '{@Subject} took the right {PrivilegeList:list} from {TargetSid}',
    ),
    4706: done(
      'trust-created',
      '{@Subject} created a trust to {DomainName}[ ({TdoDirection:trust})]',
    ),
    4707: done('trust-removed', '{@Subject} removed the trust to {DomainName}'),
    4716: done(
      'trust-changed',
      '{@Subject} changed the trust to {DomainName}[ ({TdoDirection:trust})]',
    ),
    4717: done('system-access-granted', '{@Subject} granted {TargetSid} {AccessGranted}'),
    4718: done('system-access-removed', '{@Subject} removed {AccessRemoved} from {TargetSid}'),
    4720: done('added-user-account', '{@Subject} created user account {@Target}'),
    4722: done('enabled-user-account', '{@Subject} enabled user account {@Target}'),
    4723: done('changed-password', '{@Subject} tried to change the password of {@Target}'),
    4724: done('reset-password', '{@Subject} tried to reset the password of {@Target}'),
    4725: done('disabled-user-account', '{@Subject} disabled user account {@Target}'),
    4726: done('deleted-user-account', '{@Subject} deleted user account {@Target}'),
    4727: done('added-group-account', '{@Subject} created global group {@Target}'),
    4728: done('added-member-to-group', `{@Subject} added ${member} to global group {@Target}`),
    4729: done(
      'removed-member-from-group',
      `{@Subject} removed ${member} from global group {@Target}`,
    ),
    4730: done('deleted-group-account', '{@Subject} deleted global group {@Target}'),
    4731: done('added-group-account', '{@Subject} created local group {@Target}'),
    4732: done('added-member-to-group', `{@Subject} added ${member} to local group {@Target}`),
    4733: done(
      'removed-member-from-group',
      `{@Subject} removed ${member} from local group {@Target}`,
    ),
    4734: done('deleted-group-account', '{@Subject} deleted local group {@Target}'),
    4735: done('modified-group-account', '{@Subject} changed local group {@Target}'),
    4737: done('modified-group-account', '{@Subject} changed global group {@Target}'),
    4738: done(
      'modified-user-account',
      '{@Subject} changed user account {@Target}[: {UserAccountControl:list}]',
    ),
    4740: {
      category: iam,
      action: 'locked-out-user-account',
      outcome: 'failure',
      user: 'TargetUserName',
      message: 'Account {TargetUserName} was locked out[, attempts from {TargetDomainName}]',
    },
    4741: done('added-computer-account', '{@Subject} created computer account {@Target}'),
    4742: done(
      'changed-computer-account',
      '{@Subject} changed computer account {@Target}[: {UserAccountControl:list}]',
    ),
    4743: done('deleted-computer-account', '{@Subject} deleted computer account {@Target}'),
    4754: done('added-group-account', '{@Subject} created universal group {@Target}'),
    4755: done('modified-group-account', '{@Subject} changed universal group {@Target}'),
    4756: done('added-member-to-group', `{@Subject} added ${member} to universal group {@Target}`),
    4757: done(
      'removed-member-from-group',
      `{@Subject} removed ${member} from universal group {@Target}`,
    ),
    4758: done('deleted-group-account', '{@Subject} deleted universal group {@Target}'),
    4764: done('type-changed-group-account', '{@Subject} changed the type of group {@Target}'),
    4765: done(
      'sid-history-added',
      '{@Subject} added SID history of {SourceUserName} to {@Target}',
    ),
    4766: {
      category: iam,
      action: 'sid-history-add-failed',
      outcome: 'failure',
      user: 'Subject',
      message: '{@Subject} failed to add SID history to {@Target}',
    },
    4767: done('unlocked-user-account', '{@Subject} unlocked user account {@Target}'),
    4780: done(
      'acl-set-administrators',
      'Access rights of administrators group member {@Target} were reset',
    ),
    4781: done(
      'renamed-user-account',
      '{@Subject} renamed account {OldTargetUserName} to {NewTargetUserName}',
    ),
    4794: {
      category: iam,
      action: 'dsrm-password-set',
      user: 'Subject',
      message:
        '{@Subject} tried to set the Directory Services Restore Mode password[ from {Workstation}]: {Status:ntstatus}',
    },
    4797: done('blank-password-queried', '{@Subject} asked whether {@Target} has a blank password'),
    4798: done(
      'group-membership-enumerated',
      '{@Subject} listed the local groups of {@Target}[ with {CallerProcessName}]',
    ),
    4799: done(
      'group-membership-enumerated',
      '{@Subject} listed the members of local group {@Target}[ with {CallerProcessName}]',
    ),
    4870: done('certificate-revoked', '{@Subject} revoked certificate {CertificateSerialNumber}'),
    4882: done(
      'ca-permissions-changed',
      '{@Subject} changed the permissions of the certification authority',
    ),
    4886: {
      category: iam,
      action: 'certificate-requested',
      user: 'Requester',
      message: '{Requester} requested a certificate (request {RequestId})[: {Attributes:line}]',
    },
    4887: {
      category: iam,
      action: 'certificate-issued',
      outcome: 'success',
      user: 'Requester',
      message:
        'Certificate issued to {Requester} (request {RequestId})[, subject {Subject}][: {Attributes:line}]',
    },
    4888: {
      category: iam,
      action: 'certificate-denied',
      outcome: 'failure',
      user: 'Requester',
      message: 'Certificate request {RequestId} of {Requester} was denied',
    },
    4898: {
      category: 'configuration',
      action: 'certificate-template-loaded',
      message: 'Certificate template {TemplateInternalName} loaded[ (version {TemplateVersion})]',
    },
    4899: {
      category: 'configuration',
      action: 'certificate-template-changed',
      message: 'Certificate template {TemplateInternalName} was changed',
    },
    4900: {
      category: 'configuration',
      action: 'certificate-template-security-changed',
      message: 'Security of certificate template {TemplateInternalName} was changed',
    },
    4865: done(
      'trusted-forest-info-added',
      '{@Subject} added trusted forest information[ for {TopLevelName}][ of {ForestRoot}]',
    ),
  },
};
