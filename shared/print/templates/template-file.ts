import { z } from '../../zod';
import { failed, ok } from '../../result';
import type { Result } from '../../result';
import type { PageTemplate } from '../page-template';
import { depthOf, spanWidth } from '../page-template';
import { TYPE_SCALE } from '../type-scale';
import type { TypeRole } from '../type-scale';

/** template-unreadable: no JSON, or not of this shape; template-impossible: a page on which nothing would stand. */
export interface TemplateFailure {
  readonly kind: 'template-unreadable' | 'template-impossible';
  readonly detail: string;
}

const percent = z.number().min(0).max(100);
const ink = z.tuple([percent, percent, percent, percent]);
const millimetres = z.number().min(0).max(2_000);
const points = z.number().min(1).max(400);
const type = z
  .strictObject({
    face: z.enum(['text', 'headline', 'sans']),
    size: points,
    weight: z.number().int().min(100).max(900),
    italic: z.boolean(),
    figures: z.literal('old-style'),
  })
  .partial();

const ROLES = Object.keys(TYPE_SCALE) as [TypeRole, ...TypeRole[]];

const template = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  name: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }),
  width: millimetres.min(50),
  height: millimetres.min(50),
  margins: z.strictObject({ top: millimetres, right: millimetres, bottom: millimetres, left: millimetres }),
  columns: z.number().int().min(1).max(12),
  gutter: millimetres,
  row: points.min(5),
  baseline: points,
  depth: z.number().int().min(10).optional(),
  type: z.partialRecord(z.enum(ROLES), type).optional(),
  headline: z.strictObject({ least: points, most: points, weight: z.number().int().min(100).max(900) }),
  ink: z.strictObject({ accent: ink, tint: ink }),
  folio: z.boolean(),
  leadSpan: z.number().int().min(1).max(12).optional(),
  leadTallest: millimetres,
  dropCap: z.union([z.literal(0), z.literal(2), z.literal(3), z.literal(4)]),
  quoteSpan: z.union([z.literal(1), z.literal(2)]),
  columnRules: z.boolean(),
  labels: z.literal('small-capitals').optional(),
});

/** The narrowest column, in millimetres, and the fewest rows that a page can be set in. */
const LEAST = { column: 20, rows: 20 } as const;

/** A newsroom's own template from a file: the shape of PageTemplate as JSON. */
export function readTemplate(json: string): Result<PageTemplate, TemplateFailure> {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (cause) {
    return failed({ kind: 'template-unreadable', detail: cause instanceof Error ? cause.message : String(cause) });
  }
  const read = template.safeParse(data);
  if (!read.success) {
    const detail = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    return failed({ kind: 'template-unreadable', detail });
  }
  const page = read.data as PageTemplate;
  const column = spanWidth(page, 1);
  if (column < LEAST.column) return failed({ kind: 'template-impossible', detail: `${column.toFixed(1)} mm` });
  if (depthOf(page) < LEAST.rows) return failed({ kind: 'template-impossible', detail: `${depthOf(page)}` });
  if (page.baseline > page.row || page.headline.least > page.headline.most)
    return failed({ kind: 'template-impossible', detail: 'baseline, headline' });
  return ok(page);
}
