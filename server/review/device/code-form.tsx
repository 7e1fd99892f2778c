import { useState } from 'react';
import { useLocation } from 'wouter';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { plainCode } from '@/components/user-code/plain-code';
import { Form } from '../sign-in/form';

/** Takes the code that the panel shows; the address then holds it. */
export function CodeForm() {
  const t = useTexts();
  const [, go] = useLocation();
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = () => {
    const code = plainCode(typed);
    setMissing(code === '');
    if (code) go(`/device?user_code=${code}`);
  };
  return (
    <Form button={t('webDeviceContinue')} busy={false} problem={null} onSubmit={submit}>
      <TextField
        label={t('webDeviceCode')}
        hint={t('webDeviceCodeHint')}
        problem={missing ? t('webDeviceCodeMissing') : null}
        autoCapitalize="characters"
        spellCheck={false}
        value={typed}
        onChange={setTyped}
      />
    </Form>
  );
}
