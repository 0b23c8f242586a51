/** The capacity of a path as text. */
import type { BottleneckResult, CapacityPart } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { columns } from './table-text';

const words = strings.reasons.findingTexts;

const WHAT: Readonly<Record<CapacityPart['what'], string>> = {
  link: 'link',
  lan: 'LAN',
  vnet: 'VNet',
  peering: 'VNet peering',
  tunnel: 'tunnel',
  expressroute: 'ExpressRoute circuit',
  'private-peering': 'private peering',
  'global-reach': 'Global Reach',
  'vpn-gateway': 'VPN gateway',
  'er-gateway': 'ExpressRoute gateway',
};

export function bottleneckText(result: BottleneckResult): string {
  const { probe, parts, bandwidth, reached, disposition } = result;
  const target = probe.targetName ?? probe.targetAddress;
  const unknown = parts.filter((part) => part.bandwidth === null).map(({ element }) => element);
  const setBy = parts.filter((part) => part.bandwidth === bandwidth).map(({ element }) => element);
  return [
    words.capacity(probe.source, target, reached ? null : disposition),
    ...(parts.length === 0
      ? [`    ${words.nothingHasBandwidth}`]
      : columns([
          ['Element', 'What', 'Bandwidth'],
          ...parts.map((part) => [part.element, WHAT[part.what], bandwidthWords(part.bandwidth)]),
        ])),
    '',
    bandwidth === null ? words.noBandwidth : words.smallest(bandwidthWords(bandwidth), setBy),
    ...(unknown.length === 0 || bandwidth === null ? [] : [words.unknown(unknown)]),
  ].join('\n');
}

/** In the largest unit that keeps it at 1 or more. */
export function bandwidthWords(bandwidth: number | null): string {
  if (bandwidth === null) return 'unknown';
  const [scale, unit] = UNITS.find(([size]) => bandwidth >= size) ?? [1, 'bit/s'];
  return `${Number((bandwidth / scale).toFixed(2))} ${unit}`;
}

const UNITS = [
  [1e12, 'Tbit/s'],
  [1e9, 'Gbit/s'],
  [1e6, 'Mbit/s'],
  [1e3, 'kbit/s'],
] as const;
