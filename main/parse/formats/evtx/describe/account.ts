import type { FieldValue } from '#shared/model/event.ts';
import { isAbsent } from './absent.ts';

/** Names joined so far: accounts repeat, and one string per account is compared and stored at no cost. */
const joined = new Map<string, Map<string, string>>();
const MAX_JOINED = 1 << 14;
let count = 0;

/** `DOMAIN\user`; the user alone where the domain is absent or already part of the name. */
export function accountName(
  domain: FieldValue | undefined,
  user: FieldValue | undefined,
): string | undefined {
  if (typeof user !== 'string' || isAbsent(user)) return undefined;
  if (typeof domain !== 'string' || isAbsent(domain)) return user;
  return joined.get(domain)?.get(user) ?? join(domain, user);
}

function join(domain: string, user: string): string {
  if (count >= MAX_JOINED) {
    joined.clear();
    count = 0;
  }
  const name = user.includes('\\') || user.includes('@') ? user : `${domain}\\${user}`;
  let users = joined.get(domain);
  if (users === undefined) {
    users = new Map();
    joined.set(domain, users);
  }
  users.set(user, name);
  count++;
  return name;
}

/** Fields that hold the domain of the account in another one. */
const DOMAINS_OF: { readonly [user: string]: readonly string[] } = {
  TargetUserName: ['TargetDomainName', 'TargetDomain'],
  SubjectUserName: ['SubjectDomainName', 'SubjectUserDomainName', 'SubjectDomain'],
  UserName: ['DomainName', 'UserDomain'],
  AccountName: ['AccountDomain'],
  Param1: ['Param2'],
};

/** Reads the account a source names: the Target or Subject fields, or one field with its domain beside it. */
export function accountReader(
  source: string,
  keys: readonly string[],
): ((values: readonly (FieldValue | undefined)[]) => string | undefined) | undefined {
  const name = source === 'Target' || source === 'Subject' ? `${source}UserName` : source;
  const user = keys.indexOf(name);
  if (user < 0) return undefined;
  const domain = (DOMAINS_OF[name] ?? []).map((each) => keys.indexOf(each)).find((n) => n >= 0);
  return domain === undefined
    ? (values) => accountName(undefined, values[user])
    : (values) => accountName(values[domain], values[user]);
}
