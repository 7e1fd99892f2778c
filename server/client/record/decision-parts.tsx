import type { ReactNode } from 'react';
import { longestOf, partsOf } from '@/lib/record/parts';
import type { RecordDocument, RecordResponse } from '@/lib/record/record';
import type { Said } from '../../records/respond';
import { dayIn } from '../check/times';
import type { WordKey, Words } from '../words';

export const OUTCOMES = { yes: 'recordYes', no: 'recordNo', 'not-yet': 'recordNotYet' } as const;
const OPTIONS = {
  leave: 'recordOptionLeave',
  elsewhere: 'recordOptionElsewhere',
  'with-us': 'recordOptionWithUs',
  other: 'recordOptionOther',
} as const;

type Props = {
  t: Words;
  team: string;
  document: RecordDocument;
  responses: RecordResponse[];
  hidden: ReactNode;
  said: Said | null;
};

/** The decision itself. Yes, no and not yet stand in the same words' size and place. */
export function DecisionParts({ t, team, document, responses, hidden, said }: Props) {
  const { outcome, options, objectives, nextSteps, people, lookAgainOn } = document;
  const parts = new Map(partsOf(document).map((part) => [part.id, part]));
  const day = (text: string) => dayIn(t.language, new Date(text));
  const part = (id: string) => {
    const found = parts.get(id);
    return found && <Worded t={t} id={id} text={found.text} hidden={hidden} said={said} />;
  };
  const under = (title: WordKey, id: string) =>
    parts.has(id) && (
      <section>
        <h3>{t(title)}</h3>
        {part(id)}
      </section>
    );
  const added = responses.filter(({ kind }) => kind === 'dissent');
  return (
    <>
      <section className="card" aria-labelledby="outcome">
        <h2 id="outcome">
          {t('recordOutcome')}: {outcome ? t(OUTCOMES[outcome]) : t('recordNone')}
        </h2>
        {under('recordTo', 'to')}
        {under('recordReason', 'reason')}
        {under('recordUndecided', 'undecided')}
        {under('recordMissing', 'missing')}
        {lookAgainOn && <p>{t('recordLookAgain', { day: day(lookAgainOn) })}</p>}
      </section>
      {objectives.length > 0 && (
        <section className="card" aria-labelledby="objectives">
          <h2 id="objectives">{t('recordObjectives')}</h2>
          <ul>
            {objectives.map((_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an objective is known by its place
              <li key={at}>{part(`objective.${at}`)}</li>
            ))}
          </ul>
        </section>
      )}
      <section className="card" aria-labelledby="options">
        <h2 id="options">{t('recordOptions')}</h2>
        {options.map(({ id, kind, title }) => (
          <section key={id}>
            <h3>{title || t(OPTIONS[kind], { team })}</h3>
            {parts.has(`good.${id}`) && <p className="soft">{t('recordGood')}</p>}
            {part(`good.${id}`)}
            {parts.has(`bad.${id}`) && <p className="soft">{t('recordBad')}</p>}
            {part(`bad.${id}`)}
          </section>
        ))}
      </section>
      {nextSteps.length > 0 && (
        <section className="card" aria-labelledby="steps">
          <h2 id="steps">{t('recordSteps')}</h2>
          <ul>
            {nextSteps.map(({ id, side, name, date }) => (
              <li key={id}>
                {part(`step.${id}`)}
                <p className="soft">
                  {t('recordStepBy', {
                    name: name || '–',
                    side: side === 'client' ? t('recordSideClient') : t('recordSideOurs', { team }),
                  })}
                  {date && `, ${t('recordStepOn', { day: day(date) })}`}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {(parts.has('dissent') || added.length > 0) && (
        <section className="card" aria-labelledby="seen-otherwise">
          <h2 id="seen-otherwise">{t('recordDissent')}</h2>
          {part('dissent')}
          {added.map(({ id, text, name }) => (
            <p key={id}>
              <span className="said">{text}</span>
              {name && <span className="soft"> ({name})</span>}
            </p>
          ))}
        </section>
      )}
      {people.length > 0 && (
        <section className="card" aria-labelledby="people">
          <h2 id="people">{t('recordPeople')}</h2>
          <p>{people.map(({ name }) => name).join(', ')}</p>
        </section>
      )}
    </>
  );
}

/** A part as it reads, and a place for another wording beside it. */
function Worded({ t, id, text, hidden, said }: Pick<Props, 't' | 'hidden' | 'said'> & { id: string; text: string }) {
  const typed = said?.kind === 'correct' && said.part === id ? said.text : null;
  const place = `part-${id}`;
  return (
    <>
      <p className="said">{text}</p>
      <details className="unprinted" open={typed !== null}>
        <summary>{t('recordSuggest')}</summary>
        <form method="post">
          {hidden}
          <input type="hidden" name="part" value={id} />
          <label htmlFor={place}>{t('recordSuggestLabel')}</label>
          <textarea id={place} name="text" rows={4} maxLength={longestOf(id)} defaultValue={typed ?? text} />
          <label htmlFor={`${place}-name`}>{t('recordName')}</label>
          <input id={`${place}-name`} name="name" maxLength={200} autoComplete="name" defaultValue={said?.name ?? ''} />
          <button type="submit" name="go" value="correct">
            {t('recordSuggestSend')}
          </button>
        </form>
      </details>
    </>
  );
}
