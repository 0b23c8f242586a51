/** Whether elements are plain: nothing is set on them but what a reader of them knows to be harmless. */

/**
 * What each setting may be: `any` value, or `unset` (nothing, null, false, 0, an empty list). Whoever adds a setting
 * must say which here, for the type asks for every one: so none of them is overlooked, nor turns a shortcut off
 * unseen.
 */
export type Allowed<Settings extends object> = {
  readonly [Name in keyof Required<Settings>]: 'any' | 'unset';
};

export function isPlain<Settings extends object>(settings: Settings, allowed: Allowed<Settings>): boolean {
  const known: Readonly<Record<string, string | undefined>> = allowed;
  return Object.entries(settings).every(([name, value]) => known[name] === 'any' || isNothing(value));
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === 0) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
