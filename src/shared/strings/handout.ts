/** What handed-out documents say besides the notebook itself. */
export const handoutStrings = {
  untitled: 'Notebook',
  silent: (ttl: number): string => `Hop ${ttl} is silent:`,
  silentHops: (first: number, last: number): string => `Hops ${first} to ${last} are silent:`,
  noAnswer: 'No answer:',
  passed: 'holds',
  failed: 'does not hold',
  expected: 'Expected',
  actual: 'Actual',
  blocked: 'Not run: a cell above has no usable network.',
  mapAfter: 'Map of the network after these edits',
  tooltips: 'Part by part, with the arrow keys:',
  source: (kind: string, lines: number): string => `${kind}, ${lines} lines`,
  remoteImage: (description: string, address: string): string =>
    `[image${description === '' ? '' : `: ${description}`}; not loaded from ${address}]`,
  madeWith: 'Made with Tracebook. Every result was computed from the text above it.',
};
