import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import styles from './queue.module.css';

/** Looks for words in the notes. */
export function SearchForm({ text, onSearch }: { text: string; onSearch: (text: string) => void }) {
  const t = useTexts();
  const [typed, setTyped] = useState(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(typed.trim());
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: React does not know the search element everywhere yet
    <form role="search" className={styles.search} onSubmit={submit}>
      <TextField label={t('queueSearch')} type="search" maxLength={200} value={typed} onChange={setTyped} />
      <Button type="submit">{t('queueSearchButton')}</Button>
      {text ? (
        <Button kind="quiet" onClick={() => onSearch('')}>
          {t('queueSearchClear')}
        </Button>
      ) : null}
    </form>
  );
}
