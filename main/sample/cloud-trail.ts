import { END, FIRST_DAY, activity, at } from './calendar.ts';
import { EGRESS, INTRUDER } from './company.ts';
import type { Random } from './random.ts';

const ACCOUNT = '111122223333';
/** The key that lay in a file of the web server. */
const STOLEN_KEY = 'AKIAIOSFODNN7EXAMPLE';
const BUCKET = 'lindholm-web-backup';

interface Call {
  readonly at: number;
  readonly user: string;
  readonly key: string;
  readonly ip: string;
  readonly agent: string;
  readonly source: string;
  readonly name: string;
  readonly parameters?: object;
  readonly error?: string;
}

const DEPLOY = { user: 'web1-deploy', key: STOLEN_KEY };

/** The cloud account's trail as it is delivered: one document with all records. */
export function cloudTrail(random: Random): string {
  const calls = [...ordinary(random), ...stolenKey(), ...response()].sort((a, b) => a.at - b.at);
  return `${JSON.stringify({ Records: calls.map(record) }, null, 1)}\n`;
}

function ordinary(random: Random): Call[] {
  const calls: Call[] = [];
  for (let time = FIRST_DAY; time < END; time += random.between(60_000, 420_000)) {
    if (random.next() > activity(time) + 0.1) continue;
    const [source, name] = random.pick<readonly [string, string]>([
      ['s3.amazonaws.com', 'PutObject'],
      ['s3.amazonaws.com', 'PutObject'],
      ['monitoring.amazonaws.com', 'PutMetricData'],
      ['sts.amazonaws.com', 'GetCallerIdentity'],
    ]);
    calls.push({
      at: time,
      ...DEPLOY,
      ip: EGRESS,
      agent: 'aws-cli/2.15.30',
      source,
      name,
      ...(name === 'PutObject' && {
        parameters: { bucketName: BUCKET, key: `nightly/${new Date(time).toISOString()}.tar.gz` },
      }),
    });
  }
  return calls;
}

function stolenKey(): Call[] {
  const steps: readonly (readonly [string, string, object?, string?])[] = [
    ['sts.amazonaws.com', 'GetCallerIdentity'],
    ['s3.amazonaws.com', 'ListBuckets'],
    ['s3.amazonaws.com', 'ListObjects', { bucketName: BUCKET }],
    ...Array.from(
      { length: 14 },
      (_, i) =>
        [
          's3.amazonaws.com',
          'GetObject',
          { bucketName: BUCKET, key: `nightly/2026-05-${String(i % 10).padStart(2, '0')}.sql.gz` },
        ] as const,
    ),
    ['iam.amazonaws.com', 'CreateUser', { userName: 'svc-metrics' }, 'AccessDenied'],
    ['iam.amazonaws.com', 'CreateAccessKey', { userName: 'root' }, 'AccessDenied'],
  ];
  return steps.map(([source, name, parameters, error], n) => ({
    at: at('2026-05-13T01:36:20') + n * 23_000,
    ...DEPLOY,
    ip: INTRUDER.scan,
    agent: 'aws-cli/2.11.4',
    source,
    name,
    ...(parameters !== undefined && { parameters }),
    ...(error !== undefined && { error }),
  }));
}

const response = (): Call[] => [
  {
    at: at('2026-05-13T09:31:05'),
    user: 'k.nyberg',
    key: 'AKIAI44QH8DHBEXAMPLE',
    ip: EGRESS,
    agent: 'console.amazonaws.com',
    source: 'iam.amazonaws.com',
    name: 'UpdateAccessKey',
    parameters: { userName: DEPLOY.user, accessKeyId: STOLEN_KEY, status: 'Inactive' },
  },
];

function record(call: Call, n: number): object {
  const id = (n * 2_654_435_761 + call.at).toString(16).padStart(12, '0').slice(-12);
  return {
    eventVersion: '1.09',
    userIdentity: {
      type: 'IAMUser',
      principalId: `AIDA${call.user.replaceAll(/\W/g, '').toUpperCase()}`,
      arn: `arn:aws:iam::${ACCOUNT}:user/${call.user}`,
      accountId: ACCOUNT,
      accessKeyId: call.key,
      userName: call.user,
    },
    eventTime: `${new Date(call.at).toISOString().slice(0, 19)}Z`,
    eventSource: call.source,
    eventName: call.name,
    awsRegion: 'eu-north-1',
    sourceIPAddress: call.ip,
    userAgent: call.agent,
    ...(call.error !== undefined && {
      errorCode: call.error,
      errorMessage: `User ${call.user} is not authorized to perform ${call.name}`,
    }),
    requestParameters: call.parameters ?? null,
    responseElements: null,
    eventID: `6f1d0c2a-4b7e-4c1f-9a35-${id}`,
    readOnly: /^(?:Get|List)/.test(call.name),
    eventType: 'AwsApiCall',
    recipientAccountId: ACCOUNT,
  };
}
