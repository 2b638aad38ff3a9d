/** Binary XML tokens ([MS-EVEN6] 2.2.12). 0x40 on a token says that more of its kind follows. */
export const TOKEN = {
  endOfFragment: 0x00,
  openStartElement: 0x01,
  closeStartElement: 0x02,
  closeEmptyElement: 0x03,
  endElement: 0x04,
  value: 0x05,
  attribute: 0x06,
  cdata: 0x07,
  charRef: 0x08,
  entityRef: 0x09,
  piTarget: 0x0a,
  piData: 0x0b,
  templateInstance: 0x0c,
  normalSubstitution: 0x0d,
  optionalSubstitution: 0x0e,
  fragmentHeader: 0x0f,
} as const;

export const MORE = 0x40;
export const TOKEN_MASK = 0xbf;

/** Types of substitution values; `array` is a flag on the others. */
export const TYPE = {
  null: 0x00,
  string: 0x01,
  ansiString: 0x02,
  int8: 0x03,
  uint8: 0x04,
  int16: 0x05,
  uint16: 0x06,
  int32: 0x07,
  uint32: 0x08,
  int64: 0x09,
  uint64: 0x0a,
  float: 0x0b,
  double: 0x0c,
  boolean: 0x0d,
  binary: 0x0e,
  guid: 0x0f,
  sizeT: 0x10,
  filetime: 0x11,
  systemtime: 0x12,
  sid: 0x13,
  hexInt32: 0x14,
  hexInt64: 0x15,
  eventHandle: 0x20,
  binaryXml: 0x21,
  eventXml: 0x23,
  array: 0x80,
} as const;

/** `<token> <version> <template id: 4> <definition offset: 4>`. */
export const INSTANCE_HEADER = 10;
/** `<next: 4> <guid: 16> <size: 4>`, then the fragment. */
export const DEFINITION_HEADER = 24;
/** `<next: 4> <hash: 2> <characters: 2>`, then the characters and a NUL. */
export const NAME_HEADER = 8;
/** Elements within elements, and fragments within values; real logs reach five. */
export const MAX_DEPTH = 32;
