// What the store is asked, the same for Fireline and for plain SQL over one table.

/**
 * A question, how Fireline is asked and how DuckDB is.
 * @typedef {object} Question
 * @property {string} name
 * @property {(store: any) => Promise<unknown>} ours
 * @property {readonly string[]} [sql]
 * @property {number} [limit] at most so many ms for ten million events; a fifth of it for a million
 */

const PAGE = 200;
const BINS = 400;

/** Filters of an analyst's day, with their SQL. */
const FILTERS = [
  { query: '', where: 'true' },
  { query: 'code:4625', where: `lower(code) = '4625'` },
  {
    query: 'channel:Security outcome:failure',
    where: `lower(channel) = 'security' AND lower(outcome) = 'failure'`,
  },
  { query: 'host:srv1*', where: `host ILIKE 'srv1%'` },
  {
    query: 'category:(network or web) not level:error',
    where: `lower(category) IN ('network', 'web') AND coalesce(lower(level), '') <> 'error'`,
  },
];
const HOUR = 3_600_000_000_000n;
const ORDERED = `SELECT * EXCLUDE (fields, search) FROM event WHERE`;

/** @param {string} where */
const histogramSql = (where) =>
  `SELECT "time" // ${HOUR} AS bin, category, count(*) FROM event WHERE ${where} GROUP BY ALL`;

/** @param {{ query: string, where: string }} filter @returns {Question} */
const screen = ({ query, where }) => ({
  name: `screen: ${query === '' ? 'everything' : query}`,
  limit: 100,
  ours: async (store) => {
    await store.mark([]);
    await Promise.all([
      store.count({ query }),
      store.histogram({ query, maxBins: BINS }),
      store.page({ query, order: 'time-ascending', start: 0, count: PAGE }),
    ]);
  },
  sql: [
    `SELECT count(*) FROM event WHERE ${where}`,
    histogramSql(where),
    `${ORDERED} ${where} ORDER BY "time", key LIMIT ${PAGE}`,
  ],
});

/**
 * @param {{ query: string, where: string }} filter
 * @param {'start' | 'middle' | 'end'} place
 * @param {'ascending' | 'descending'} direction
 * @returns {Question}
 */
const page = ({ query, where }, place, direction) => ({
  name: `page at the ${place}, ${direction}: ${query === '' ? 'everything' : query}`,
  limit: 30,
  ours: async (store) => {
    const { total } = await store.count({ query });
    const start = place === 'start' ? 0 : place === 'middle' ? total >> 1 : total - PAGE;
    await store.page({ query, order: `time-${direction}`, start: Math.max(0, start), count: PAGE });
  },
  sql: [
    `${ORDERED} ${where} ORDER BY "time" ${direction === 'ascending' ? '' : 'DESC'}, key LIMIT ${PAGE} OFFSET ${
      place === 'start'
        ? 0
        : `(SELECT greatest(0, count(*)${place === 'middle' ? ' // 2' : ` - ${PAGE}`}) FROM event WHERE ${where})`
    }`,
  ],
});

const FACETS = [
  ['code', 'code'],
  ['host', 'host'],
  ['user', '"user"'],
  ['source.ip', 'source_ip'],
  ['process', 'process'],
  ['category', 'category'],
];

/** @param {string} field @param {string} column @returns {Question} */
const facet = (field, column) => ({
  name: `facet and top 50: ${field}`,
  limit: 300,
  ours: (store) => store.facet({ query: '', field, limit: 50, rare: false }),
  sql: [`SELECT ${column}, count(*) AS n FROM event GROUP BY 1 ORDER BY 2 DESC LIMIT 50`],
});

/** @param {string} name @param {string} query @param {string} where @param {number} [limit] @returns {Question} */
const find = (name, query, where, limit) => ({
  name,
  ...(limit !== undefined && { limit }),
  ours: async (store) => {
    await store.mark([]);
    await store.count({ query });
  },
  sql: [`SELECT count(*) FROM event WHERE ${where}`],
});

/** @param {string} rare a text that stands in very few events @returns {readonly Question[]} */
export function questions(rare) {
  const [everything, , failures, , network] =
    /** @type {[typeof FILTERS[0], any, typeof FILTERS[0], any, typeof FILTERS[0]]} */ (FILTERS);
  /** @type {Question[]} */
  const pages = [];
  for (const filter of [everything, failures, network]) {
    for (const place of /** @type {const} */ (['start', 'middle', 'end'])) {
      pages.push(page(filter, place, place === 'middle' ? 'descending' : 'ascending'));
    }
  }
  return [
    ...FILTERS.map(screen),
    {
      name: 'histogram by the hour',
      ours: (store) => store.histogram({ query: '', maxBins: BINS }),
      sql: [histogramSql('true')],
    },
    ...pages,
    ...FACETS.map(([field = '', column = '']) => facet(field, column)),
    {
      name: 'facet and top 50 under a filter: user',
      limit: 300,
      ours: (store) =>
        store.facet({ query: failures.query, field: 'user', limit: 50, rare: false }),
      sql: [
        `SELECT "user", count(*) AS n FROM event WHERE ${failures.where} GROUP BY 1 ORDER BY 2 DESC LIMIT 50`,
      ],
    },
    find('rare text, any case', `"${rare.toUpperCase()}"`, `contains(search, '${rare}')`, 500),
    find(
      'text that is nowhere',
      '"qq-never-7f3a-seen"',
      `contains(search, 'qq-never-7f3a-seen')`,
      500,
    ),
    find('common text, any case', 'PowerShell', `contains(search, 'powershell')`),
    find(
      'regular expression',
      '/failed password for [a-z.]+ from 10\\.[01]\\./i',
      `regexp_matches(search, '(?is)failed password for [a-z.]+ from 10\\.[01]\\.')`,
    ),
    find(
      'a field of one format',
      'LogonType:10',
      `json_extract_string(fields, '/LogonType') = '10'`,
    ),
    {
      name: 'all matches as identities: code:4625',
      ours: (store) => store.resolve({ query: 'code:4625', except: [] }),
    },
  ];
}
