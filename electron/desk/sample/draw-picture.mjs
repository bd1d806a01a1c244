/* Draws the sample's picture: node electron/desk/sample/draw-picture.mjs. The same picture comes out each time. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

const [WIDTH, HEIGHT] = [2000, 1500];
const SHORE = 820;

let seed = 20261123;
function random() {
  seed = (seed * 1664525 + 1013904223) >>> 0;
  return seed / 2 ** 32;
}
const between = (low, high) => low + (high - low) * random();

/** A skyline by midpoint displacement: heights at equal steps from left to right. */
function skyline(base, roughness, steps = 256, fall = 0.54) {
  const heights = Array.from({ length: steps + 1 }, () => 0);
  heights[0] = between(-1, 1) * roughness;
  heights[steps] = between(-1, 1) * roughness;
  let spread = roughness;
  for (let step = steps; step > 1; step /= 2) {
    for (let at = step / 2; at < steps; at += step) {
      heights[at] = (heights[at - step / 2] + heights[at + step / 2]) / 2 + between(-1, 1) * spread;
    }
    spread *= fall;
  }
  return heights.map((height, index) => [(index / steps) * WIDTH, base - height]);
}

const points = (line) => line.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
const below = (line, floor, fill, more = '') =>
  `<polygon points="0,${floor} ${points(line)} ${WIDTH},${floor}" fill="${fill}" ${more}/>`;

function gradient(id, stops, vector = 'x1="0" y1="0" x2="0" y2="1"') {
  const inner = stops.map(
    ([at, colour, opacity = 1]) => `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
  );
  return `<linearGradient id="${id}" ${vector}>${inner.join('')}</linearGradient>`;
}

const SUN = [1330, 560];

const ranges = [
  { base: 640, rough: 105, colour: ['#a7a3b4', '#d6bfae'] },
  { base: 705, rough: 85, colour: ['#8391a2', '#b9b1a6'] },
  { base: 752, rough: 62, colour: ['#5d7887', '#93a39b'] },
  { base: 790, rough: 40, colour: ['#41656a', '#6f8c7d'] },
].map((range) => ({ ...range, line: skyline(range.base, range.rough) }));

const smooth = (share) => (share <= 0 ? 0 : share >= 1 ? 1 : share * share * (3 - 2 * share));

/** A slope as a smooth function of x. */
const farSlope = (x) => 715 + 480 * smooth(x / 880) + 7 * Math.sin(x / 70);
const rightSlope = (x) => 1190 - 480 * smooth((x - 1020) / 1150) + 6 * Math.sin(x / 80);
const nearSlope = (x) => 1120 - 130 * Math.max(0, 1 - x / 900) ** 1.4 + 70 * Math.sin((x - 300) / 520) ** 2;

function curve(slope, from, to, step = 20) {
  const line = [];
  for (let x = from; x <= to; x += step) line.push([x, slope(x)]);
  return line;
}

/** One coffee bush: a heap of leaves, lit from the sun's side, with cherries when it is near. */
function bush(x, y, size, dark, light, cherries) {
  const parts = [
    `<ellipse cx="${x}" cy="${y + size * 0.42}" rx="${size * 1.05}" ry="${size * 0.3}" fill="#10231d" opacity=".38"/>`,
  ];
  const heaps = size > 26 ? 7 : 4;
  for (let index = 0; index < heaps; index++) {
    const [dx, dy] = [between(-0.62, 0.62) * size, between(-0.52, 0.28) * size];
    const radius = between(0.42, 0.62) * size;
    parts.push(
      `<ellipse cx="${(x + dx).toFixed(1)}" cy="${(y + dy).toFixed(1)}" rx="${radius.toFixed(1)}" ry="${(radius * 0.78).toFixed(1)}" fill="${dark}"/>`,
    );
  }
  const strokes = size > 26 ? Math.round(size * 0.9) : Math.round(size * 0.35);
  for (let index = 0; index < strokes; index++) {
    const turn = between(0, Math.PI * 2);
    const reach = Math.sqrt(random()) * size * 0.92;
    const [lx, ly] = [x + Math.cos(turn) * reach, y - size * 0.12 + Math.sin(turn) * reach * 0.68];
    const sunlit = (lx - x) * 0.55 - (ly - y) > between(-0.15, 0.55) * size;
    const length = Math.max(2.2, size * between(0.14, 0.25));
    parts.push(
      `<ellipse cx="${lx.toFixed(1)}" cy="${ly.toFixed(1)}" rx="${length.toFixed(1)}" ry="${(length * 0.42).toFixed(1)}" transform="rotate(${between(-60, 60).toFixed(0)} ${lx.toFixed(1)} ${ly.toFixed(1)})" fill="${sunlit ? light : dark}" opacity="${between(0.65, 1).toFixed(2)}"/>`,
    );
  }
  for (let index = 0; index < cherries; index++) {
    const [cx, cy] = [x + between(-0.7, 0.7) * size, y + between(-0.45, 0.3) * size];
    parts.push(
      `<circle cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="${between(2.6, 4.4).toFixed(1)}" fill="${random() > 0.3 ? '#b3322b' : '#d4883a'}"/>`,
    );
  }
  return parts.join('');
}

/** Rows of bushes down a slope: small and misty at its edge, large and dark near the eye. */
function rows(slope, from, to, count, near, colours) {
  const drawn = [];
  for (let row = 0; row < count; row++) {
    const depth = row / (count - 1);
    const size = near.small + (near.large - near.small) * depth ** 1.5;
    const drop = near.drop * depth ** 1.45;
    const [dark, light] = [
      mix(colours.farDark, colours.nearDark, depth),
      mix(colours.farLight, colours.nearLight, depth),
    ];
    for (let x = from - random() * size; x < to + size; x += size * between(1.5, 1.75)) {
      const y = slope(x) + drop + between(-0.08, 0.08) * size + size * 0.25;
      if (y < HEIGHT + size)
        drawn.push(bush(x, y, size * between(0.9, 1.1), dark, light, size > 40 ? Math.round(between(1, 7)) : 0));
    }
  }
  return drawn.join('');
}

function mix(a, b, share) {
  const channel = (colour, at) => parseInt(colour.slice(at, at + 2), 16);
  const parts = [1, 3, 5].map((at) => Math.round(channel(a, at) + (channel(b, at) - channel(a, at)) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function ripples() {
  const drawn = [];
  for (let index = 0; index < 420; index++) {
    const depth = random() ** 1.3;
    const y = SHORE + 8 + depth * 330;
    const inPath = random() < 0.62;
    const x = inPath ? SUN[0] - depth * 40 + between(-1, 1) * (34 + depth * 120) : between(300, 1900);
    const length = between(10, 30) + depth * 70;
    drawn.push(
      `<ellipse cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" rx="${length.toFixed(1)}" ry="${(0.8 + depth * 2).toFixed(1)}" fill="${inPath ? '#ffe6b4' : '#d7e6e2'}" opacity="${(inPath ? between(0.25, 0.75) : between(0.06, 0.2)).toFixed(2)}"/>`,
    );
  }
  return drawn.join('');
}

