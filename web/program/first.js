// What stands in index.html itself, so that it is there before anything else and fits it in every version: the colours,
// an eye on the parts that are still to come, and hands for what is dropped meanwhile.

import { takeColours } from '../ui/colours.js';
import { watchDrops } from '../ui/drop-zone.js';
import { watchParts } from './missing-parts.js';

takeColours();
watchParts();
watchDrops();
