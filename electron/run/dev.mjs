import { createBuilder } from 'vite';
import { findElectron } from './runtime.mjs';
import { hasDisplay, openApp } from './open-app.mjs';
import { inProject, say } from './project.mjs';

// `npm run dev`: builds on every change; a change of the window reloads by restart too, so that what is tried is
// always the app under its shipping CSP.
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';
if (!hasDisplay()) {
  say('There is no display here; npm run dev needs one.');
  process.exit(1);
}
const { program } = await findElectron();
const builder = await createBuilder(
  { configFile: inProject('electron', 'build', 'vite.config.ts'), logLevel: 'warn', build: { watch: {} } },
  null,
);
/** @type {import('node:child_process').ChildProcess | null} */
let app = null;
let timer;

function restart() {
  const next = () => {
    app = openApp(program, process.argv.slice(2));
  };
  if (app === null || app.exitCode !== null) next();
  else {
    app.removeAllListeners('exit');
    app.once('exit', next);
    app.kill();
  }
}

for (const name of ['main', 'preload', 'client']) {
  const watcher = await builder.build(builder.environments[name]);
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') say(event.error.message);
    if (event.code !== 'END') return;
    clearTimeout(timer);
    timer = setTimeout(restart, 300);
  });
}
