import { createCompositor } from './compositor';
import type { Compositor } from './compositor';
import { createItemDrawings } from './page-svg/item-drawings';
import type { ItemDrawings } from './page-svg/item-drawings';
import { createTypst } from './typst';
import type { PressResources, Typst } from './typst';

/** What one press process has: a compiler, and what remembers its work between two proofs. */
export interface PressTools {
  readonly typst: Typst;
  readonly compositor: Compositor;
  readonly drawings: ItemDrawings;
}

export async function createPressTools(resources: PressResources): Promise<PressTools> {
  const typst = await createTypst(resources);
  return { typst, compositor: createCompositor(typst), drawings: createItemDrawings(typst) };
}
