/** A handed-out page as PDF, by a hidden window that loads nothing else; the page's own policy lets no script run. */
import { BrowserWindow, session } from 'electron';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Not kept on disk: its name does not begin with `persist:`. */
const PARTITION = 'print';

/** On A4, unless the page says otherwise. @param folder where the page lies for the time of printing */
export async function printToPdf(html: string, folder: string): Promise<Uint8Array> {
  const own = await mkdtemp(path.join(folder, 'print-'));
  const file = path.join(own, 'page.html');
  await writeFile(file, html);
  const address = pathToFileURL(file).href;
  session
    .fromPartition(PARTITION)
    .webRequest.onBeforeRequest(({ url }, respond) =>
      respond({ cancel: url !== address && !url.startsWith('data:image/') }),
    );
  const window = new BrowserWindow({
    show: false,
    webPreferences: { partition: PARTITION, sandbox: true, contextIsolation: true },
  });
  try {
    await window.loadFile(file);
    return await window.webContents.printToPDF({
      printBackground: true,
      pageSize: 'A4',
      preferCSSPageSize: true,
    });
  } finally {
    window.destroy();
    await rm(own, { recursive: true, force: true });
  }
}
