import { type Change, changesBetween } from '@/lib/record/changes';
import { mayTakeBack } from '@/lib/record/may-take-back';
import type { RecordResponse } from '@/lib/record/record';
import type { Version } from '../../records/read-record';
import { dayIn } from '../check/times';
import type { WordKey, Words } from '../words';
import { OUTCOMES } from './decision-parts';

const SAID = {
  confirm: 'recordSaidConfirm',
  decline: 'recordSaidDecline',
  correct: 'recordSaidCorrect',
  dissent: 'recordSaidDissent',
} as const;

const PARTS: Record<Change['kind'], WordKey> = {
  outcome: 'recordOutcome',
  to: 'recordTo',
  reason: 'recordReason',
  undecided: 'recordUndecided',
  missing: 'recordMissing',
  objective: 'recordObjectives',
  good: 'recordGood',
  bad: 'recordBad',
  step: 'recordSteps',
  dissent: 'recordDissent',
};

/** Every version and everything that was said, in its order; both sides see the same. */
export function History({ t, versions, responses }: { t: Words; versions: Version[]; responses: RecordResponse[] }) {
  const entries = [
    ...versions.map((version, index) => ({
      at: version.madeAt.toISOString(),
      key: `v${version.version}`,
      shown: <Made t={t} version={version} earlier={versions[index - 1] ?? version} />,
    })),
    ...responses.map((said) => ({ at: said.saidAt, key: said.id, shown: <Saying t={t} said={said} /> })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  return (
    <section className="card" aria-labelledby="history">
      <h2 id="history">{t('recordHistory')}</h2>
      <ol>
        {entries.map(({ at, key, shown }) => (
          <li key={key}>
            <small>{dayIn(t.language, new Date(at))}</small>
            {shown}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Made({ t, version, earlier }: { t: Words; version: Version; earlier: Version }) {
  const read = (kind: Change['kind'], text: string) =>
    kind !== 'outcome' ? text : t(OUTCOMES[text as keyof typeof OUTCOMES] ?? 'recordNone');
  return (
    <>
      <p>{t(madeAs(version), { name: version.madeByName })}</p>
      {changesBetween(earlier.document, version.document).map(({ id, kind, before, after }) => (
        <div key={id} className="change">
          <p className="soft">{t(PARTS[kind])}</p>
          {(before || kind === 'outcome') && <p className="said">{t('recordBefore', { text: read(kind, before) })}</p>}
          {(after || kind === 'outcome') && <p className="said">{t('recordAfter', { text: read(kind, after) })}</p>}
        </div>
      ))}
    </>
  );
}

function madeAs({ version, madeOf }: Version) {
  if (madeOf === 'correction') return 'recordVersionCorrection' as const;
  return version === 1 ? ('recordVersionOne' as const) : ('recordVersionSession' as const);
}

function Saying({ t, said }: { t: Words; said: RecordResponse }) {
  const { kind, text, answer, answerText } = said;
  const by = said.answeredByName ?? '';
  return (
    <>
      <p>{begun(t(SAID[kind], { name: said.name || t('recordSomeone') }), t.language)}</p>
      {text && <p className="said">{text}</p>}
      {kind === 'correct' && (
        <p className="soft">
          {answer === null && t('recordAnswerNone')}
          {answer === 'accepted' && t('recordAnswerAccepted', { name: by })}
          {answer === 'answered' && t('recordAnswerAnswered', { name: by, text: answerText })}
          {answer === 'accepted' && answerText}
        </p>
      )}
      {mayTakeBack(said) && (
        <form method="post" className="unprinted">
          <input type="hidden" name="response" value={said.id} />
          <button type="submit" name="go" value="take-back">
            {t('recordTakeBack')}
          </button>
        </form>
      )}
    </>
  );
}

/** A sentence that may begin with a name that nobody gave. */
function begun(text: string, language: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
