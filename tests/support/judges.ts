import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The jars of the archive's judge, as Debian's libpdfbox2-java and what it suggests lay them down. */
const JARS = [
  'preflight',
  'pdfbox2',
  'fontbox2',
  'xmpbox',
  'commons-logging',
  'javax.activation',
  'jaxb-api',
  'bcprov',
].map((name) => `/usr/share/java/${name}.jar`);

/** Whether PDFBox Preflight is here; says so when it is not. */
export function hasPreflight(): boolean {
  const lacking = JARS.filter((jar) => !existsSync(jar));
  const java = spawnSync('java', ['-version'], { stdio: 'ignore' }).error === undefined;
  if (lacking.length === 0 && java) return true;
  process.stderr.write(
    'skipped: PDFBox Preflight is not installed (libpdfbox2-java libactivation-java libjaxb-api-java libbcprov-java, a Java), so its checks were not made\n',
  );
  return false;
}

/** What PDFBox Preflight says of a file as PDF/A-1b: nothing when it is valid. */
export function preflight(file: string): readonly string[] {
  const run = spawnSync('java', ['-cp', JARS.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', file], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (/is a valid PDF\/A-1b file/.test(run.stdout)) return [];
  const faults = run.stdout.split('\n').filter((line) => /^\d/.test(line));
  return faults.length > 0 ? faults : [`${run.stdout}${run.stderr}`];
}
