import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import styles from './sequence.module.css';

/** Adds a question of the expert's own to the stage. */
export function OwnQuestionForm({ onAdd }: { onAdd: (text: string) => void }) {
  const t = useTexts();
  const [text, setText] = useState('');
  return (
    <Disclosure summary={t('sequenceAddQuestion')}>
      <form
        className={styles.own}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '') return;
          onAdd(text.trim());
          setText('');
        }}
      >
        <TextField label={t('sequenceOwnQuestion')} value={text} onChange={setText} maxLength={400} />
        <Button type="submit">{t('sequenceAdd')}</Button>
      </form>
    </Disclosure>
  );
}
