/** Maps are searched, folded and narrowed; what comes of it is laid out in the worker. */
import { expect, test } from './app';
import { settled } from './window';

test('a map is searched, folded and narrowed', async ({ page }) => {
  await settled(page);
  const figure = page.getByRole('figure', { name: /^Map of the network after topology/ });
  await figure.scrollIntoViewIfNeeded();
  const search = figure.getByRole('searchbox', { name: 'Search the map' });
  await search.fill('spoke-vm');
  await expect(figure.getByRole('status')).toHaveText('1 found');
  await figure.getByRole('button', { name: 'Show only around spoke-vm' }).press('Enter');
  await expect(figure.getByRole('img', { name: /^spoke-vm, Host/ })).toBeVisible();
  await expect(figure.getByRole('img', { name: /^loc1-vm, Host/ })).toHaveCount(0);
  await figure.getByRole('button', { name: 'Show all' }).press('Enter');
  await search.fill('');
  await expect(figure.getByRole('img', { name: /^loc1-vm, Host/ })).toBeVisible();
  await figure.getByText('Areas', { exact: true }).press('Enter');
  await figure.getByRole('checkbox', { name: 'VNet hub' }).press('Space');
  await expect(figure.getByRole('img', { name: /^hub-vm, Host/ })).toHaveCount(0);
  await expect(figure.getByRole('img', { name: /^vnet hub, VNet/ })).toBeVisible();
});
