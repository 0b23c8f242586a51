/** ホップの数え方 */

export const hops = (count: number): string => `${count} ホップ`;
export const ttls = (from: number, to: number): string => (from === to ? `${from}` : `${from}–${to}`);
