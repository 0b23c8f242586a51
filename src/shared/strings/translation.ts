/**
 * The shape of a catalogue in another language: the same keys, the same parameters, other words. A key that is
 * missing or too many is an error of types at the place where it belongs.
 */
export type Translation<T> = T extends string
  ? string
  : T extends (...args: infer Args) => infer Result
    ? (...args: Args) => Translation<Result>
    : { readonly [Key in keyof T]: Translation<T[Key]> };
