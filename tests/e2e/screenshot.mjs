// Takes the README's picture: `make screenshot`. The figures in it are those of the run that it shows.

import { writeFileSync } from 'node:fs';
import { startServer } from '../../web/site/server.mjs';
import { browserKinds } from './support/browsers.mjs';
import { CONTROLS, PICTURE, SIZE, controlsOf, pose } from './support/picture.mjs';
import { WeftPage } from './support/weft_page.mjs';

const [chromium] = browserKinds();
if (!chromium) throw new Error('no browser');
const server = await startServer({ port: 0, isolated: true });
const { browser, close } = await chromium.launch();
try {
  const page = await browser.newPage();
  await page.setViewport(SIZE);
  const weft = new WeftPage(page, chromium, server.url);
  await weft.open();
  await pose(weft);
  await page.screenshot({ path: PICTURE });
  writeFileSync(CONTROLS, await controlsOf(weft));
  console.log(`wrote ${PICTURE} and ${CONTROLS}`);
} finally {
  await close();
  await server.close();
}
