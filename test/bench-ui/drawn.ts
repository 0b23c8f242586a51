/**
 * What reaches the screen while something happens: Chromium scrolls pages on a thread of its own, so what a reader
 * sees is told by the frames its compositor draws, not by those of the page's main thread.
 */
import { readFile } from 'node:fs/promises';
import type { ElectronApplication } from '@playwright/test';
import { z } from 'zod';

export interface Drawn {
  /** From one drawn frame to the next, ms, from the first to the last movement of the page. */
  readonly gaps: readonly number[];
  /** Frames in which a part of the page was not drawn yet. */
  readonly incomplete: number;
}

const traceSchema = z.object({
  traceEvents: z.array(
    z.object({ name: z.string(), ph: z.string(), ts: z.number(), args: z.unknown().optional() }),
  ),
});

/** Frames go by this name in Chromium's traces, and movements by the other. */
const DRAW = 'Display::DrawAndSwap';
const MOVEMENT = 'ScrollTree::OnScrollOffsetAnimated';

export async function drawnWhile(app: ElectronApplication, act: () => Promise<void>): Promise<Drawn> {
  await app.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({ included_categories: ['viz', 'cc', 'benchmark'] }),
  );
  await act();
  const file = await app.evaluate(({ contentTracing }) => contentTracing.stopRecording());
  const { traceEvents } = traceSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const timesOf = (wanted: string): number[] =>
    traceEvents.flatMap(({ name, ts }) => (name === wanted ? [ts / 1000] : [])).toSorted((a, b) => a - b);
  const moved = timesOf(MOVEMENT);
  const [first, last] = [moved[0], moved.at(-1)];
  if (first === undefined || last === undefined)
    throw new Error('the trace tells of no movement of the page');
  const draws = timesOf(DRAW).filter((time) => time >= first && time <= last);
  const gaps = draws.slice(1).map((time, index) => time - (draws[index] ?? time));
  const incomplete = traceEvents.filter(
    ({ name, ph, args }) =>
      name === 'PipelineReporter' &&
      ph === 'b' &&
      JSON.stringify(args).includes('"has_missing_content":true'),
  ).length;
  return { gaps, incomplete };
}
