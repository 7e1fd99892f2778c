import { TALK_QUESTIONS, TALK_STEPS, type TalkQuestion } from '@/lib/talk/talk';
import type { WordKey, Words } from './words';

const ASKED: Record<TalkQuestion, WordKey> = {
  understood: 'talkUnderstood',
  heard: 'talkHeard',
  shaped: 'talkShaped',
};

/** The three questions about a talk: radio buttons, none of them chosen beforehand. `action`: where the answers go. */
export function TalkQuestions({ words: t, action, team }: { words: Words; action: string; team: string }) {
  return (
    <section className="card unprinted" aria-labelledby="talk">
      <h2 id="talk">{t('talkTitle')}</h2>
      <p>{t('talkHint')}</p>
      <form method="post" action={action}>
        {TALK_QUESTIONS.map((question) => (
          <fieldset key={question}>
            <legend>{t(ASKED[question])}</legend>
            <div className="steps">
              {TALK_STEPS.map((step) => (
                <label className="choice" key={step}>
                  <input type="radio" name={question} value={step} />
                  {t(`talkStep${step}`)}
                </label>
              ))}
              <label className="choice">
                <input type="radio" name={question} value="" />
                {t('noAnswer')}
              </label>
            </div>
          </fieldset>
        ))}
        <p className="soft">{t('talkWho', { team })}</p>
        <button type="submit">{t('talkSend')}</button>
      </form>
    </section>
  );
}
