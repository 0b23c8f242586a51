/** What a topology may be at most. Stated in docs/topology.md; generous for labs, small enough to stay quick. */

/** UTF-16 units of a topology text. */
export const MAX_TEXT = 8 * 1024 * 1024;

/** Lexemes (words, punctuation, line ends) of a topology text; a lab of 2,000 routers has about 250,000. */
export const MAX_LEXEMES = 600_000;

/** Nesting of mappings and lists. The language itself needs nine levels. */
export const MAX_DEPTH = 40;

/** Values that all aliases (`*name`) of a text may stand for together. */
export const MAX_ALIAS_VALUES = 10_000;

/** Routers, hosts, gateways, MSEEs and VNets together. */
export const MAX_NODES = 5_000;

/** Links, peerings and connections together. */
export const MAX_LINKS = 20_000;

/** Interfaces of one router. */
export const MAX_INTERFACES = 1_024;

/** Static routes, announced prefixes or prefix-list entries in one list. */
export const MAX_LIST = 20_000;

/** Characters of a name. */
export const MAX_NAME = 64;

/** px to either side on a map. */
export const MAX_COORDINATE = 100_000;

/** Problems reported at once; more are counted. */
export const MAX_PROBLEMS = 50;

/** Characters of one edit command. */
export const MAX_EDIT_LINE = 64 * 1024;
