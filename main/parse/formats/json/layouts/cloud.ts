import type { ParsedEvent } from '../../../parser.ts';
import { type Get, type JsonLayout, sentence, textOf } from '../layout.ts';

function describe(event: ParsedEvent, what: string | undefined, why?: string): void {
  event.message = sentence(
    what,
    event.user === undefined ? undefined : `by ${event.user}`,
    event.sourceIp === undefined ? undefined : `from ${event.sourceIp}`,
    why === undefined ? undefined : `(${why})`,
  );
}

const outcomeOf = (word: string | undefined): ParsedEvent['outcome'] => {
  if (word === undefined) return undefined;
  if (/^(?:succe|ok$|allow|true$|granted|0$|partial)/i.test(word)) return 'success';
  return /^(?:fail|den|error|false$|reject|timeout|[1-9])/i.test(word) ? 'failure' : 'unknown';
};

const cloudTrail = (when: readonly string[]): JsonLayout => ({
  title: 'AWS CloudTrail',
  when,
  time: ['eventTime'],
  utc: true,
  category: 'api',
  roles: {
    user: [
      'userIdentity.userName',
      'userIdentity.sessionContext.sessionIssuer.userName',
      'userIdentity.arn',
      'userIdentity.invokedBy',
      'userIdentity.principalId',
      'userIdentity.type',
    ],
    sourceIp: ['sourceIPAddress'],
    provider: ['eventSource'],
    action: ['eventName'],
    code: ['errorCode'],
  },
  fill(event, get) {
    const login = textOf(get('responseElements.ConsoleLogin'));
    const error = textOf(get('errorCode')) ?? textOf(get('errorMessage'));
    event.outcome = error === undefined ? (outcomeOf(login) ?? 'success') : 'failure';
    if (login !== undefined || event.action === 'SwitchRole') event.category = 'authentication';
    describe(event, event.action, error ?? (event.outcome === 'failure' ? login : undefined));
  },
});

