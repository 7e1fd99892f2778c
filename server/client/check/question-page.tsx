import { type CheckQuestion, LONGEST_ANSWER } from '@/lib/self-check/self-check';
import { Carrying, type CheckPage, WhoSees } from './parts';

/** The first page: what this is, and who sees what. */
export function IntroPage(props: CheckPage) {
  const { t, texts, form, team } = props;
  return (
    <>
      <p className="soft">{t('by', { team })}</p>
      <h1>{texts.title}</h1>
      <p>{texts.intro}</p>
      <WhoSees {...props} />
      <Carrying form={form} at="">
        <div className="buttons">
          <button type="submit" className="main" name="go" value="next">
            {t('begin')}
          </button>
          <button type="submit" name="go" value="leave">
            {t('end')}
          </button>
        </div>
      </Carrying>
    </>
  );
}

type Props = CheckPage & { question: CheckQuestion; step: number; steps: number };

/** One question. Sending it empty is an answer, too. */
export function QuestionPage({ t, texts, form, team, question, step, steps }: Props) {
  const { id, help, kind } = question;
  const described = [help && 'help', 'free'].filter(Boolean).join(' ');
  return (
    <>
      <p className="soft">
        {texts.title} · {t('step', { at: step, of: steps })}
      </p>
      <Carrying form={form} at={id} but={id}>
        {kind === 'text' ? (
          <>
            <h1>
              <label htmlFor="answer">{question.text}</label>
            </h1>
            {help && <p id="help">{help}</p>}
            <textarea
              id="answer"
              name={`t.${id}`}
              rows={6}
              maxLength={LONGEST_ANSWER}
              aria-describedby={described}
              defaultValue={form.answers[id]?.text ?? ''}
            />
          </>
        ) : (
          <fieldset aria-describedby={described}>
            <legend>
              <h1>{question.text}</h1>
            </legend>
            {help && <p id="help">{help}</p>}
            {question.choices.map((choice) => (
              <label className="choice" key={choice.id}>
                <input
                  type={kind === 'one' ? 'radio' : 'checkbox'}
                  name={`c.${id}`}
                  value={choice.id}
                  defaultChecked={form.answers[id]?.choices.includes(choice.id) ?? false}
                />
                <span>{choice.text}</span>
              </label>
            ))}
            {kind === 'one' && (
              <label className="choice">
                <input
                  type="radio"
                  name={`c.${id}`}
                  value=""
                  defaultChecked={(form.answers[id]?.choices.length ?? 0) === 0}
                />
                <span>{t('noAnswer')}</span>
              </label>
            )}
          </fieldset>
        )}
        <p className="soft" id="free">
          {t('optional')}
        </p>
        <div className="buttons">
          <button type="submit" className="main" name="go" value="next">
            {t('next')}
          </button>
          <button type="submit" name="go" value="back">
            {t('back')}
          </button>
          <button type="submit" name="go" value="leave">
            {t('end')}
          </button>
        </div>
        <p className="soft">{t('endHint')}</p>
      </Carrying>
      <p className="soft">{t('by', { team })}</p>
    </>
  );
}
