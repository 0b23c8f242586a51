/** Administrative distances, where nothing else is configured: FRR's values, which are Cisco's. */
export const DISTANCE = {
  connected: 0,
  static: 1,
  ebgp: 20,
  ospf: 110,
  ibgp: 200,
} as const;

/** A route at this distance is never used, for Cisco and FRR alike. */
export const UNUSABLE = 255;
