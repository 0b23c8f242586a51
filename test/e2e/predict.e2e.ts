/** Questions to the reader, answered as a student would. */
import { expect, test } from './app';
import { settled } from './window';

test.use({ notebook: 'notebooks/quiz.tracebook.md' });

test('takes an answer, says where it goes wrong, gives hints, and reveals', async ({ page }) => {
  const cell = page.locator('.cell-predict').first();
  await expect(cell.getByRole('status')).toHaveText('Not answered yet.');

  const hops = cell.getByRole('textbox', { name: 'Which hops will a trace from alice to bob show?' });
  await hops.fill('10.1.0.1 10.0.12.2 10.0.23.2 10.3.0.10');
  await page.keyboard.press('Enter');
  await expect(cell.getByRole('status')).toHaveText('Not so: hop 2 is something else.');
  await expect(cell.locator('.static-code')).toContainText('answer 10.1.0.1 10.0.12.2');

  await cell.getByRole('button', { name: 'Hint 1 of 2' }).click();
  await cell.getByRole('button', { name: 'Hint 2 of 2' }).click();
  await expect(cell.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(2);

  await hops.fill('10.1.0.1 * 10.0.23.2 10.3.0.10');
  await cell.getByRole('button', { name: 'Check' }).click();
  await expect(cell.getByRole('status')).toHaveText('Right.');

  await cell.getByRole('button', { name: 'Reveal the answer' }).click();
  const answer = cell.getByRole('group', { name: 'The answer' });
  await expect(answer).toContainText('10.1.0.1 * 10.0.23.2 10.3.0.10');
  await expect(answer.getByRole('img').first()).toBeVisible();
});

test('takes a choice, by keyboard too, and undoes it', async ({ page }) => {
  await settled(page);
  const cell = page.locator('.cell-predict').nth(1);
  const question = cell.getByRole('group', { name: 'What becomes of packets from alice to bob?' });
  await question.getByRole('radio', { name: 'via r2' }).click();
  await expect(cell.getByRole('status')).toHaveText('Not so: it is something else.');
  await page.keyboard.press('ArrowDown');
  await expect(question.getByRole('radio', { name: 'via r3' })).toBeChecked();
  await expect(cell.getByRole('status')).toHaveText('Right.');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(cell.getByRole('status')).not.toHaveText('Right.');
});
