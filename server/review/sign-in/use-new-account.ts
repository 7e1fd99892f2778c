import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '@/components/ui/texts';
import { meQuery } from '../api/queries';
import { createAccount } from '../api/sign-in';
import { type Account, NO_ACCOUNT } from './account-fields';
import { accountProblem, signInProblem } from './sign-in-problem';

/**
 * Makes an account, with `invitation` as a member of its team, and then takes the step it was made for. When that step
 * fails, sending again takes only it: the account is there by then.
 */
export function useNewAccount(then: () => Promise<unknown>, onDone: () => void, invitation?: string) {
  const t = useTexts();
  const queries = useQueryClient();
  const [account, setAccount] = useState<Account>(NO_ACCOUNT);
  const [made, setMade] = useState(false);
  const [lacking, setLacking] = useState<string | null>(null);
  const send = useMutation({
    mutationFn: async () => {
      const { name, email, password } = account;
      const invited = invitation === undefined ? {} : { invitation };
      if (!made) await createAccount({ name: name.trim(), email: email.trim(), password, ...invited });
      setMade(true);
      await then();
      await queries.fetchQuery({ ...meQuery, staleTime: 0 });
    },
    // Here and not at the call: the form may be gone by then, since who is signed in is known.
    onSuccess: onDone,
  });
  return {
    account,
    setAccount,
    made,
    busy: send.isPending,
    problem: lacking ?? signInProblem(send.error, t),
    /** `extra` is a further thing that is missing, as a sentence. */
    submit(extra: string | null = null) {
      const key = made ? null : accountProblem(account);
      const missing = (key && t(key)) ?? extra;
      setLacking(missing);
      if (!missing) send.mutate();
    },
  };
}
