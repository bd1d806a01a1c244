import type { Interview } from '../../interview/types';
import type { PageTemplate } from '../page-template';
import { BERLINER, SHIPPED_TEMPLATES } from './shipped';

/** The page that the piece will stand on: the one that the desk has assigned, else the first. */
export function assignedTemplate({ assigned }: Pick<Interview, 'assigned'>): PageTemplate {
  return SHIPPED_TEMPLATES.find(({ id }) => id === assigned?.template) ?? SHIPPED_TEMPLATES[0] ?? BERLINER;
}
