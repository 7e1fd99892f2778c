import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Notice } from '@/components/ui/notice';
import { ShownLink } from '@/components/ui/shown-link';
import { Select, TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import type { SelfCheckHead } from '../../self-checks/wire';
import { isRefusal } from '../api/answer';
import { sentenceOf } from '../shell/query-state';
import { offeredTime } from './offered-time';
import { endLink, linksQuery, makeLink } from './queries';
import styles from './self-checks.module.css';
import { TimesField } from './times-field';

/** Days that a link can be opened. */
const DAYS = [7, 30, 90, 365];

/** Makes a link to a self-check, for one person or for everybody, and shows its address once. */
export function LinkForm({ checks, sendsMail }: { checks: readonly SelfCheckHead[]; sendsMail: boolean }) {
  const t = useTexts();
  const queries = useQueryClient();
  const [selfCheckId, setCheck] = useState((checks.find(({ from }) => from === 'team') ?? checks[0])?.id ?? '');
  const [forName, setName] = useState('');
  const [forEmail, setEmail] = useState('');
  const [times, setTimes] = useState<string[]>([]);
  const [days, setDays] = useState(30);
  const [mail, setMail] = useState(false);
  // Asking again after a lost answer makes no second one.
  const id = useRef(v7());
  const make = useMutation({
    mutationFn: async () => {
      const offered = times.map((one) => offeredTime(one)).filter((one) => new Date(one) > new Date());
      const form = {
        selfCheckId,
        forName: forName.trim(),
        forEmail: forEmail.trim(),
        days,
        mail: mail && sendsMail && forEmail.trim() !== '',
        times: [...new Set(offered)],
      };
      return makeLink({ ...form, id: id.current }).catch(async (error: unknown) => {
        if (!isRefusal(error, 'already-there')) throw error;
        // It was made and its address got lost on the way: another takes its place.
        await endLink(id.current);
        id.current = v7();
        return makeLink({ ...form, id: id.current });
      });
    },
    onSuccess: () => {
      id.current = v7();
      setName('');
      setEmail('');
      setTimes([]);
      return queries.invalidateQueries(linksQuery);
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!make.isPending) make.mutate();
  };
  return (
    <form className={styles.form} onSubmit={send} aria-label={t('selfCheckMakeLink')}>
      <Select label={t('selfCheckWhich')} value={selfCheckId} onChange={setCheck}>
        {checks.map(({ id: one, title }) => (
          <option key={one} value={one}>
            {title}
          </option>
        ))}
      </Select>
      <div className={styles.facts}>
        <TextField
          label={t('selfCheckForName')}
          hint={t('selfCheckForNameHint')}
          maxLength={200}
          value={forName}
          onChange={setName}
        />
        <TextField
          label={t('selfCheckForEmail')}
          hint={t('selfCheckForEmailHint')}
          type="email"
          maxLength={254}
          value={forEmail}
          onChange={setEmail}
        />
      </div>
      {sendsMail && forEmail.trim() !== '' ? (
        <Checkbox label={t('selfCheckMail')} checked={mail} onChange={setMail} />
      ) : null}
      <TimesField times={times} onChange={setTimes} />
      <Select label={t('selfCheckDays')} value={String(days)} onChange={(next) => setDays(Number(next))}>
        {DAYS.map((one) => (
          <option key={one} value={one}>
            {t('selfCheckDaysOf', one)}
          </option>
        ))}
      </Select>
      <div>
        <Button kind="primary" type="submit" disabled={make.isPending}>
          {t('selfCheckMakeLink')}
        </Button>
      </div>
      {make.error ? <Notice tone="problem">{sentenceOf(make.error, t)}</Notice> : null}
      {make.data?.mailed ? <Notice>{t('selfCheckMailed')}</Notice> : null}
      {make.data ? (
        <ShownLink
          key={make.data.id}
          label={t('selfCheckAddress')}
          hint={t('selfCheckAddressHint')}
          link={make.data.address}
        />
      ) : null}
    </form>
  );
}
