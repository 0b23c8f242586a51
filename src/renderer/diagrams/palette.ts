/**
 * The colours of pictures by meaning. In the window they are the interface's tokens and follow its theme;
 * exported pictures carry the colours themselves, since they stand alone.
 */
const paletteOf = (color: (token: string) => string) => ({
  background: color('--color-surface'),
  text: color('--color-text'),
  muted: color('--color-text-muted'),
  accent: color('--color-accent'),
  onAccent: color('--color-on-accent'),
  ok: color('--color-ok'),
  okSoft: color('--color-ok-soft'),
  warn: color('--color-warn'),
  warnSoft: color('--color-warn-soft'),
  error: color('--color-error'),
  errorSoft: color('--color-error-soft'),
  link: color('--color-link'),
  lan: color('--color-lan'),
  peering: color('--color-peering'),
  tunnel: color('--color-tunnel'),
  expressroute: color('--color-expressroute'),
  vnetArea: color('--color-area-vnet'),
  vnetLine: color('--color-area-vnet-line'),
  siteArea: color('--color-area-site'),
  siteLine: color('--color-area-site-line'),
  circuitArea: color('--color-area-circuit'),
  circuitLine: color('--color-area-circuit-line'),
  regionArea: color('--color-area-region'),
  regionLine: color('--color-area-region-line'),
  node: color('--color-node'),
  nodeLine: color('--color-node-line'),
  pathReturn: color('--color-path-return'),
  silent: color('--color-silent'),
  down: color('--color-down'),
});

export type Palette = Readonly<ReturnType<typeof paletteOf>>;

/** Colours from given values of the tokens, e.g. those a style sheet computes; unknown ones stay references. */
export function paletteFrom(valueOf: (token: string) => string | undefined): Palette {
  return paletteOf((token) => valueOf(token) ?? `var(${token})`);
}

export const THEMED: Palette = paletteFrom(() => undefined);
