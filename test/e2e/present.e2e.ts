/** A lesson on a screen, by the keys of the keyboard and of a presenter's clicker alone. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { strings } from '../../src/shared/strings';
import { expect, test } from './app';
import { cells } from './cells';
import { settled } from './window';

const NOTEBOOK = `# A lesson

Two subnets.

\`\`\`topology
routers:
  r1: { interfaces: { eth0: { address: 10.1.0.1/24, lan: office }, eth1: { address: 10.2.0.1/24, lan: lab } }, icmp: off }
lans: { office: {}, lab: {} }
hosts:
  alice: { lan: office, address: 10.1.0.10/24, initialTtl: 64 }
  bob: { lan: lab, address: 10.2.0.10/24 }
\`\`\`

## Ask

\`\`\`console
alice> tracert bob
alice> ping bob
\`\`\`

### A deeper heading stays on the slide

---

After a thematic break.

\`\`\`expect
alice -> bob reach
\`\`\`
`;

const words = strings.present;

test('a notebook is presented slide by slide, result by result, hop by hop', async ({ start, folder }) => {
  const file = path.join(folder, 'lesson.tracebook.md');
  await writeFile(file, NOTEBOOK);
  const { page, fillsScreen } = await start(file);
  await settled(page);
  const stage = page.getByRole('main', { name: words.label });
  const slide = (at: number, title: string): ReturnType<typeof stage.getByRole> =>
    stage.getByRole('group', { name: words.slide(at, 3, title) });
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };

  // It begins at the slide of the selected cell; the page is neither seen nor reached.
  await cells(page, 'console').focus();
  await press('F5');
  await expect(slide(2, 'Ask')).toBeFocused();
  await expect(page.locator('.app[inert]')).toHaveCount(1);
  await expect(stage.getByText('A deeper heading stays on the slide')).toBeVisible();
  await expect(stage.getByText(words.counter(2, 3))).toBeVisible();

  // Results one by one, then the next slide; back again hides them.
  const terminals = stage.getByRole('group', { name: /^Terminal/ });
  await expect(terminals).toHaveCount(0);
  await press('PageDown');
  await expect(terminals).toHaveCount(1);
  await expect(stage.getByRole('status').first()).toHaveText(
    `${words.slide(2, 3, 'Ask')}. ${words.results(1, 2)}`,
  );

  // The trace is stepped through: where, TTL and route, who answers; marked in picture and text.
  await press('ArrowDown');
  const step = stage.locator('.step-words');
  await expect(step).toContainText('Sent with TTL 64.');
  await press('ArrowDown');
  await expect(step).toContainText('TTL 64 comes in, 63 goes on.');
  await expect(step).toContainText('route 10.2.0.0/24');
  await expect(step).toContainText(/A probe with TTL 1 ends here without an answer: .*r1/);
  await expect(stage.locator('mark')).toHaveText(/^ +1 +\* +\* +\* +Request timed out\.$/);
  await press('ArrowDown');
  await expect(step).toContainText(
    /A probe with TTL 2 ends here, and 10\.2\.0\.10 answers: echo reply, round trip/,
  );
  await expect(stage.locator('mark')).toHaveText(/^ +2 .*bob \[10\.2\.0\.10\]$/);
  await press('ArrowUp', 'ArrowUp', 'ArrowUp');
  await expect(step).toHaveCount(0);

  await expect(async () => {
    await press('Space');
    await expect(terminals).toHaveCount(2, { timeout: 500 });
  }).toPass();
  await press('PageUp');
  await expect(terminals).toHaveCount(1);

  // The screen goes black and comes back; the ends of the presentation.
  await press('b');
  await expect(stage.locator('.stage-blank')).toBeVisible();
  await press('PageDown');
  await expect(stage.locator('.stage-blank')).toHaveCount(0);
  await expect(terminals).toHaveCount(1);
  await press('End');
  await expect(slide(3, words.untitled)).toBeFocused();
  await expect(stage.getByText('After a thematic break.')).toBeVisible();
  await press('Home');
  await expect(slide(1, 'A lesson')).toBeFocused();
  await press('ArrowRight');
  await expect(stage.getByRole('group', { name: /^Network map/ }).first()).toBeVisible();

  // The window filled the screen, or was asked to; it ends where it began.
  await press('Escape');
  await expect(stage).toHaveCount(0);
  await expect(cells(page, 'console')).toBeFocused();
  await expect.poll(fillsScreen).toBe(false);
});

test(
  'the window fills the screen as long as it is presented, and need not',
  { tag: '@electron' },
  async ({ app, page }) => {
    await settled(page);
    await app.evaluate(({ BrowserWindow }) => {
      const asked: boolean[] = [];
      Object.assign(globalThis, { asked });
      const [window] = BrowserWindow.getAllWindows();
      // What a system does that does not let a window fill its screen.
      Object.assign(window ?? {}, { setFullScreen: (on: boolean) => void asked.push(on) });
    });
    const stage = page.getByRole('main', { name: words.label });
    await page.keyboard.press('F5');
    await expect(stage).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(stage.getByText(words.counter(2, 15))).toBeVisible();
    await page.keyboard.press('F5');
    await expect(stage).toHaveCount(0);
    await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'asked'))).toEqual([true, false]);
  },
);

test('a clicker reveals the answer of a question, and hides it again', async ({ start, folder }) => {
  const file = path.join(folder, 'lesson.tracebook.md');
  const question = '```predict {#q}\nask alice -> bob path\n```\n';
  await writeFile(file, NOTEBOOK.replace('### A deeper', `## Guess\n\n${question}\n### A deeper`));
  const { page } = await start(file);
  await settled(page);
  await cells(page, 'predict').focus();
  await page.keyboard.press('F5');
  const stage = page.getByRole('main', { name: words.label });
  const answer = stage.getByRole('group', { name: strings.app.predict.solution });
  await expect(stage.getByText('Which hops will a trace from alice to bob show?')).toBeVisible();
  await expect(answer).toHaveCount(0);
  await page.keyboard.press('PageDown');
  await expect(answer).toContainText('* 10.2.0.10');
  await page.keyboard.press('PageUp');
  await expect(answer).toHaveCount(0);
  await expect(stage.getByRole('button', { name: strings.app.predict.reveal })).toBeVisible();
});

test.describe('questions', () => {
  test.use({ notebook: 'notebooks/quiz.tracebook.md' });

  test('the instructor sees answers and hints, says so, and students do not', async ({ page }) => {
    await settled(page);
    const answers = page.getByRole('group', { name: strings.app.predict.solution });
    const toggle = async (): Promise<void> => {
      await page.keyboard.press('ControlOrMeta+Shift+P');
      await page.keyboard.type('instructor');
      await page.keyboard.press('Enter');
    };
    await cells(page, 'topology').focus();
    await page.keyboard.press('o');
    await expect(page.getByRole('figure', { name: /^Map of the network after topology/ })).toHaveCount(0);
    await expect(answers).toHaveCount(0);

    await toggle();
    await expect(page.getByRole('banner').getByText(words.instructor)).toBeVisible();
    await expect(answers).toHaveCount(2);
    await expect(answers.first()).toContainText('10.1.0.1 * 10.0.23.2 10.3.0.10');
    await expect(page.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(3);
    await expect(page.getByRole('figure', { name: /^Map of the network after topology/ })).toBeVisible();
    await page.keyboard.press('F5');
    await expect(page.getByRole('main', { name: words.label }).getByText(words.instructor)).toBeVisible();
    await page.keyboard.press('Escape');

    await toggle();
    await expect(answers).toHaveCount(0);
    await expect(page.getByRole('banner').getByText(words.instructor)).toHaveCount(0);
  });
});

test.describe('the published lab', () => {
  test('has a screen for each picture of the whole network', async ({ page }) => {
    await settled(page);
    await page.getByRole('heading', { name: '2. What each network knows' }).click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('F5');
    const stage = page.getByRole('main', { name: words.label });
    const picture = stage.locator('.diagram-fit svg');
    await page.keyboard.press('PageDown');
    await expect(stage.locator('.terminal-text')).toHaveCount(1);
    await page.keyboard.press('PageDown');
    // The edge of the window cuts it first; the next page shows it whole.
    await expect(picture).toBeInViewport();
    await page.keyboard.press('PageDown');
    await expect(picture).toBeInViewport({ ratio: 1 });
  });

  test('goes through the pairs that a change concerns', async ({ page }) => {
    await settled(page);
    await page.locator('.cell-console').filter({ hasText: 'compare base er1-fails' }).first().focus();
    for (const key of ['F5', 'PageDown', 'PageDown']) await page.keyboard.press(key);
    const stage = page.getByRole('main', { name: words.label });
    const said = stage.locator('.step-words');
    await expect(said).toContainText('remote-vm → loc1-vm: lost (1 of 6)');
    await page.keyboard.press('ArrowDown');
    await expect(said).toContainText('loc1-vm → remote-vm: lost (2 of 6)');
    await expect(said).toContainText(/er1-fails: loc1-vm → lan1 → ce1, left the network at ce1/);
    await expect(stage.locator('.diagram-fit svg')).toBeInViewport({ ratio: 1 });
  });
});
