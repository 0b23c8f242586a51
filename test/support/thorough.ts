/** TRACEBOOK_THOROUGH=1 lets the long property tests look at all their networks: minutes instead of seconds. */
export const isThorough = process.env['TRACEBOOK_THOROUGH'] === '1';
