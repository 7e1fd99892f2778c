import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { Language } from '@/lib/self-check/self-check';
import { dropLanguage, missingTexts } from '@/lib/self-check/translate';
import playbooks from '../playbooks/playbooks.module.css';
import { useEditing } from './editing';
import { languageName } from './language-name';
import styles from './self-checks.module.css';
import { TranslationFields } from './translation-fields';

/** The self-check in other languages; what is missing in one stays in its own. */
export function Translations() {
  const t = useTexts();
  const { draft, change, remove } = useEditing();
  const languages = Object.keys(draft.translations).filter((one) => one !== draft.language);
  return (
    <>
      <p className={playbooks.soft}>{t('selfCheckLanguagesText', { language: languageName(draft.language) })}</p>
      {languages.length > 0 ? (
        <ul className={playbooks.stages}>
          {languages.map((language) => (
            <OneLanguage
              key={language}
              language={language}
              missing={missingTexts(draft, language)}
              onRemove={(name) => remove(dropLanguage(draft, language), name)}
            />
          ))}
        </ul>
      ) : null}
      <AddLanguage
        taken={[draft.language, ...languages]}
        onAdd={(language) =>
          change({ ...draft, translations: { ...draft.translations, [language]: { questions: {}, closings: {} } } })
        }
      />
    </>
  );
}

function OneLanguage({
  language,
  missing,
  onRemove,
}: {
  language: string;
  missing: number;
  onRemove: (name: string) => void;
}) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const name = languageName(language);
  return (
    <li className={playbooks.stage}>
      <Disclosure
        open={open}
        onToggle={setOpen}
        summary={
          <>
            <span className={playbooks.stageName}>
              {name} ({language})
            </span>{' '}
            · {missing === 0 ? t('selfCheckNoneMissing') : t('selfCheckMissing', missing)}
          </>
        }
      >
        {open ? (
          <div className={playbooks.fields}>
            <div>
              <Button aria-label={t('playbooksRemoveNamed', { name })} onClick={() => onRemove(name)}>
                {t('uiRemove')}
              </Button>
            </div>
            <TranslationFields language={language} />
          </div>
        ) : null}
      </Disclosure>
    </li>
  );
}

function AddLanguage({ taken, onAdd }: { taken: readonly string[]; onAdd: (language: string) => void }) {
  const t = useTexts();
  const [tag, setTag] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = () => {
    const language = canonical(tag.trim());
    if (!Language.safeParse(language).success) return setProblem(t('selfCheckProblemLanguage'));
    if (taken.includes(language)) return setProblem(t('selfCheckLanguageThere', { language: languageName(language) }));
    setTag('');
    onAdd(language);
  };
  return (
    <form
      className={styles.time}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField
        label={t('selfCheckLanguageTag')}
        hint={t('selfCheckLanguageHint')}
        maxLength={40}
        value={tag}
        problem={problem}
        onChange={(next) => {
          setTag(next);
          setProblem(null);
        }}
      />
      <Button type="submit">{t('selfCheckLanguageAdd')}</Button>
    </form>
  );
}

/** As browsers write it, so that `PT-br` is `pt-BR`; what is no tag stays as it is. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag;
  }
}
