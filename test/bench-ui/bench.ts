/**
 * A workload of `npm run bench:ui` is a test that measures and tells figures; nothing is checked against a limit:
 *
 *     bench('Notebook of 500 cells', async ({ open, figure }) => {
 *       const page = await open('500-cells', text);      // the text of a notebook, in a window of its own
 *       const frames = await framesOf(page.getByRole('main'), 'pan'); // see frames.ts
 *       figure('pan, 95th percentile', frames.p95, 'ms');
 *     });
 *
 * in a file `*.bench.ts` of this folder. Every workload starts an application of its own.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page, TestInfo } from '@playwright/test';
import { test } from '../e2e/app';
import { drawnWhile, type Drawn } from './drawn';

export type Unit = 'ms' | 'count' | 'frames/s' | 'MB';

export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: Unit;
}

export const FIGURE = 'figure';

export interface Workbench {
  /** Opens a notebook of this text and gives its window. */
  readonly open: (name: string, text: string) => Promise<Page>;
  /** What its screen shows while something happens. */
  readonly drawn: (act: () => Promise<void>) => Promise<Drawn>;
  readonly figure: (what: string, value: number, unit: Unit) => void;
}

export function bench(name: string, run: (workbench: Workbench) => Promise<void>): void {
  test.describe(() => {
    // To record a frame takes several times what drawing it does.
    test.use({ notebook: null, recorded: false });
    test(name, async ({ folder, start }, info) => {
      let app: ElectronApplication | null = null;
      await run({
        open: async (title, text) => {
          const file = path.join(folder, `${title}.tracebook.md`);
          await writeFile(file, text);
          const running = await start(file);
          app = running.app;
          return running.page;
        },
        drawn: (act) => {
          if (app === null) throw new Error('nothing is open');
          return drawnWhile(app, act);
        },
        figure: (what, value, unit) => figure(info, what, value, unit),
      });
    });
  });
}

/** Tells a figure of a test. Annotations are how Playwright hands values from a test to the reporter. */
export function figure(info: TestInfo, what: string, value: number, unit: Unit): void {
  const told: Figure = { what, value, unit };
  info.annotations.push({ type: FIGURE, description: JSON.stringify(told) });
}
