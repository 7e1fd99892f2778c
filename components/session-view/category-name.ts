import type { MessageKey } from '@/components/ui/texts';
import type { Category } from '@/lib/pitch/flag';

/** The words for each category of agenda-driven language. */
export const CATEGORY_NAME: Record<Category, MessageKey> = {
  'premature-solution': 'viewCategoryPrematureSolution',
  'feature-pitch': 'viewCategoryFeaturePitch',
  pressure: 'viewCategoryPressure',
  closing: 'viewCategoryClosing',
  quota: 'viewCategoryQuota',
  'objection-combat': 'viewCategoryObjectionCombat',
  'leading-question': 'viewCategoryLeadingQuestion',
  flattery: 'viewCategoryFlattery',
  disparage: 'viewCategoryDisparage',
  'social-proof': 'viewCategorySocialProof',
  manipulation: 'viewCategoryManipulation',
};
