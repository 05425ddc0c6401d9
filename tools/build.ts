import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundle } from './build/bundle.js';
import { root } from './build/constants.js';
import { buildLibrary, buildTypes } from './build/library.js';
import { buildPages, demoPages } from './build/pages.js';
import { writeContent } from './content.js';
import { writeSchemas } from './schemas.js';
import { printSizes } from './size.js';

const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
await buildBundle(join(root, 'src/define.ts'), dist);
await buildLibrary(join(root, 'src/index.ts'), dist);
buildTypes();
writeSchemas(join(dist, 'schemas'));
writeContent(join(dist, 'content'));
for (const pages of demoPages) await buildPages(pages);
printSizes();
