import type messages from '@/public/_locales/en/messages.json';
import type { MessageKey, Texts } from './texts';

/**
 * Words from a Chrome messages file, read as `createI18n` of @wxt-dev/i18n reads them: a number picks the form of
 * "one | many" and fills `$1`, an array fills `$1`, `$2` …, an object fills `{name}`. For the web app and for tests.
 */
export function textsFrom(file: typeof messages): Texts {
  return (key: MessageKey, ...args) => {
    let text = (file as Record<string, { message: string }>)[key]?.message ?? '';
    const count = args.find((arg) => typeof arg === 'number');
    const positional = args.find((arg) => Array.isArray(arg)) ?? (count === undefined ? [] : [String(count)]);
    const named = args.find((arg) => typeof arg === 'object' && !Array.isArray(arg)) as
      | Record<string, string | number>
      | undefined;
    text = text.replace(/\$(\$|[1-9])/g, (_, at: string) => (at === '$' ? '$' : (positional[Number(at) - 1] ?? '')));
    if (count !== undefined) text = pluralForm(text.split(' | '), count);
    return named
      ? text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(named, name) ? String(named[name]) : whole))
      : text;
  };
}

function pluralForm(forms: string[], count: number): string {
  if (forms.length > 3) throw new Error('Unknown plural formatting');
  const at = forms.length === 3 ? Math.min(Math.max(count, 0), 2) : count === 1 ? 0 : 1;
  return forms[Math.min(at, forms.length - 1)] ?? '';
}
