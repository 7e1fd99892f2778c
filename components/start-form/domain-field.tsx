import { useState } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { webDomain } from '@/lib/session/web-domain';

export function isWrongDomain(domain: string): boolean {
  return domain.trim() !== '' && webDomain(domain) === null;
}

/** By what the client's organisation is found in a CRM; folded away until someone wants it. */
export function DomainField({
  domain,
  tried,
  onChange,
}: {
  domain: string;
  /** Whether it was tried to go on: then it is looked at, else when it was left. */
  tried: boolean;
  onChange: (domain: string) => void;
}) {
  const t = useTexts();
  const [begunOpen] = useState(domain !== '');
  const [left, setLeft] = useState(false);
  const wrong = isWrongDomain(domain) ? t('startAddressWrong') : null;
  return (
    <Disclosure summary={t('startCrm')} open={begunOpen}>
      <TextField
        label={t('startDomain')}
        hint={t('startDomainHint')}
        problem={tried || left ? wrong : null}
        inputMode="url"
        value={domain}
        onChange={onChange}
        onBlur={() => setLeft(true)}
        maxLength={500}
        data-domain
      />
      <p className="visually-hidden" role="status">
        {left ? wrong : null}
      </p>
    </Disclosure>
  );
}
