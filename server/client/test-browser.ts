import { Window } from 'happy-dom';
import type { TestApi } from '../test-api';

export type Form = {
  fill(name: string, value: string): void;
  choose(name: string, value: string): void;
  unchoose(name: string): void;
  value(name: string): string | null;
  press(go: string): Promise<Shown>;
};
export type Shown = {
  path: string;
  status: number;
  headers: Headers;
  html: string;
  text: string;
  forms: Form[];
  /** The form with a button of this meaning. */
  formOf(go: string): Form;
};

/** A browser without scripts: opens pages, fills forms as they stand, follows redirects. */
export function aBrowser(api: Pick<TestApi, 'origin'>, headers: Record<string, string> = {}) {
  const shown = async (response: Response): Promise<Shown> => {
    const path = new URL(response.url).pathname;
    const html = await response.text();
    const { document } = new Window({ settings: { disableJavaScriptEvaluation: true } });
    document.documentElement.innerHTML = html.replace(/^<!doctype html>/i, '');
    for (const aside of document.querySelectorAll('.aside')) aside.setAttribute('data-aside', '');
    const drawn = [...document.querySelectorAll('form')];
    const forms = drawn.map((form): Form => {
      const fields = new URLSearchParams();
      for (const input of form.querySelectorAll('input')) {
        const isOff = ['radio', 'checkbox'].includes(input.type) && !input.hasAttribute('checked');
        if (!isOff) fields.append(input.name, input.getAttribute('value') ?? '');
      }
      for (const area of form.querySelectorAll('textarea[name]'))
        fields.append(area.getAttribute('name') ?? '', area.textContent ?? '');
      const has = (name: string) => form.querySelector(`[name="${name}"]`) !== null;
      return {
        fill: (name, value) => has(name) && fields.set(name, value),
        choose: (name, value) => {
          if (has(name)) fields.set(name, value);
        },
        unchoose: (name) => fields.delete(name),
        value: (name) => fields.get(name),
        press: (go) => send(path, new URLSearchParams([...fields, ['go', go]])),
      };
    });
    return {
      path,
      status: response.status,
      headers: response.headers,
      html,
      text: document.body.textContent ?? '',
      forms,
      formOf(go) {
        const at = drawn.findIndex((form) => form.querySelector(`button[value="${go}"]`) !== null);
        const form = forms[at];
        if (!form) throw new Error(`no button “${go}” on: ${document.body.textContent}`);
        return form;
      },
    };
  };
  const send = async (path: string, body: URLSearchParams) =>
    shown(await fetch(api.origin + path, { method: 'POST', body, headers }));
  return {
    open: async (path: string) => shown(await fetch(api.origin + path, { headers })),
    send,
  };
}
