/** Counts of hops, as several pictures tell them. */

export const hops = (count: number): string => (count === 1 ? '1 hop' : `${count} hops`);
export const ttls = (from: number, to: number): string => (from === to ? `${from}` : `${from}–${to}`);
