import { type AnsweredQuestion, answeredText } from '@/lib/self-check/answers-text';
import type { ClosingId } from '@/lib/self-check/self-check';
import { Carrying, type CheckPage } from './parts';
import { TalkForm, type TalkFormProps } from './talk-form';

type Props = CheckPage & TalkFormProps & { closing: ClosingId; answered: AnsweredQuestion[] };

/** The end: what the team wrote for such answers, and three ways on, of which each is fine. */
export function ClosingPage(props: Props) {
  const { t, texts, form, team, closing, answered, isPersonal } = props;
  const { title, text, hints } = texts.closings[closing];
  return (
    <>
      <p className="soft">{t('closing')}</p>
      <h1>{title}</h1>
      <p>{text}</p>
      {hints.length > 0 && (
        <ul>
          {hints.map((hint) => (
            <li key={hint.text}>
              {hint.address ? (
                <a href={hint.address} rel="noopener noreferrer nofollow">
                  {hint.text}
                </a>
              ) : (
                hint.text
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="soft">{t('closingBy', { team })}</p>
      <h2>{t('yours')}</h2>
      {answered.length === 0 ? (
        <p>{t('noAnswers')}</p>
      ) : (
        <dl>
          {answered.map(({ id, question, answer }) => (
            <div key={id}>
              <dt>{question}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
      )}
      <Carrying form={form} at="end">
        <div className="buttons">
          <button type="submit" name="go" value="back">
            {t('change')}
          </button>
        </div>
      </Carrying>
      <h2>{t('choose')}</h2>
      <p>{t('chooseHint')}</p>
      <TalkForm {...props} />
      <section className="card unprinted" aria-labelledby="keep">
        <h3 id="keep">{t('keep')}</h3>
        <p>{t('keepHint')}</p>
        <Carrying form={form} at="end">
          <label htmlFor="copy">{t('copy')}</label>
          <textarea id="copy" readOnly rows={6} value={answeredText(texts.title, answered)} />
          <button type="submit" name="go" value="save">
            {t('save')}
          </button>
        </Carrying>
      </section>
      <section className="card unprinted" aria-labelledby="end">
        <h3 id="end">{t('endTitle')}</h3>
        <p>{t('endText')}</p>
        <p className="soft">{t(isPersonal ? 'whoSeesEndNamed' : 'whoSeesEnd', { team })}</p>
        <Carrying form={form} at="end">
          <button type="submit" name="go" value="end">
            {t('endButton')}
          </button>
        </Carrying>
      </section>
    </>
  );
}
