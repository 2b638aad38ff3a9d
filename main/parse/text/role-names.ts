export const GUESSED_ROLES = [
  'host',
  'user',
  'message',
  'process',
  'code',
  'channel',
  'provider',
  'action',
  'level',
  'sourceIp',
  'destinationIp',
] as const;

/** Names by which tables and logs call the same thing, likeliest first; compared as `plainName` gives them. */
export const ROLE_NAMES: {
  readonly [role in 'time' | 'zone' | (typeof GUESSED_ROLES)[number]]: readonly string[];
} = {
  time: words(`datetime timestamp eventtime timecreated timegenerated creationtime creationdate eventdatetime
    createddatetime activitydatetime published occurredat logtime starttime startedat ts time date dateandtime
    when systemtime utctime receivetimestamp requestreceivedtimestamp edgestarttimestamp instantepochsecond
    lastwritetime lastmodified modified created`),
  zone: words('timezone tz zone'),
  host: words(`hostname host computername computer machinename machine devicename device endpoint server fqdn
    agenthostname system`),
  user: words(`username user accountname account userid userprincipalname upn actor targetusername login
    usernamestr`),
  message: words(`message msg description desc details detail summary eventdescription text activity
    operation eventname event title name`),
  process: words('processname process image executable executablename'),
  code: words('eventid eventcode code statuscode status'),
  channel: words('channel logname'),
  provider: words('providername provider sourcename source product vendor logger'),
  action: words('eventaction action operationname operation eventname eventtype activity'),
  level: words('loglevel level lvl severity priority'),
  sourceIp:
    words(`sourceip srcip sourceaddress clientip clientaddress src remoteip remoteaddr remoteaddress
    callerip calleripaddress ipaddress ip sourceipaddress`),
  destinationIp: words('destinationip destip dstip destinationaddress dst targetip serverip'),
};

function words(text: string): string[] {
  return text.split(/\s+/);
}

const plain = new Map<string, string>();
const MAX_PLAIN = 50_000;

/** A name without case and punctuation: `@timestamp`, `event.time` and `Event_Time` are compared alike. */
export function plainName(name: string): string {
  let found = plain.get(name);
  if (found === undefined) {
    found = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    if (plain.size < MAX_PLAIN) plain.set(name, found);
  }
  return found;
}
