import type { ReactNode } from 'react';
import { partsOf } from '@/lib/record/parts';
import type { RecordResponse } from '@/lib/record/record';
import { stateOf } from '@/lib/record/state-of';
import type { Version } from '../../records/read-record';
import type { Said } from '../../records/respond';
import { dayIn } from '../check/times';
import type { WordKey, Words } from '../words';
import { DecisionParts } from './decision-parts';
import { History } from './history';

type Props = {
  t: Words;
  team: string;
  versions: Version[];
  responses: RecordResponse[];
  expiresAt: Date;
  form: string;
  notice: WordKey | null;
  /** What was typed and could not be taken: it stands in its form again. */
  said: Said | null;
  /** Where the agreed days are for a calendar; null when there are none. */
  calendar: string | null;
  /** What is asked at the end, or nothing. */
  asked: ReactNode;
};

/** The decision as both sides read it, with what was said to it and what may be said. */
export function RecordPage({ t, team, versions, responses, expiresAt, form, notice, said, asked, calendar }: Props) {
  const newest = versions.at(-1);
  if (!newest) return null;
  const { document, version } = newest;
  // A wording for what is not there any more is not lost: it can still be said beside the decision.
  const isHomeless = said?.kind === 'correct' && !partsOf(document).some(({ id }) => id === said.part);
  const typed = said?.kind === 'dissent' || isHomeless ? said.text : '';
  const hidden = (
    <>
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="v" value={version} />
    </>
  );
  return (
    <>
      {notice && (
        <p className="card" role="status">
          {t(notice)}
        </p>
      )}
      <h1>{t('recordTitle')}</h1>
      <p className="soft">
        {t('recordOf', { client: document.client, team, day: dayIn(t.language, new Date(document.decidedAt)) })}
      </p>
      <State t={t} team={team} version={version} responses={responses} />
      <DecisionParts t={t} team={team} document={document} responses={responses} hidden={hidden} said={said} />
      {calendar && (
        <p className="unprinted">
          <a href={calendar}>{t('recordCalendar')}</a>
        </p>
      )}
      <section className="card unprinted" aria-labelledby="say">
        <h2 id="say">{t('recordSay')}</h2>
        <form method="post">
          {/* Enter beside the name presses the first button: this one, so that nobody confirms without meaning to. */}
          <button type="submit" disabled hidden />
          {hidden}
          <label htmlFor="name">{t('recordName')}</label>
          <input id="name" name="name" maxLength={200} autoComplete="name" defaultValue={said?.name ?? ''} />
          <div className="buttons">
            <button type="submit" name="go" value="confirm">
              {t('recordConfirm')}
            </button>
            <button type="submit" name="go" value="decline">
              {t('recordDecline')}
            </button>
          </div>
        </form>
        <form method="post">
          {hidden}
          <label htmlFor="dissent">{t('recordDissentLabel')}</label>
          <p className="soft" id="dissent-hint">
            {t('recordDissentHint')}
          </p>
          <textarea
            id="dissent"
            name="text"
            rows={3}
            maxLength={10_000}
            aria-describedby="dissent-hint"
            defaultValue={typed}
          />
          <label htmlFor="dissent-name">{t('recordName')}</label>
          <input id="dissent-name" name="name" maxLength={200} autoComplete="name" defaultValue={said?.name ?? ''} />
          <button type="submit" name="go" value="dissent">
            {t('recordDissentSend')}
          </button>
        </form>
      </section>
      <History t={t} versions={versions} responses={responses} />
      <p className="soft">{t('recordWho', { team, day: dayIn(t.language, expiresAt) })}</p>
      {asked}
    </>
  );
}

function State({ t, team, version, responses }: Pick<Props, 't' | 'team' | 'responses'> & { version: number }) {
  const state = stateOf(version, responses);
  if (state.kind === 'waiting') return <p>{t('recordWaiting')}</p>;
  if (state.kind === 'corrections') return <p>{t('recordCorrections', { team })}</p>;
  if (state.kind === 'declined') return <p>{t('recordDeclined')}</p>;
  return (
    <p>
      <strong>{t('recordConfirmed', { day: dayIn(t.language, new Date(state.at)) })}</strong>
      {state.name && `, ${t('recordConfirmedBy', { name: state.name })}`}
    </p>
  );
}
