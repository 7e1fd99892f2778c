import type { Field, Value } from './connector';
import { shortTitle } from './mapping/render';

/** A value as this field takes it: a choice by the option's own value, a text within its length. Undefined when it cannot be written there. */
export function fitValue({ type, options, maxLength }: Pick<Field, 'type' | 'options' | 'maxLength'>, value: Value) {
  if (value === null) return null;
  const words = typeof value === 'boolean' ? (value ? 'Yes' : 'No') : String(value);
  switch (type) {
    case 'text':
      return maxLength !== null && words.length > maxLength ? shortTitle(words, maxLength) : words;
    case 'number':
      return typeof value !== 'boolean' && words.trim() !== '' && Number.isFinite(Number(words))
        ? Number(words)
        : undefined;
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(words) ? words : undefined;
    case 'boolean':
      return { yes: true, true: true, no: false, false: false }[words.toLowerCase()];
    case 'choice':
      return options.find((option) => [option.value, option.label].some((each) => same(each, words)))?.value;
    default:
      throw new Error(`unhandled ${type satisfies never}`);
  }
}

function same(one: string, two: string): boolean {
  return one.trim().toLowerCase() === two.trim().toLowerCase();
}
