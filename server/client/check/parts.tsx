import type { ReactNode } from 'react';
import type { CheckTexts } from '@/lib/self-check/in-language';
import type { Answers } from '@/lib/self-check/self-check';
import type { Words } from '../words';
import { type CheckForm, TRAP } from './check-form';

/** What every page of a self-check is drawn of. */
export type CheckPage = {
  t: Words;
  texts: CheckTexts;
  form: CheckForm;
  team: string;
  /** Whether the link was made for this client alone. */
  isPersonal: boolean;
};

/** A form that carries everything said so far along, but the answer to the question that is on the page. */
export function Carrying({
  form,
  at,
  but,
  children,
}: {
  form: CheckForm;
  at: string;
  but?: string;
  children: ReactNode;
}) {
  return (
    <form method="post">
      <input type="hidden" name="form" value={form.form} />
      <input type="hidden" name="v" value={form.version} />
      <input type="hidden" name="at" value={at} />
      {carried(form.answers, but).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={`${name}=${value}`} />
      ))}
      {children}
    </form>
  );
}

function carried(answers: Answers, but: string | undefined): [string, string][] {
  return Object.entries(answers).flatMap(([id, { text, choices }]) =>
    id === but
      ? []
      : [
          ...(text ? [[`t.${id}`, text] as [string, string]] : []),
          ...choices.map((one): [string, string] => [`c.${id}`, one]),
        ],
  );
}

/** A field that programs fill and people do not see. */
export function Trap({ t }: { t: Words }) {
  return (
    <div className="aside" aria-hidden="true">
      <label htmlFor={TRAP}>{t('fill')}</label>
      <input id={TRAP} name={TRAP} tabIndex={-1} autoComplete="off" />
    </div>
  );
}

export function WhoSees({ t, team, isPersonal }: Pick<CheckPage, 't' | 'team' | 'isPersonal'>) {
  return (
    <section className="card" aria-labelledby="who">
      <h2 id="who">{t('whoSees')}</h2>
      <ul>
        <li>{t('whoSeesBefore')}</li>
        <li>{t('whoSeesTalk', { team })}</li>
        <li>{t(isPersonal ? 'whoSeesEndNamed' : 'whoSeesEnd', { team })}</li>
        <li>{t('noCookies')}</li>
      </ul>
    </section>
  );
}
