/** The shape of a router's OSPF settings. */
import * as z from 'zod';
import { strings } from '../../../shared/strings';
import { MAX_LIST } from './limits';
import type * as model from './model';
import { shorthand } from './shorthand';
import { DISTANCE } from './distances';
import * as v from './values';

const said = strings.reasons.topology.elements;

/** The largest metric an AS-external or summary LSA carries (24 bits, the highest value meaning unreachable). */
export const lsaMetric = v.whole(0, 16_777_214);

const externalType = z.literal([1, 2]).default(2);

const redistribution = shorthand(
  z.strictObject({
    from: z.enum(['connected', 'static', 'bgp']),
    metric: lsaMetric.default(20),
    type: externalType,
    routeMap: v.name.nullable().default(null),
  }),
  { text: (from) => ({ from }) },
);

const defaultOriginate = shorthand(
  z
    .strictObject({ always: v.flag.default(false), metric: lsaMetric.default(1), type: externalType })
    .nullable()
    .default(null),
  { on: {}, off: null },
);

const range = shorthand(
  z.strictObject({
    prefix: v.prefix,
    advertise: v.flag.default(true),
    cost: lsaMetric.nullable().default(null),
  }),
  { text: (prefix) => ({ prefix }) },
);

const areaSettings = shorthand(
  z.strictObject({
    type: v.areaType.default('normal'),
    defaultCost: lsaMetric.default(1),
    ranges: z.array(range).max(MAX_LIST).default([]),
  }),
  { text: (type) => ({ type }), nothing: {} },
);

const areas = z.record(z.string(), areaSettings).transform((entries, context) => {
  const result = new Map<number, model.OspfArea>();
  for (const [key, value] of Object.entries(entries)) {
    const area = v.readArea(/^\d+$/.test(key) ? Number(key) : key);
    const wrong = area === null ? said.noArea(key) : result.has(area) ? said.areaTwice(key) : null;
    if (area !== null && wrong === null) result.set(area, { area, ...value });
    else
      context.issues.push({
        code: 'custom',
        message: wrong ?? '',
        path: [key],
        input: key,
        params: { hint: strings.reasons.topology.values.areaHint, at: 'key' },
      });
  }
  return [...result.values()];
});

/** One for all routes, or one for each type of path. */
const ospfDistance = shorthand(
  z
    .strictObject({
      intraArea: v.distance.default(DISTANCE.ospf),
      interArea: v.distance.default(DISTANCE.ospf),
      external: v.distance.default(DISTANCE.ospf),
    })
    .prefault({}),
  { number: (all) => ({ intraArea: all, interArea: all, external: all }) },
);

export const ospf = shorthand(
  z.strictObject({
    interfaces: z.array(v.name).max(MAX_LIST).nullable().default(null),
    area: v.area.default(0),
    areas: areas.prefault({}),
    distance: ospfDistance,
    defaultCost: v.whole(1, 65_535).default(10),
    redistribute: z.array(redistribution).default([]),
    defaultOriginate,
    maximumPaths: v.whole(1, 64).default(16),
  }),
  { on: {}, nothing: {} },
);
