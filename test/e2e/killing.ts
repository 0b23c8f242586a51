/**
 * Types a text that only grows, saves now and then, and ends the application at random moments: what was typed
 * more than a second before, and whatever a save has brought to the file, must be there afterwards.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { AUTOSAVE_MODES, DEFAULT_SETTINGS } from '../../src/shared/settings';
import { Dice } from '../frr/dice';
import { expect } from './app';
import { launch } from './launch';
import { drafts } from './notebook';
import { settled } from './window';

export interface KillOptions {
  /** Holds the profile. */
  readonly folder: string;
  /** The notebook; its first cell is Markdown. */
  readonly file: string;
  readonly kills: number;
  readonly seed: number;
  readonly report: (line: string) => void;
}

export interface KillSummary {
  kills: number;
  /** Accepted by the page. */
  keystrokes: number;
  /** Accepted, and gone: typed within a second before a kill. */
  lost: number;
  /** Age of the oldest keystroke that was lost, ms. */
  oldestLost: number;
  /** Saves that were asked for. */
  saves: number;
  /** Kills after which the file held less than the draft, and more than nothing of the round. */
  restoredFromDraft: number;
  /** How often the file and the drafts were read while the application wrote them. */
  reads: number;
}

/** ms after which a keystroke must not be lost any more. */
const ACCEPTED = 1000;

/** Longest time of a round, ms from its first letter. */
const LONGEST = 3500;

/** The text that is typed, as far as anyone gets: no letter of it stands at two places in the same company. */
const TYPED = Array.from({ length: 20_000 }, (_, index) => `k${index},`).join('');

/** How many letters of the text a notebook holds. Fails where it is no beginning of it between whole ends. */
function typedIn(content: string, [before, after]: readonly [string, string], what: string): number {
  const whole = content.startsWith(before) && content.endsWith(after);
  const typed = content.slice(before.length, content.length - after.length);
  if (!whole || !TYPED.startsWith(typed)) throw new Error(`${what} is not whole:\n${content}`);
  return typed.length;
}

export async function killAgainAndAgain(options: KillOptions): Promise<KillSummary> {
  const { folder, file, kills, seed, report } = options;
  const original = await readFile(file, 'utf8');
  const heading = original.indexOf('\n', original.indexOf('\n# ') + 1);
  const ends = [original.slice(0, heading), original.slice(heading)] as const;
  const profile = path.join(folder, 'profile');
  const sum: KillSummary = {
    kills: 0,
    keystrokes: 0,
    lost: 0,
    oldestLost: 0,
    saves: 0,
    restoredFromDraft: 0,
    reads: 0,
  };
  let typed = 0;

  const inFile = async (): Promise<number> => typedIn(await readFile(file, 'utf8'), ends, 'the file');
  const inDrafts = async (): Promise<number[]> =>
    (await drafts(folder)).map((draft) => typedIn(JSON.parse(draft).text, ends, 'the draft'));

  /** Reads as fast as it can while the application writes; the answer is the most that was seen in the file. */
  async function watch(goesOn: () => boolean): Promise<number> {
    let most = 0;
    while (goesOn()) {
      const now = await inFile();
      expect(now, 'the file goes back').toBeGreaterThanOrEqual(most);
      most = now;
      await inDrafts();
      sum.reads += 1;
    }
    return most;
  }

  /** Types until the page is gone; the answer is when each letter was taken, ms. */
  async function type(page: Page, dice: Dice, goesOn: () => boolean): Promise<number[]> {
    const taken: number[] = [];
    try {
      while (goesOn()) {
        await page.keyboard.press(TYPED[typed + taken.length] ?? '');
        taken.push(performance.now());
        if (!dice.chance(4)) continue;
        await page.keyboard.press('ControlOrMeta+s');
        sum.saves += 1;
      }
    } catch (error) {
      // What the kill breaks off ends in an error.
      if (goesOn()) throw error;
    }
    return taken;
  }

  for (let round = 1; round <= kills; round++) {
    const dice = new Dice(seed * 10_000 + round);
    const life = dice.between(50, LONGEST);
    const autosave = dice.pick(AUTOSAVE_MODES);
    await writeFile(path.join(profile, 'settings.json'), JSON.stringify({ ...DEFAULT_SETTINGS, autosave }));
    const { page, kill, problems } = await launch({ userData: profile, ...(round === 1 && { file }) });
    await settled(page);
    const cell = page.locator('.cell-markdown').first();
    await expect(cell).toContainText(TYPED.slice(Math.max(0, typed - 40), typed));
    await cell.focus();
    await page.keyboard.press('Enter');
    await cell.locator('.monaco-editor.focused').waitFor();
    await page.keyboard.press('ControlOrMeta+End');

    let alive = true;
    const dies = async (): Promise<number> => {
      // The one wait for a time: the moment is the point.
      await new Promise((resolve) => setTimeout(resolve, life));
      alive = false;
      const at = performance.now();
      await kill();
      return at;
    };
    const [killed, seen, taken] = await Promise.all([
      dies(),
      watch(() => alive),
      type(page, dice, () => alive),
    ]).finally(kill);

    const saved = await inFile();
    const restored = Math.max(saved, ...(await inDrafts()));
    const old = typed + taken.filter((at) => at < killed - ACCEPTED).length;
    const story = `kill ${round} (seed ${seed}, after ${life} ms, autosave ${autosave})`;
    expect(saved, `${story}: letters in the file`).toBeGreaterThanOrEqual(seen);
    expect(restored, `${story}: letters kept`).toBeGreaterThanOrEqual(old);
    expect(problems, story).toEqual([]);
    const lost = Math.max(0, typed + taken.length - restored);
    const oldestLost = lost === 0 ? 0 : killed - (taken.at(-lost) ?? killed);
    report(
      `${story}: ${taken.length} letters typed, ${saved - typed} of them in the file, ` +
        `${lost} lost, the oldest ${Math.round(oldestLost)} ms old`,
    );
    sum.kills += 1;
    sum.keystrokes += taken.length;
    sum.lost += lost;
    sum.oldestLost = Math.max(sum.oldestLost, oldestLost);
    if (restored > saved) sum.restoredFromDraft += 1;
    typed = restored;
  }

  // The last start shows what is left, and clears away what was cut off.
  const { page, kill } = await launch({ userData: profile });
  await settled(page);
  await expect(page.locator('.cell-markdown').first()).toContainText(TYPED.slice(0, typed));
  await expect.poll(async () => (await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  await kill();
  return sum;
}
