import { and, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '../db/connect';
import { account, user } from '../db/schema';

/** Whether the person has a password here; who comes by their organisation's sign-in alone has none. */
export async function hasPassword(db: Db, userId: string): Promise<boolean> {
  const own = and(eq(account.userId, userId), isNotNull(account.password));
  return (await db.select({ id: account.id }).from(account).where(own).limit(1)).length > 0;
}

export async function hasSecondFactor(db: Db, userId: string): Promise<boolean> {
  const [row] = await db.select({ on: user.twoFactorEnabled }).from(user).where(eq(user.id, userId));
  return row?.on === true;
}
