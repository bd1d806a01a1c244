import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleInterview } from '../../../../../shared/templates/sample';
import { planPictures } from '../../../../../shared/writers/web/picture-plan';
import { writeWebPage } from '../../../../../shared/writers/web/write-web-page';
import { gallery } from '../../../../support/builders';
import { fullPiece, photo, piece, question } from './pieces';

const CHECKER = 'node_modules/vnu-jar/build/dist/vnu.jar';
const canCheck = existsSync(CHECKER) && spawnSync('java', ['-version']).status === 0;

function html(interview = sampleInterview(photo('ho', 2400, 1600)), present = true): string {
  const page = writeWebPage(interview, { pictures: planPictures(interview, () => present) });
  return page.files[0]?.contents ?? '';
}

describe('the page of the sample interview', () => {
  it('is the golden page', async () => {
    await expect(html()).toMatchFileSnapshot('../../../../golden/web/sample/index.html');
  });

  it.skipIf(!canCheck)('is valid for the Nu checker, as are pages with little in them and with hostile words', () => {
    const evil = [{ text: "</title></script><b x='\"'>&#0;\u0007\u200b" }];
    const pages = [
      html(),
      html(fullPiece(), false),
      html(piece([])),
      html(
        piece([gallery([{ photoId: 'a', caption: 'Đồng', alt: 'đồng' }, {}], { caption: 'Ở xã' })], {
          photos: [photo('a')],
        }),
      ),
      html(piece([gallery([{ photoId: 'a' }, { photoId: 'a' }])], { photos: [photo('a')] })),
      html(piece([question('Một?')], { headline: evil, kicker: evil, standfirst: evil, paper: evil[0]?.text ?? '' })),
    ];
    const folder = mkdtempSync(path.join(tmpdir(), 'galley-test-'));
    try {
      const files = pages.map((page, index) => {
        const file = path.join(folder, `${index}.html`);
        writeFileSync(file, page);
        return file;
      });
      const checked = spawnSync('java', ['-jar', CHECKER, '--stdout', '--asciiquotes', ...files], { encoding: 'utf8' });
      expect(checked.stdout).toBe('');
      expect(checked.status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
