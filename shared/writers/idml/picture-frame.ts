import { element } from '../hand-off/xml';

/** A rectangle of a page in points from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture file beside the layout. */
export interface LinkedPicture {
  /** Relative to the layout file, with slashes. */
  readonly file: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** The resolution that the file itself names. */
  readonly ppi: number;
  readonly inks: 'cmyk' | 'grey';
}

/** Text of other frames keeps off the frame. */
export const TEXT_WRAP = element('TextWrapPreference', {
  Inverse: false,
  ApplyToMasterPageOnly: false,
  TextWrapSide: 'BothSides',
  TextWrapMode: 'BoundingBoxTextWrap',
});

/** The outline of a frame; the corners are given in the coordinates of what the frame stands in. */
export function outline({ x, y, width, height }: Box): string {
  const corners = [
    [x, y],
    [x, y + height],
    [x + width, y + height],
    [x + width, y],
  ].map(([left = 0, top = 0]) => {
    const at = `${points(left)} ${points(top)}`;
    return element('PathPointType', { Anchor: at, LeftDirection: at, RightDirection: at });
  });
  const path = element('GeometryPathType', { PathOpen: false }, element('PathPointArray', {}, corners));
  return element('Properties', {}, element('PathGeometry', {}, path));
}

/**
 * A frame with its linked picture, which fills it: what is too much is cut evenly, or round the point that must be
 * kept. Without a picture the frame stands empty.
 */
export function pictureFrame(
  self: string,
  box: Box,
  picture: LinkedPicture | null,
  more: {
    readonly name: string;
    readonly focus?: { readonly x: number; readonly y: number } | undefined;
    readonly wraps?: boolean;
  },
): string {
  return element(
    'Rectangle',
    {
      Self: self,
      ContentType: 'GraphicType',
      StoryTitle: '$ID/',
      Visible: true,
      Name: more.name,
      AppliedObjectStyle: 'ObjectStyle/$ID/[None]',
      FillColor: 'Swatch/None',
      StrokeColor: 'Swatch/None',
      StrokeWeight: 0,
      ItemTransform: '1 0 0 1 0 0',
    },
    [
      outline(box),
      element('FrameFittingOption', {
        LeftCrop: 0,
        TopCrop: 0,
        RightCrop: 0,
        BottomCrop: 0,
        FittingOnEmptyFrame: 'FillProportionally',
        FittingAlignment: 'CenterAnchor',
      }),
      more.wraps ? TEXT_WRAP : '',
      picture ? image(`${self}i`, box, picture, more.focus ?? { x: 0.5, y: 0.5 }) : '',
    ],
  );
}

function image(
  self: string,
  box: Box,
  { file, width, height, ppi, inks }: LinkedPicture,
  focus: { readonly x: number; readonly y: number },
): string {
  const natural = { width: (width * 72) / ppi, height: (height * 72) / ppi };
  const scale = Math.max(box.width / natural.width, box.height / natural.height);
  const left = box.x - within(natural.width * scale - box.width, natural.width * scale * focus.x - box.width / 2);
  const top = box.y - within(natural.height * scale - box.height, natural.height * scale * focus.y - box.height / 2);
  const effective = Math.round(ppi / scale);
  return element(
    'Image',
    {
      Self: self,
      Space: inks === 'cmyk' ? '$ID/CMYK' : '$ID/#Links_Gray',
      ActualPpi: `${ppi} ${ppi}`,
      EffectivePpi: `${effective} ${effective}`,
      ImageTypeName: '$ID/JPEG',
      AppliedObjectStyle: 'ObjectStyle/$ID/[None]',
      ItemTransform: `${scale.toFixed(6)} 0 0 ${scale.toFixed(6)} ${points(left)} ${points(top)}`,
      Visible: true,
      Name: '$ID/',
    },
    [
      element('Properties', {}, [
        element('Profile', { type: 'string' }, '$ID/Embedded'),
        element('GraphicBounds', { Left: 0, Top: 0, Right: points(natural.width), Bottom: points(natural.height) }),
      ]),
      element('Link', {
        Self: `${self}l`,
        LinkResourceURI: `file:${encodeURI(file)}`,
        LinkResourceFormat: '$ID/JPEG',
        StoredState: 'Normal',
        LinkClassID: 35906,
        LinkClientID: 257,
        LinkResourceModified: false,
        LinkObjectModified: false,
        ShowInUI: true,
        CanEmbed: true,
        CanUnembed: true,
        CanPackage: true,
        ImportPolicy: 'NoAutoImport',
        ExportPolicy: 'NoAutoExport',
      }),
    ],
  );
}

function within(most: number, wanted: number): number {
  return Math.min(Math.max(wanted, 0), Math.max(most, 0));
}

export function points(value: number): string {
  return String(Number(value.toFixed(3)));
}