function mist(y, opacity, blur = 'mist') {
  const drawn = [];
  for (let index = 0; index < 9; index++) {
    drawn.push(
      `<ellipse cx="${between(-100, 2100).toFixed(0)}" cy="${(y + between(-14, 14)).toFixed(0)}" rx="${between(180, 460).toFixed(0)}" ry="${between(8, 22).toFixed(0)}" fill="#f6e7d3" opacity="${opacity}"/>`,
    );
  }
  return `<g filter="url(#${blur})">${drawn.join('')}</g>`;
}

/** Shade trees as coffee farms keep them: a thin trunk and a wide, open crown. */
function tree(x, foot, height, colour) {
  const crown = [];
  for (let index = 0; index < 190; index++) {
    const [dx, dy] = [(random() + random() - 1) * 0.46 * height, (random() + random() - 1) * 0.13 * height];
    crown.push(
      `<ellipse cx="${(x + dx).toFixed(1)}" cy="${(foot - height * 0.86 + dy).toFixed(1)}" rx="${(height * between(0.012, 0.045)).toFixed(1)}" ry="${(height * between(0.008, 0.022)).toFixed(1)}" fill="${colour}" opacity="${between(0.75, 1).toFixed(2)}"/>`,
    );
  }
  const trunk = `<path d="M${x - height * 0.012},${foot} Q${x + height * 0.02},${foot - height * 0.45} ${x},${foot - height * 0.85} M${x + 2},${foot - height * 0.5} L${x + height * 0.17},${foot - height * 0.84} M${x},${foot - height * 0.58} L${x - height * 0.17},${foot - height * 0.86}" stroke="${colour}" stroke-width="${(height * 0.022).toFixed(1)}" fill="none"/>`;
  return trunk + crown.join('');
}

const clouds = Array.from({ length: 26 }, () => {
  const y = between(130, 430);
  return `<ellipse cx="${between(-100, 2100).toFixed(0)}" cy="${y.toFixed(0)}" rx="${between(120, 420).toFixed(0)}" ry="${between(3, 11).toFixed(0)}" fill="${y > 300 ? '#ffe3c0' : '#f3d5c6'}" opacity="${between(0.12, 0.4).toFixed(2)}"/>`;
}).join('');

const reflection = ranges
  .slice(1)
  .map(({ line, colour }) =>
    below(
      line.map(([x, y]) => [x, SHORE + (SHORE - y) * 0.72]),
      SHORE,
      colour[0],
      'opacity=".42"',
    ),
  )
  .join('');

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<defs>
${gradient('sky', [
  [0, '#5f8299'],
  [0.3, '#93a9ae'],
  [0.58, '#e6c6a4'],
  [0.8, '#f9d9a6'],
  [1, '#fbe7c4'],
])}
${gradient('lake', [
  [0, '#e9cfa6'],
  [0.16, '#a9b9ad'],
  [0.5, '#5f8d93'],
  [1, '#2f626d'],
])}
${gradient('far', [
  [0, '#56755f'],
  [1, '#2f5546'],
])}
${gradient('right', [
  [0, '#466b4c'],
  [1, '#1f4433'],
])}
${gradient('near', [
  [0, '#39583a'],
  [0.4, '#4b4229'],
  [1, '#2a2a1b'],
])}
${gradient('dusk', [
  [0, '#0d1a1a', 0],
  [1, '#0d1a1a', 0.42],
])}
${ranges
  .map(({ colour }, index) =>
    gradient(`range${index}`, [
      [0, colour[0]],
      [1, colour[1]],
    ]),
  )
  .join('')}
