// What a visitor downloads, compressed by brotli.

import { downloadSizes } from '../../../web/site/compress-site.mjs';
import { options } from '../options.mjs';
import { alone, compared } from '../results.mjs';
import { measuredOf } from '../rounds.mjs';

const LIMIT_BYTES = 300_000;
const LARGE_BYTES = 20_000;

export async function size() {
  const downloads = await downloadSizes(options.site);
  const whole = downloads.reduce((sum, { travelling }) => sum + travelling, 0);
  const unit = 'bytes';
  const limit = measuredOf('limit', [LIMIT_BYTES]);
  return [
    compared('size, whole page', 'limit of 300 kB', measuredOf('page', [whole]), limit, { unit, target: 1 }),
    ...downloads
      .filter(({ travelling }) => travelling > LARGE_BYTES)
      .map(({ name, travelling }) => alone('size', name, measuredOf(name, [travelling]), { unit })),
  ];
}
