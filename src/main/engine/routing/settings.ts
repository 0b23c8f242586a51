/** Whether nothing is set but for what is harmless: a setting that is not known to a reader counts as harmful. */
export function isUnset(settings: object, harmless: readonly string[]): boolean {
  return Object.entries(settings).every(([name, value]) => harmless.includes(name) || isNothing(value));
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === 0) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
