import { TextArea } from '@/components/ui/text-field';
import { type Texts, useTexts } from '@/components/ui/texts';
import type { SelfCheckDraft } from '@/lib/self-check/draft';
import { isRightToLeft } from '@/lib/self-check/in-language';
import { type TextPlace, textsOf, translate } from '@/lib/self-check/translate';
import { CLOSING_WORDS } from './closing-words';
import { useEditing } from './editing';
import styles from './self-checks.module.css';

/** Every text that clients read, with its original beside the field for another language. */
export function TranslationFields({ language }: { language: string }) {
  const t = useTexts();
  const { draft, change } = useEditing();
  return textsOf(draft, language).map(({ place, original, said, longest }) => (
    <TextArea
      key={JSON.stringify(place)}
      label={
        <>
          {placeName(draft, place, t)}
          {said ? null : <span className={styles.missing}> · {t('selfCheckTextMissing')}</span>}
        </>
      }
      hint={
        <span className={styles.original} lang={draft.language} dir="auto">
          {original}
        </span>
      }
      lang={language}
      dir={isRightToLeft(language) ? 'rtl' : 'ltr'}
      maxLength={longest}
      value={said}
      onChange={(next) => change(translate(draft, language, place, next))}
    />
  ));
}

function placeName(draft: SelfCheckDraft, place: TextPlace, t: Texts): string {
  const numberOf = (id: string) => draft.questions.findIndex((one) => one.id === id) + 1;
  switch (place.of) {
    case 'check':
      return t(place.part === 'title' ? 'playbooksTitleField' : 'selfCheckIntro');
    case 'question':
      return t(place.part === 'text' ? 'selfCheckPlaceQuestion' : 'selfCheckPlaceHelp', { number: numberOf(place.id) });
    case 'choice': {
      const choices = draft.questions.find(({ id }) => id === place.id)?.choices ?? [];
      const choice = choices.findIndex(({ id }) => id === place.choice) + 1;
      return t('selfCheckPlaceChoice', { number: numberOf(place.id), choice });
    }
    case 'closing':
      return t(place.part === 'title' ? 'selfCheckPlaceTitle' : 'selfCheckPlaceText', {
        closing: t(CLOSING_WORDS[place.id]),
      });
    case 'hint':
      return t('selfCheckPlaceHint', { closing: t(CLOSING_WORDS[place.id]), number: place.at + 1 });
    default:
      throw new Error(`unhandled ${place satisfies never}`);
  }
}
