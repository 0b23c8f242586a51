/** Asks axe-core about what a window shows. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Locator } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect } from './app';
import type { RunningApp, Theme } from './launch';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Every rule, those of good practice too. What a theme can change is contrast alone: the others are asked once. */
const RULES: Readonly<Record<Theme, RunOptions>> = {
  light: quick(),
  dark: { ...quick(), runOnly: ['color-contrast'] },
};

/** Without what is told of elements that break no rule. */
function quick(): RunOptions {
  return { resultTypes: ['violations'], selectors: false, preload: false };
}

/** What cannot be mended here, and why. */
const EXCUSED: readonly ((rule: string, html: string) => boolean)[] = [
  // Monaco puts a comma between the word of an option and what it means; it is seen without one.
  (rule, html) => rule === 'label-content-name-mismatch' && html.includes('class="monaco-list-row show'),
];

/** What axe finds in a place, as rule and elements. */
async function findings(place: Locator, theme: Theme): Promise<string[][]> {
  // What fades in has arrived; what turns for ever goes on.
  const { violations }: AxeResults = await place.evaluate(async (element, options) => {
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    return Reflect.get(window, 'axe').run(element, options);
  }, RULES[theme]);
  return violations.flatMap(({ id, nodes }) => {
    const found = nodes.map(({ html }) => html).filter((html) => !EXCUSED.some((each) => each(id, html)));
    return found.length === 0 ? [] : [[id, ...found]];
  });
}

export interface Checker {
  /** Fails for anything that axe finds, in light and in dark. @param view what is shown, for the message */
  readonly check: (view: string, place?: Locator) => Promise<void>;
}

const soon = expect.configure({ soft: true });

/** Begins in the light theme. */
export async function checker({ page, theme: show }: Pick<RunningApp, 'page' | 'theme'>): Promise<Checker> {
  await page.evaluate(await readFile(axe, 'utf8'));
  let theme: Theme = 'light';
  await show(theme);
  return {
    async check(view, place = page.locator('html')) {
      for (const next of [theme, theme === 'light' ? 'dark' : 'light'] as const) {
        if (next !== theme) await show(next);
        theme = next;
        // What is wrong stays so: a view that is being drawn anew, in other colours, is asked again.
        await soon.poll(() => findings(place, next), { message: `${view}, ${next}` }).toEqual([]);
      }
    },
  };
}
