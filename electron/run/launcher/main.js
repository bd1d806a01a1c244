import { app } from 'electron';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

// An ES module on purpose: `ready` waits for the awaited import below, so the app may still register its scheme.
const require = createRequire(import.meta.url);

/** The folder or file named on the command line, after running what `-r` asks for (Playwright's loader). */
function target() {
  for (let at = 1; at < process.argv.length; at += 1) {
    const word = process.argv[at];
    if (word === '-r' || word === '--require') {
      at += 1;
      require(path.resolve(process.argv[at]));
    } else if (!word.startsWith('-')) return path.resolve(word);
  }
  return null;
}

const named = target();
if (named === null) {
  process.stderr.write('usage: electron [-r module] <folder or script>\n');
  app.exit(1);
} else {
  process.defaultApp = true;
  let script = named;
  let folder = path.dirname(named);
  if (statSync(named).isDirectory()) {
    folder = named;
    const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    script = path.join(folder, manifest.main ?? 'index.js');
    app.setName(manifest.productName ?? manifest.name);
    if (manifest.version !== undefined) app.setVersion(manifest.version);
  }
  app.setAppPath(folder);
  await import(pathToFileURL(script).href);
}
