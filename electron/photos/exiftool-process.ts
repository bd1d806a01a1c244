import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * exiftool told to stay open reads on for ever when nobody is left to talk to it: at the end of its standard input it asks
 * again a hundred times a second. Run this way, it ends there. That is between two files, never in the middle of one.
 */
const ENDING_WITH_ITS_INPUT = `
BEGIN {
  *CORE::GLOBAL::sysread = sub (*\\$$;$) {
    my ($handle, $into, $length, $offset) = @_;
    no strict 'refs';
    my $read = CORE::sysread(ref $handle ? $handle : *{"main::$handle"}, $$into, $length, $offset || 0);
    exit 0 if !ref $handle && $handle eq 'STAYOPEN' && defined $read && $read == 0;
    return $read;
  };
}
$0 = shift @ARGV;
do $0;
die $@ if $@;
`;

/** Reads what to do from its standard input, one argument to a line. */
const ARGUMENTS = ['-stay_open', 'True', '-@', '-'];

/**
 * A way to start exiftool so that it goes when the process that started it goes, by whatever end; undefined on Windows,
 * where exiftool is a program that brings its own Perl. Throws when there is no Perl.
 */
export function exifToolProcess(
  script: () => Promise<string>,
  env: Readonly<Record<string, string>>,
): (() => Promise<ChildProcess>) | undefined {
  if (process.platform === 'win32') return undefined;
  return async () =>
    spawn(perl(), ['-e', ENDING_WITH_ITS_INPUT, await script(), ...ARGUMENTS], {
      stdio: 'pipe',
      env: { ...env, LANG: 'C' },
    });
}

function perl(): string {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(path.delimiter)];
  const found = folders.map((folder) => path.join(folder, 'perl')).find((file) => existsSync(file));
  if (found === undefined) throw new Error('Perl must be installed');
  return found;
}
