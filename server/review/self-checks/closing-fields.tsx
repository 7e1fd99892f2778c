import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { NEEDED } from '@/components/ui/field';
import { TextArea, TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { changeClosing, type DraftClosing, removeHint } from '@/lib/self-check/draft';
import type { ClosingId } from '@/lib/self-check/self-check';
import playbooks from '../playbooks/playbooks.module.css';
import { CLOSING_WORDS } from './closing-words';
import { useEditing, useProblems } from './editing';
import { FoldedName } from './folded';
import styles from './self-checks.module.css';

/** One of the three texts that the page can say at the end. */
export function ClosingFields({ id }: { id: ClosingId }) {
  const t = useTexts();
  const { draft, change, remove } = useEditing();
  const problems = useProblems();
  const place = `closings.${id}`;
  const closing = draft.closings[id];
  const name = t(CLOSING_WORDS[id]);
  const set = (part: Partial<DraftClosing>) => change(changeClosing(draft, id, part));
  const setHint = (at: number, part: Partial<DraftClosing['hints'][number]>) =>
    set({ hints: closing.hints.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <li className={playbooks.stage}>
      <Disclosure summary={<FoldedName name={name} wrong={problems.within(place)} />}>
        <div className={playbooks.fields}>
          <TextField
            label={t('playbooksTitleField')}
            {...NEEDED}
            maxLength={200}
            value={closing.title}
            problem={problems.of(`${place}.title`)}
            onChange={(title) => set({ title })}
          />
          <TextArea
            label={t('selfCheckClosingText')}
            {...NEEDED}
            maxLength={2_000}
            value={closing.text}
            problem={problems.of(`${place}.text`)}
            onChange={(text) => set({ text })}
          />
          {closing.hints.map(({ text, address }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: hints have no other name than their place
            <fieldset key={at} className={styles.condition}>
              <legend className="visually-hidden">{t('selfCheckHint', { number: at + 1 })}</legend>
              <TextField
                label={t('selfCheckHint', { number: at + 1 })}
                {...NEEDED}
                maxLength={300}
                value={text}
                problem={problems.of(`${place}.hints.${at}.text`)}
                onChange={(next) => setHint(at, { text: next })}
              />
              <TextField
                label={t('selfCheckHintAddress')}
                type="url"
                maxLength={500}
                value={address}
                problem={problems.of(`${place}.hints.${at}.address`)}
                onChange={(next) => setHint(at, { address: next.trim() })}
              />
              <div>
                <Button
                  aria-label={t('playbooksRemoveNamed', { name: t('selfCheckHint', { number: at + 1 }) })}
                  onClick={() => remove(removeHint(draft, id, at), t('selfCheckHint', { number: at + 1 }))}
                >
                  {t('uiRemove')}
                </Button>
              </div>
            </fieldset>
          ))}
          <div>
            <Button
              disabled={closing.hints.length >= 12}
              aria-label={t('selfCheckHintAddNamed', { name })}
              onClick={() => set({ hints: [...closing.hints, { text: '', address: '' }] })}
            >
              {t('selfCheckHintAdd')}
            </Button>
          </div>
        </div>
      </Disclosure>
    </li>
  );
}
