import type { CheckPage } from './parts';

/** The client decided that it ends here. `isTold`: the team learns that somebody did. */
export function EndedPage({ t, team, isTold, isPersonal }: CheckPage & { isTold: boolean }) {
  return (
    <>
      <h1>{t('endedTitle')}</h1>
      <p>{t('endedText')}</p>
      <p>{t('endedKept')}</p>
      {isTold && <p className="soft">{t(isPersonal ? 'endedToldNamed' : 'endedTold', { team })}</p>}
    </>
  );
}