<radialGradient id="glow"><stop offset="0" stop-color="#fff6d8" stop-opacity=".95"/><stop offset=".25" stop-color="#ffdf9e" stop-opacity=".6"/><stop offset="1" stop-color="#ffd38a" stop-opacity="0"/></radialGradient>
<filter id="mist" x="-20%" y="-200%" width="140%" height="500%"><feGaussianBlur stdDeviation="26 9"/></filter>
<filter id="soft" x="-5%" y="-50%" width="110%" height="200%"><feGaussianBlur stdDeviation="14 3"/></filter>
</defs>
<rect width="${WIDTH}" height="900" fill="url(#sky)"/>
<g filter="url(#soft)">${clouds}</g>
<circle cx="${SUN[0]}" cy="${SUN[1]}" r="520" fill="url(#glow)"/>
<circle cx="${SUN[0]}" cy="${SUN[1]}" r="56" fill="#fffbe8"/>
${below(ranges[0].line, 900, 'url(#range0)')}${mist(690, 0.55)}
${below(ranges[1].line, 900, 'url(#range1)')}${mist(745, 0.5)}
${below(ranges[2].line, 900, 'url(#range2)')}${mist(786, 0.5)}
${below(ranges[3].line, 900, 'url(#range3)')}
<rect y="${SHORE}" width="${WIDTH}" height="420" fill="url(#lake)"/>
<g filter="url(#soft)">${reflection}</g>
${mist(SHORE + 4, 0.5)}
${ripples()}
<clipPath id="farHill"><polygon points="0,1300 ${points(curve(farSlope, 0, 880))} 880,1300"/></clipPath>
<polygon points="0,1300 ${points(curve(farSlope, 0, 880))} 880,1300" fill="url(#far)"/>
<g clip-path="url(#farHill)">${rows((x) => farSlope(x) + 4, 0, 880, 14, { small: 9, large: 19, drop: 330 }, { farDark: '#3d5f4e', nearDark: '#244a3a', farLight: '#8aa577', nearLight: '#5f8a5a' })}</g>
${mist(1010, 0.14)}
<polygon points="1020,${HEIGHT} ${points(curve(rightSlope, 1020, 2000))} 2000,${HEIGHT}" fill="url(#right)"/>
<clipPath id="rightHill"><polygon points="1020,${HEIGHT} ${points(curve((x) => rightSlope(x) - 14, 1020, 2000))} 2000,${HEIGHT}"/></clipPath>
<g clip-path="url(#rightHill)">${rows((x) => rightSlope(x) + 8, 1040, 2000, 15, { small: 13, large: 36, drop: 430 }, { farDark: '#2f5540', nearDark: '#1a3b2c', farLight: '#9aab68', nearLight: '#6f934f' })}</g>
${tree(1720, rightSlope(1720) + 20, 330, '#25452f')}${tree(1868, rightSlope(1868) + 20, 250, '#2f5238')}
${tree(150, farSlope(150) + 190, 430, '#1d3a2d')}
${below(curve(nearSlope, 0, 2000), HEIGHT, 'url(#near)')}
${rows(nearSlope, -20, 2020, 6, { small: 30, large: 96, drop: 330 }, { farDark: '#234a33', nearDark: '#12301f', farLight: '#8aa552', nearLight: '#5f8f45' })}
<rect y="900" width="${WIDTH}" height="600" fill="url(#dusk)"/>
</svg>`;

/** Film grain, so that wide gradients do not show bands in print. */
const grain = Buffer.alloc(WIDTH * HEIGHT * 4);
for (let at = 0; at < grain.length; at += 4) {
  grain.fill(random() > 0.5 ? 255 : 0, at, at + 3);
  grain[at + 3] = Math.floor(random() * 11);
}

const XMP = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
 photoshop:Credit="Hình: Lê Đức Vũ">
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Hồ chứa Ea Sương đầu mùa khô, nhìn từ rẫy cà phê của hợp tác xã.</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>Lê Đức Vũ</rdf:li></rdf:Seq></dc:creator>
<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Mặt hồ xanh nằm giữa những ngọn đồi phủ cà phê, xa xa là dãy núi và mặt trời buổi sớm.</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;

const picture = await sharp(Buffer.from(svg))
  .composite([{ input: grain, raw: { width: WIDTH, height: HEIGHT, channels: 4 } }])
  .flatten()
  .jpeg({ quality: 74, mozjpeg: true })
  .withXmp(XMP)
  .toBuffer();
await writeFile(path.join(import.meta.dirname, 'ho-ea-suong.jpg'), picture);
