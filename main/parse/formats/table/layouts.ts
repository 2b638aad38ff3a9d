/** One clock of a layout: a column, and what its time means when the record does not say. */
export interface LayoutTime {
  readonly column: string;
  readonly meaning: string;
}

/**
 * A table that a known program writes, recognised by its header. Column names are those of the program; every
 * column stays a field under its own name, the ones named here become columns of the event.
 */
export interface Layout {
  readonly title: string;
  /** All of them must be in the header. */
  readonly header: readonly string[];
  /** In order of preference, or, with `every`, each an event of its own. */
  readonly times: readonly LayoutTime[];
  readonly every?: true;
  /** Clock and zone in columns of their own, beside the date in the first of `times`. */
  readonly clock?: string;
  readonly zone?: string;
  /** Times without a zone are UTC by the program's definition. */
  readonly utc?: true;
  readonly meaning?: string;
  /** Of several, the first that the table has. */
  readonly host?: string | readonly string[];
  readonly user?: string | readonly string[];
  /** Shown one after another, with `joint` between them. */
  readonly message?: readonly string[];
  readonly joint?: string;
  readonly process?: string;
  /** Of these columns, joined, the path of a file is made: `file.path`, or `file.listed` of a listing of a whole disk. */
  readonly file?: readonly string[];
  readonly listing?: true;
  readonly code?: string;
  readonly channel?: string;
  readonly provider?: string;
  readonly record?: string;
  readonly action?: string;
  readonly sourceIp?: string | readonly string[];
  readonly level?: string;
  /** A column whose cells are JSON objects. */
  readonly json?: string;
}

const at = (...columns: readonly string[]): LayoutTime[] =>
  columns.map((column) => ({ column, meaning: 'logged' }));

const FILE_TIMES = (prefix: string): LayoutTime[] => [
  { column: `${prefix}Created`, meaning: 'created' },
  { column: `${prefix}Modified`, meaning: 'modified' },
  { column: `${prefix}Accessed`, meaning: 'accessed' },
];

/** Names in use among the writers of timelines. */
const TIMELINE_HOST = ['computer_name', 'hostname', 'host'];
const TIMELINE_USER = ['username', 'user'];
const TIMELINE_ADDRESS = ['source_ip', 'src_ip', 'ip_address'];

