import { createExifToolWriter } from '../../../../electron/photos/exiftool-writer';

/** A program that writes into one picture without a pause until it is killed: one line for each file that is done. */
const [, , file = ''] = process.argv;
const writer = createExifToolWriter();
for (let count = 1; ; count++) {
  const written = await writer.write(file, { caption: `Lần ${count}` });
  if (!written.ok) throw new Error(JSON.stringify(written.failure));
  process.stdout.write(`${count}\n`);
}
