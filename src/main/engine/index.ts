/**
 * The engine's front door: everything the command line, the worker and the tests use. Pure functions of
 * their arguments; no electron, DOM, clock or chance.
 */
export {};
