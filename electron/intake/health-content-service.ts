import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';
import { classesOf, findingItems, sectionsOf, suitabilityOf } from './health-content.ts';

export const healthContent = async ({ content }: Practice, _: ParsedInputOf<'health.content'>): Promise<OutputOf<'health.content'>> => ({
  sections: [...sectionsOf(content)],
  items: [...findingItems(content)],
  classes: [...classesOf(content)],
  suitability: [...suitabilityOf(content)],
});
