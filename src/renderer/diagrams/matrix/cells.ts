/** What stands in each cell of a matrix and how it is coloured. Every colour has a sign or a word beside it. */
import type { CompareResult, PairDifference, PairView } from '../../../shared/results';
import type { Palette } from '../palette';
import { nodeRef } from '../references';
import { strings } from '../strings';
import type { Detail } from '../svg';
import { pairState, type PairState } from './state';

export type MatrixScale = 'state' | 'hops' | 'time';

export interface MatrixCell {
  readonly text: string;
  readonly sub: string;
  /** What stands there where cells are too small for words. */
  readonly sign: string;
  readonly fill: string;
  /** 0 to 1. */
  readonly strength: number;
  readonly ink: string;
  readonly detail: Detail;
}

const texts = strings.matrix;
const SIGNS: Readonly<Record<PairState, string>> = { reached: '', leaves: '↗', refused: '!', lost: '×' };

export interface Greatest {
  readonly hops: number;
  readonly time: number;
}

export function greatestOf(pairs: readonly PairView[]): Greatest {
  return {
    hops: Math.max(1, ...pairs.map(({ hops }) => hops ?? 0)),
    time: Math.max(1, ...pairs.map(({ rttMs }) => rttMs ?? 0)),
  };
}

export function pairCell(
  pair: PairView,
  scale: MatrixScale,
  greatest: Greatest,
  palette: Palette,
): MatrixCell {
  const state = pairState(pair);
  const { fill, ink } = stateColors(state, palette);
  const time = pair.rttMs === null ? '' : strings.grid.time(pair.rttMs);
  const hops = pair.hops === null ? '' : texts.hops(pair.hops);
  const words = pair.reached ? time : texts.short[pair.disposition];
  const lost = pair.lostAt === null ? '' : texts.lostAt(pair.lostAt);
  const detail: Detail = {
    name: texts.pairName(
      pair.from,
      pair.to,
      pair.reached ? `${time}, ${hops}` : [strings.dispositions[pair.disposition], lost].join(' '),
    ),
    lines: [texts.open],
    refs: [nodeRef(pair.from), nodeRef(pair.to)],
    ask: { node: pair.from, command: `tracert ${pair.to}` },
  };
  const share = scale === 'hops' ? (pair.hops ?? 0) / greatest.hops : (pair.rttMs ?? 0) / greatest.time;
  const base = { detail, sub: pair.reached ? (scale === 'hops' ? time : hops) : lost };
  if (scale === 'state' || !pair.reached) {
    return { ...base, text: words, sign: SIGNS[state], fill, strength: 1, ink };
  }
  return {
    ...base,
    text: scale === 'hops' ? hops : time,
    sign: '',
    fill: palette.accent,
    strength: 0.06 + 0.36 * share,
    ink: palette.text,
  };
}

export function stateColors(
  state: PairState,
  palette: Palette,
): { readonly fill: string; readonly ink: string } {
  switch (state) {
    case 'reached':
      return { fill: palette.okSoft, ink: palette.ok };
    case 'leaves':
    case 'refused':
      return { fill: palette.warnSoft, ink: palette.warn };
    case 'lost':
      return { fill: palette.errorSoft, ink: palette.error };
  }
}

const CHANGE_SIGNS = { lost: '×', gained: '+', longer: '↑', changed: '~' } as const;

export function changeCell(
  { before, after }: Pick<CompareResult, 'before' | 'after'>,
  difference: PairDifference,
  palette: Palette,
): MatrixCell {
  const { from, to, change, text } = difference;
  const [fill, ink] = {
    lost: [palette.errorSoft, palette.error],
    gained: [palette.okSoft, palette.ok],
    longer: [palette.warnSoft, palette.warn],
    changed: [palette.vnetArea, palette.vnetLine],
  }[change];
  return {
    text: strings.difference.changes[change],
    sub: difference.after.rttMs === null ? '' : strings.grid.time(difference.after.rttMs),
    sign: CHANGE_SIGNS[change],
    fill: fill ?? palette.background,
    strength: 1,
    ink: ink ?? palette.text,
    detail: {
      name: texts.pairName(from, to, strings.difference.changes[change]),
      lines: [`${before} → ${after}`, text],
      refs: [nodeRef(from), nodeRef(to)],
    },
  };
}
