/** How much larger than drawn the picture of a network is shown: more would only make it higher than the window. */
export const LARGEST_SCALE = 1.2;
