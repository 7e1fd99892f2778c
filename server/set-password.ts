import { parseArgs } from 'node:util';
import { hashPassword } from 'better-auth/crypto';
import { and, eq } from 'drizzle-orm';
import { newSecret } from './auth/secret-hash';
import { connect, type Db } from './db/connect';
import { startEmbedded } from './db/embedded/start-embedded';
import { account, authSession, user } from './db/schema';

/** Gives a person a new password to hand over, and ends their sign-ins and connected extensions. Null when nobody has that address. */
export async function setPassword(db: Db, email: string): Promise<string | null> {
  const [person] = await db.select({ id: user.id }).from(user).where(eq(user.email, email.toLowerCase()));
  if (!person) return null;
  const password = newSecret().slice(0, 20);
  await db
    .update(account)
    .set({ password: await hashPassword(password) })
    .where(and(eq(account.userId, person.id), eq(account.providerId, 'credential')));
  await db.delete(authSession).where(eq(authSession.userId, person.id));
  return password;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { email: { type: 'string' } } });
  if (!values.email) throw new Error('Usage: npm run api:password -- --email person@example.com');
  const hosted = process.env.DATABASE_URL;
  const embedded = hosted ? null : await startEmbedded(process.env.EITHERWAY_DATA || '.data');
  const { db, pool } = connect(hosted || embedded?.url || '', 1);
  try {
    const password = await setPassword(db, values.email);
    if (!password) throw new Error('Nobody has this address.');
    console.log(
      `New password: ${password}\nAll sign-ins of this person have ended. They can choose another in the web app.`,
    );
  } finally {
    await pool.end();
    await embedded?.stop();
  }
}

if (import.meta.filename === process.argv[1])
  main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
