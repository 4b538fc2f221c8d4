// Takes the README's picture: `make screenshot`. The figures in it are those of the run that it shows.

import { fileURLToPath } from 'node:url';
import { startServer } from '../../web/server.mjs';
import { browserKinds } from './support/browsers.mjs';
import { WeftPage } from './support/weft_page.mjs';

const PICTURE = fileURLToPath(new URL('screenshot.png', import.meta.url));

const [chromium] = browserKinds();
if (!chromium) throw new Error('no browser');
const server = await startServer({ port: 0, isolated: true });
const { browser, close } = await chromium.launch();
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1400, height: 900 });
  const weft = new WeftPage(page, chromium, server.url);
  await weft.open();
  await page.evaluate(async () => {
    globalThis.weft.configure({ latencyMs: 40 });
    await globalThis.weft.compare({ rounds: 3 });
    await globalThis.weft.run({ mode: 'async', concurrency: 4 });
  });
  await weft.untilDrawn();
  await page.screenshot({ path: PICTURE });
  console.log(`wrote ${PICTURE}`);
} finally {
  await close();
  await server.close();
}
