/** Puts the stand-in in place, then starts the renderer as it is. */
import { createStandIn } from './stand-in';

Object.defineProperty(window, 'tracebook', { value: createStandIn() });
await import('../../src/renderer/main');
