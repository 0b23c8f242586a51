/** Sizes that placing and drawing share, px. */
export const LABEL_SIZE = 14;
export const SUBLABEL_SIZE = 12;

/** Around what stands in an area: its titles above it, and beneath it a line for each of its notes. */
export const AREA_HEAD = 50;
export const AREA_FOOT = 12;
export const AREA_SIDE = 12;
export const NOTE_LINE = 18;

export const REGION_HEAD = 34;
export const REGION_FOOT = 14;
export const REGION_SIDE = 12;

export const MARGIN = 20;

/** The time from asking the worker for a layout to its answer, among the window's User Timing measures. */
export const LAYOUT_MEASURE = 'map layout';
