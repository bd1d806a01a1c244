import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

// Has one job done by a worker of the press in this process, which does nothing else, and says the most memory that took,
// in bytes. Arguments: the built worker, and a JSON file with what it is asked.
const [script = '', file = ''] = process.argv.slice(2);
const worker = new Worker(script);
worker.once('message', () => {
  process.stdout.write(String(process.resourceUsage().maxRSS * 1024));
  process.exit();
});
worker.postMessage({ id: 1, ask: JSON.parse(readFileSync(file, 'utf8')) });
