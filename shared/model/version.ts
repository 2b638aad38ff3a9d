/** Fireline's version, as in package.json (a test compares them): what ledgers and proof packs name as the tool. */
export const VERSION = '0.1.0';
