import { LONGEST_ANSWER } from '@/lib/self-check/self-check';
import { Carrying, type CheckPage, Trap } from './parts';
import { timeIn } from './times';

export type TalkFormProps = {
  /** Times that are offered and still to come. */
  times: string[];
  /** Whether the team knows how to reach them. */
  isKnown: boolean;
  problem: 'emailWrong' | 'reachNeeded' | 'personText' | null;
};

/** Asking for a talk: a time, an address, nothing else needed and nothing chosen beforehand. */
export function TalkForm({ t, form, team, times, isKnown, problem }: CheckPage & TalkFormProps) {
  const { talk } = form;
  const isWrong = problem === 'emailWrong' || problem === 'reachNeeded';
  return (
    <section className="card unprinted" aria-labelledby="talk">
      <h3 id="talk">{t('talk')}</h3>
      <p>{t(isKnown ? 'talkHintKnown' : 'talkHint')}</p>
      {problem === 'personText' && (
        <p className="problem" role="alert">
          {t('personTitle')}. {t('personText')}
        </p>
      )}
      <Carrying form={form} at="end">
        {times.length > 0 && (
          <fieldset>
            <legend>{t('times')}</legend>
            {times.map((time) => {
              const { wall, offset } = timeIn(t.language, time);
              return (
                <label className="choice" key={time}>
                  <input type="radio" name="time" value={time} defaultChecked={talk.time === time} />
                  <span>{t('zone', { time: wall, offset })}</span>
                </label>
              );
            })}
            <label className="choice">
              <input type="radio" name="time" value="" defaultChecked={!times.includes(talk.time)} />
              <span>{t('noTime')}</span>
            </label>
          </fieldset>
        )}
        <label htmlFor="email">{t('email')}</label>
        {isWrong && (
          <p className="problem" id="email-problem" role="alert">
            {t(problem)}
          </p>
        )}
        <input
          id="email"
          name="email"
          type="text"
          inputMode="email"
          autoComplete="email"
          maxLength={254}
          defaultValue={talk.email}
          {...(isWrong && { 'aria-invalid': true, 'aria-describedby': 'email-problem', autoFocus: true })}
        />
        <label htmlFor="name">{t('name')}</label>
        <input id="name" name="name" autoComplete="name" maxLength={200} defaultValue={talk.name} />
        <label htmlFor="organisation">{t('organisation')}</label>
        <input
          id="organisation"
          name="organisation"
          autoComplete="organization"
          maxLength={200}
          defaultValue={talk.organisation}
        />
        <label htmlFor="message">{t('message')}</label>
        <textarea id="message" name="message" rows={3} maxLength={LONGEST_ANSWER} defaultValue={talk.message} />
        <Trap t={t} />
        <p className="soft">{t('whoSeesTalk', { team })}</p>
        <button type="submit" name="go" value="send">
          {t('send')}
        </button>
      </Carrying>
    </section>
  );
}