export const cloudLayouts: readonly JsonLayout[] = [
  cloudTrail(['eventSource', 'eventName', 'eventTime']),
  // Collectors replace the time by one of their own.
  cloudTrail(['eventSource', 'eventName', 'awsRegion']),
  {
    title: 'AWS CloudTrail (lookup-events)',
    when: ['EventId', 'EventName', 'EventTime', 'EventSource'],
    time: ['EventTime'],
    utc: true,
    category: 'api',
    roles: { user: ['Username'], provider: ['EventSource'], action: ['EventName'] },
    fill: (event) => describe(event, event.action),
  },
  {
    title: 'Microsoft 365 unified audit log',
    when: ['CreationTime', 'Operation', 'Workload'],
    time: ['CreationTime'],
    utc: true,
    category: 'api',
    roles: {
      user: ['UserId', 'UserKey'],
      sourceIp: ['ClientIP', 'ClientIPAddress', 'ActorIpAddress'],
      provider: ['Workload'],
      action: ['Operation'],
    },
    fill: fillAudit,
  },
  {
    title: 'Microsoft 365 unified audit log (exported)',
    when: ['CreationDate', 'Operations', 'UserIds'],
    time: ['CreationDate', 'AuditData.CreationTime'],
    utc: true,
    category: 'api',
    roles: {
      user: ['UserIds', 'AuditData.UserId'],
      sourceIp: ['AuditData.ClientIP', 'AuditData.ClientIPAddress', 'AuditData.ActorIpAddress'],
      provider: ['RecordType'],
      action: ['Operations'],
    },
    fill: fillAudit,
  },
  {
    title: 'Microsoft Entra sign-in',
    when: ['createdDateTime', 'userPrincipalName', 'appDisplayName'],
    time: ['createdDateTime'],
    utc: true,
    category: 'authentication',
    roles: {
      user: ['userPrincipalName'],
      sourceIp: ['ipAddress'],
      provider: ['appDisplayName'],
      code: ['status.errorCode'],
    },
    fill(event, get) {
      event.action = 'sign-in';
      event.outcome = outcomeOf(textOf(get('status.errorCode')));
      describe(event, `Sign-in to ${event.provider ?? ''}`, textOf(get('status.failureReason')));
    },
  },
  {
    title: 'Microsoft Entra audit',
    when: ['activityDateTime', 'activityDisplayName'],
    time: ['activityDateTime'],
    utc: true,
    category: 'iam',
    roles: {
      user: ['initiatedBy.user.userPrincipalName', 'initiatedBy.app.displayName'],
      sourceIp: ['initiatedBy.user.ipAddress'],
      provider: ['loggedByService'],
      action: ['activityDisplayName'],
    },
    fill(event, get) {
      event.outcome = outcomeOf(textOf(get('result')));
      describe(event, event.action, textOf(get('resultReason')));
    },
  },
  {
    title: 'Azure Monitor',
    when: ['time', 'operationName', 'category'],
    time: ['time'],
    utc: true,
    category: 'api',
    roles: {
      user: [
        'properties.userPrincipalName',
        'identity.claims.name',
        'identity',
        'properties.UserPrincipalName',
      ],
      sourceIp: ['callerIpAddress', 'properties.ipAddress'],
      provider: ['category'],
      action: ['operationName'],
      level: ['level', 'Level'],
    },
    fill(event, get) {
      event.outcome = outcomeOf(textOf(get('resultType')) ?? textOf(get('resultSignature')));
      describe(event, event.action, textOf(get('resultDescription')));
    },
  },
  {
    title: 'Google Cloud audit',
    when: ['protoPayload.methodName'],
    time: ['timestamp', 'receiveTimestamp'],
    utc: true,
    category: 'api',
    roles: {
      user: ['protoPayload.authenticationInfo.principalEmail'],
      sourceIp: ['protoPayload.requestMetadata.callerIp'],
      provider: ['protoPayload.serviceName'],
      action: ['protoPayload.methodName'],
      level: ['severity'],
      code: ['protoPayload.status.code'],
    },
    fill(event, get) {
      const error = textOf(get('protoPayload.status.message'));
      event.outcome = event.code === undefined || event.code === '0' ? 'success' : 'failure';
      describe(event, event.action, error);
    },
  },
  {
    title: 'Okta system log',
    when: ['published', 'eventType', 'displayMessage'],
    time: ['published'],
    utc: true,
    category: 'iam',
    roles: {
      user: ['actor.alternateId', 'actor.displayName'],
      sourceIp: ['client.ipAddress'],
      action: ['eventType'],
      level: ['severity'],
    },
    fill(event, get) {
      event.outcome = outcomeOf(textOf(get('outcome.result')));
      if (
        event.action?.startsWith('user.session') === true ||
        event.action?.includes('auth') === true
      )
        event.category = 'authentication';
      describe(event, textOf(get('displayMessage')), textOf(get('outcome.reason')));
    },
  },
  {
    title: 'Kubernetes audit',
    when: ['auditID', 'verb', 'user.username'],
    time: ['requestReceivedTimestamp', 'stageTimestamp'],
    utc: true,
    category: 'api',
    roles: { user: ['user.username'], action: ['verb'], code: ['responseStatus.code'] },
    fill(event, get) {
      const addresses = get('sourceIPs');
      const first: unknown = Array.isArray(addresses) ? addresses[0] : undefined;
      event.sourceIp = typeof first === 'string' ? first : undefined;
      const status = Number(event.code);
      if (status >= 100) event.outcome = status < 400 ? 'success' : 'failure';
      const what = sentence(
        event.action,
        textOf(get('requestURI')) ?? textOf(get('objectRef.resource')),
      );
      describe(event, what, event.code);
    },
  },
];

function fillAudit(event: ParsedEvent, get: Get): void {
  const result = textOf(get('ResultStatus')) ?? textOf(get('AuditData.ResultStatus'));
  event.outcome = outcomeOf(result);
  if (event.action?.startsWith('UserLog') === true) event.category = 'authentication';
  if (event.action === 'UserLoginFailed') event.outcome = 'failure';
  describe(event, event.action, event.outcome === 'failure' ? result : undefined);
}
