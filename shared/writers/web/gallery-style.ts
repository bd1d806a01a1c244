import type { Interview } from '../../interview/types';
import { shapeClass, shapesOf } from './gallery-figure';

/** The rules for the galleries of a piece, behind those of the page; '' for a piece without galleries. */
export function galleryStyle(interview: Interview): string {
  const shapes = shapesOf(interview).map(
    (shape) => `
.gallery .${shapeClass(shape)} {
  flex: ${shape} 1 calc(${shape} * var(--row));
}

.gallery .${shapeClass(shape)} img {
  aspect-ratio: ${shape};
}
`,
  );
  return shapes.length > 0 ? GALLERY + shapes.join('') : '';
}

/**
 * The pictures of a row share its width by their shapes, so that they are as high as each other. On a narrow screen those with
 * words of their own stand below each other, and a row of many goes on in the next line before it gets lower than --row.
 */
const GALLERY = `
.gallery {
  --row: 4.5rem;
}
.gallery .row {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem;
}

.gallery .row + .row {
  margin-top: 0.5rem;
}

.gallery .photo {
  min-width: 0;
  margin: 0;
}

.gallery img {
  object-fit: cover;
}

.gallery.captioned .photo {
  flex-basis: 100%;
}

.gallery.captioned .row {
  row-gap: 1.2rem;
}

.gallery.captioned .row + .row {
  margin-top: 1.2rem;
}

.gallery > figcaption {
  margin-top: 0.6rem;
  font: 0.875rem/1.5 var(--sans);
  color: var(--soft);
}

.gallery.captioned > figcaption {
  padding-top: 0.6rem;
  border-top: 1px solid var(--rule);
}

.gallery .caption {
  color: var(--ink);
}

.gallery .credit {
  font-style: italic;
}

@media (min-width: 40rem) {
  .gallery {
    --row: 0rem;
  }

  .gallery .row {
    flex-wrap: nowrap;
  }

  .gallery.captioned .photo {
    flex-basis: 0;
  }
}

@media (min-width: 64rem) {
  .gallery.wide {
    width: 60rem;
    margin-inline: -9rem;
  }
}

@media print {
  .gallery {
    --row: 0rem;
  }

  .gallery.wide {
    width: auto;
    margin-inline: 0;
  }

  .gallery .row {
    flex-wrap: nowrap;
  }

  .gallery.captioned .photo {
    flex-basis: 0;
  }

  .gallery img {
    max-height: none;
    object-fit: cover;
  }
}
`;