export const LAYOUTS: readonly Layout[] = [
  {
    title: 'Plaso l2tcsv',
    header: ['date', 'time', 'timezone', 'MACB', 'source', 'sourcetype', 'type', 'desc'],
    times: at('date'),
    clock: 'time',
    zone: 'timezone',
    meaning: 'type',
    host: 'host',
    user: 'user',
    message: ['desc'],
    provider: 'sourcetype',
  },
  {
    title: 'Plaso dynamic or Timesketch CSV',
    header: ['datetime', 'timestamp_desc', 'message'],
    times: at('datetime', 'timestamp'),
    utc: true,
    meaning: 'timestamp_desc',
    host: TIMELINE_HOST,
    user: TIMELINE_USER,
    sourceIp: TIMELINE_ADDRESS,
    message: ['message'],
    provider: 'source_long',
    code: 'event_identifier',
  },
  {
    title: 'Timesketch CSV',
    header: ['timestamp', 'timestamp_desc', 'message'],
    times: at('timestamp'),
    utc: true,
    meaning: 'timestamp_desc',
    host: TIMELINE_HOST,
    user: TIMELINE_USER,
    sourceIp: TIMELINE_ADDRESS,
    message: ['message'],
  },
  {
    title: 'Plaso dynamic without message',
    header: ['datetime', 'timestamp_desc'],
    times: at('datetime', 'timestamp'),
    utc: true,
    meaning: 'timestamp_desc',
    host: TIMELINE_HOST,
    user: TIMELINE_USER,
    sourceIp: TIMELINE_ADDRESS,
    provider: 'source_long',
    code: 'event_identifier',
  },
  {
    title: 'TLN timeline',
    header: ['Time', 'Source', 'Host', 'User', 'Description'],
    times: at('Time'),
    utc: true,
    host: 'Host',
    user: 'User',
    message: ['Description'],
    provider: 'Source',
  },
  {
    title: 'mactime',
    header: ['Date', 'Size', 'Type', 'Mode', 'UID', 'GID', 'Meta', 'File Name'],
    times: at('Date'),
    meaning: 'Type',
    message: ['File Name'],
    file: ['File Name'],
    listing: true,
  },
  {
    title: 'EvtxECmd',
    header: ['RecordNumber', 'TimeCreated', 'EventId', 'Provider', 'Channel', 'Computer'],
    times: at('TimeCreated'),
    utc: true,
    host: 'Computer',
    user: 'UserName',
    message: ['MapDescription', 'PayloadData1', 'PayloadData2', 'PayloadData3'],
    code: 'EventId',
    channel: 'Channel',
    provider: 'Provider',
    record: 'EventRecordId',
    level: 'Level',
  },
  {
    title: 'MFTECmd',
    header: ['EntryNumber', 'SequenceNumber', 'ParentPath', 'FileName', 'Created0x10'],
    times: [
      { column: 'Created0x10', meaning: 'created' },
      { column: 'LastModified0x10', meaning: 'modified' },
      { column: 'LastRecordChange0x10', meaning: 'changed' },
      { column: 'LastAccess0x10', meaning: 'accessed' },
    ],
    every: true,
    utc: true,
    message: ['ParentPath', 'FileName'],
    file: ['ParentPath', 'FileName'],
    listing: true,
    joint: '\\',
    record: 'EntryNumber',
  },
  {
    // A name without its folder is no path: the journal says of no file which one it is.
    title: 'MFTECmd $J',
    header: ['Name', 'EntryNumber', 'UpdateTimestamp', 'UpdateReasons'],
    times: [{ column: 'UpdateTimestamp', meaning: 'changed' }],
    utc: true,
    message: ['UpdateReasons', 'Name'],
  },
  {
    title: 'PECmd timeline',
    header: ['RunTime', 'ExecutableName'],
    times: [{ column: 'RunTime', meaning: 'executed' }],
    utc: true,
    message: ['ExecutableName'],
    process: 'ExecutableName',
  },
  {
    title: 'PECmd',
    header: ['SourceFilename', 'ExecutableName', 'RunCount', 'LastRun'],
    times: [{ column: 'LastRun', meaning: 'executed' }],
    utc: true,
    message: ['ExecutableName'],
    process: 'ExecutableName',
  },
  {
    title: 'LECmd',
    header: ['SourceFile', 'SourceCreated', 'TargetCreated', 'LocalPath'],
    times: FILE_TIMES('Target'),
    every: true,
    utc: true,
    message: ['LocalPath', 'SourceFile'],
    file: ['LocalPath'],
    host: 'MachineID',
  },
  {
    title: 'JLECmd',
    header: ['SourceFile', 'AppId', 'TargetCreated', 'Path'],
    times: FILE_TIMES('Target'),
    every: true,
    utc: true,
    message: ['Path'],
    file: ['Path'],
    host: 'Hostname',
  },
  {
    title: 'AmcacheParser',
    header: ['ApplicationName', 'FileKeyLastWriteTimestamp', 'FullPath', 'SHA1'],
    times: [{ column: 'FileKeyLastWriteTimestamp', meaning: 'modified' }],
    utc: true,
    message: ['FullPath'],
    file: ['FullPath'],
    process: 'Name',
  },
  {
    title: 'AppCompatCacheParser',
    header: ['ControlSet', 'CacheEntryPosition', 'Path', 'LastModifiedTimeUTC'],
    times: [{ column: 'LastModifiedTimeUTC', meaning: 'modified' }],
    utc: true,
    message: ['Path'],
    file: ['Path'],
  },
  {
    title: 'RECmd',
    header: ['HivePath', 'KeyPath', 'ValueName', 'LastWriteTimestamp'],
    times: [{ column: 'LastWriteTimestamp', meaning: 'modified' }],
    utc: true,
    message: ['KeyPath', 'ValueName', 'ValueData'],
  },
  {
    title: 'SBECmd',
    header: ['BagPath', 'AbsolutePath', 'LastWriteTime'],
    times: [{ column: 'LastWriteTime', meaning: 'modified' }],
    utc: true,
    message: ['AbsolutePath'],
  },
  {
    title: 'RBCmd',
    header: ['SourceName', 'FileName', 'FileSize', 'DeletedOn'],
    times: [{ column: 'DeletedOn', meaning: 'deleted' }],
    utc: true,
    message: ['FileName'],
    file: ['FileName'],
  },
  {
    title: 'SrumECmd',
    header: ['Id', 'Timestamp', 'ExeInfo', 'SidType'],
    times: [{ column: 'Timestamp', meaning: 'observed' }],
    utc: true,
    user: 'UserName',
    message: ['ExeInfo'],
    process: 'ExeInfo',
  },
  {
    title: 'Hayabusa',
    header: ['Timestamp', 'RuleTitle', 'Level', 'Computer', 'Channel', 'EventID'],
    times: at('Timestamp'),
    host: 'Computer',
    message: ['RuleTitle', 'Details'],
    code: 'EventID',
    channel: 'Channel',
    record: 'RecordID',
    level: 'Level',
  },
  {
    title: 'Chainsaw',
    header: ['timestamp', 'detections', 'Event ID', 'Computer'],
    times: at('timestamp'),
    utc: true,
    host: 'Computer',
    message: ['detections'],
    code: 'Event ID',
    provider: 'Event.System.Provider',
    record: 'Record ID',
  },
  {
    title: 'Microsoft 365 unified audit log',
    header: ['CreationDate', 'UserIds', 'Operations', 'AuditData'],
    times: at('CreationDate'),
    utc: true,
    user: 'UserIds',
    message: ['Operations', 'UserIds'],
    action: 'Operations',
    provider: 'RecordType',
    json: 'AuditData',
  },
  {
    title: 'NetworkMiner files',
    header: ['SourceIP', 'DestinationIP', 'Filename', 'MD5', 'Timestamp'],
    times: at('Timestamp'),
    sourceIp: 'SourceIP',
    message: ['Filename', 'Details'],
  },
];

/** The layout whose header this is, undefined for a table of an unknown program. */
export function layoutOf(header: readonly string[]): Layout | undefined {
  const names = new Set(header.map((name) => name.trim()));
  return LAYOUTS.find((layout) => layout.header.every((name) => names.has(name)));
}
