// The README's picture shows the tabs and buttons of the page.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CONTROLS, SIZE, controlsOf, pose } from './support/picture.mjs';
import { describeInEachBrowser } from './support/suite.mjs';

describeInEachBrowser('The picture in the README', ({ test }) => {
  test('shows the tabs and buttons that there are', SIZE, async ({ weft }) => {
    await pose(weft);
    const controls = await controlsOf(weft);
    assert.equal(controls, readFileSync(CONTROLS, 'utf8'), 'run "make screenshot", and look at the picture');
  });
});
