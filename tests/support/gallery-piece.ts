import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { sampleInterview } from '../../shared/templates/sample';
import { writeInterviewFile } from '../../shared/writers/write-interview-file';
import type { Photo } from '../../shared/interview/types';
import { gallery, id, photo } from './builders';
import { giveToApp } from './launch';

const lake = path.resolve(import.meta.dirname, '..', '..', 'electron', 'desk', 'sample', 'ho-ea-suong.jpg');

/** Parts of the sample's photo, so that a gallery has pictures of several shapes. */
const PARTS = [
  { left: 0, top: 0, width: 900, height: 600 },
  { left: 600, top: 100, width: 500, height: 700 },
  { left: 300, top: 200, width: 1000, height: 500 },
] as const;

/**
 * Writes the sample with a captioned pair, a triptych with one common caption whose last picture is missing, a strip and an
 * upright photo as a piece into `folder`, and gives the file of its words.
 */
export async function writeGalleryPiece(folder: string): Promise<string> {
  mkdirSync(path.join(folder, 'photos'), { recursive: true });
  const photos: Photo[] = [];
  for (const [index, part] of PARTS.entries()) {
    const bytes = await sharp(lake).extract(part).jpeg().toBuffer();
    const file = `${createHash('sha256').update(bytes).digest('hex')}.jpg`;
    writeFileSync(path.join(folder, 'photos', file), bytes);
    photos.push({ id: `p${index}`, file, width: part.width, height: part.height });
  }
  const pair = id(
    'pair',
    gallery(
      [
        {
          photoId: 'p0',
          caption: 'Ông Ama Hlan kiểm tra van tưới trong vườn cà phê ở Cư M’gar.',
          credit: 'Ảnh: NGUYỄN XUÂN',
          alt: 'Một người đàn ông quỳ bên gốc cây',
        },
        {
          photoId: 'p1',
          caption: 'Hồ Ea Súp sau mùa mưa.',
          credit: 'Ảnh: NGUYỄN XUÂN',
          alt: 'Mặt hồ phẳng dưới trời chiều',
        },
      ],
      { caption: 'Nước về buôn đầu mùa tưới.' },
    ),
  );
  const triptych = id(
    'trip',
    gallery([{ photoId: 'p2', alt: 'Đập nhỏ' }, { photoId: 'p0', alt: 'Bờ hồ' }, { alt: '' }], {
      caption: 'Ba con đập của Ea Sương.',
      credit: 'Ảnh: MINH AN',
    }),
  );
  const strip = id(
    'strip',
    gallery(
      ['p0', 'p1', 'p2', 'p0', 'p1'].map((photoId) => ({ photoId, alt: 'Hồ' })),
      { layout: 'strip', span: 5, caption: 'Năm mùa nước ở Ea Sương.', credit: 'Ảnh: MINH AN' },
    ),
  );
  const upright = id(
    'upright',
    photo({ photoId: 'p1', span: 1, caption: 'Bờ hồ nhìn từ trên đập.', credit: 'Ảnh: MINH AN', alt: 'Bờ hồ' }),
  );
  const sample = sampleInterview(photos[0] as Photo);
  const [first, ...rest] = sample.body.filter(({ kind }) => kind !== 'photo');
  const [start, middle, end] = [rest.slice(0, 2), rest.slice(2, 7), rest.slice(7)];
  const interview = {
    ...sample,
    photos,
    body: [
      ...(first ? [first] : []),
      pair,
      ...start,
      triptych,
      ...middle,
      upright,
      ...end.slice(0, -1),
      strip,
      ...end.slice(-1),
    ],
  };
  const words = path.join(folder, 'interview.json');
  writeFileSync(words, writeInterviewFile(interview));
  for (const name of ['', 'photos', 'interview.json', ...photos.map(({ file }) => path.join('photos', file))])
    giveToApp(path.join(folder, name));
  return words;
}
