import { sql } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFlag, aNote, aPlaybook } from '@/test/fixtures';
import { onEachDatabase } from '../test-api';
import { aFinished, ask, aTeam, put, type Team } from '../test-people';
import { connect, type Db } from './connect';
import * as schema from './schema';
import { asTeam, leaveTeam } from './team-transaction';

const ofTeam = Object.values(schema)
  .filter((table) => table instanceof PgTable)
  .map(getTableConfig)
  .filter((table) => table.schema === undefined && table.name !== 'rate_limit');

describe('the walls between teams', () => {
  it('have every table of a team begin its key with the team', () => {
    for (const table of ofTeam)
      expect([table.name, table.primaryKeys[0]?.columns[0]?.name]).toEqual([table.name, 'team_id']);
  });

  onEachDatabase((api) => {
    let alpha: Team;
    let beta: Team;
    let db: Db;
    let close: () => Promise<void>;
    const session = aFinished({ notes: [aNote({ flags: [aFlag()] })] });

    beforeAll(async () => {
      alpha = await aTeam(api, 'Alpha');
      beta = await aTeam(api, 'Beta');
      await put(api, alpha.expert, session);
      const gone = aFinished();
      await ask(api, alpha.expert, 'DELETE', `/api/sessions/${gone.id}`);
      await ask(api, alpha.lead, 'PUT', '/api/playbooks/own/1', { ...aPlaybook(), id: 'own' });
      await api.pool.query(`insert into session_digest values ($1, $2, 3, '{}') on conflict do nothing`, [
        alpha.id,
        session.id,
      ]);
      const connected = connect(api.databaseUrl, 2);
      db = connected.db;
      close = () => connected.pool.end();
    });
    afterAll(() => close());

    it('are there for every table of a team, for its owner too', async () => {
      const { rows } = await api.pool.query<{ relname: string }>(
        'select relname from pg_class where relrowsecurity and relforcerowsecurity order by relname',
      );
      expect(rows.map(({ relname }) => relname)).toEqual(ofTeam.map(({ name }) => name).sort());
    });

    it.each(ofTeam.map(({ name }) => name))(
      'hide the rows of %s from another team that forgets to ask',
      async (name) => {
        const seen = await asTeam(db, beta.id, (tx) =>
          tx.execute(sql`select * from ${sql.identifier(name)} where team_id = ${alpha.id}`),
        );
        expect(seen.rows).toEqual([]);
      },
    );

    it('show a team its own rows without being asked', async () => {
      const seen = await asTeam(db, alpha.id, (tx) => tx.execute(sql`select id from session`));
      expect(seen.rows).toContainEqual({ id: session.id });
    });

    it('change and delete nothing of another team', async () => {
      const touched = await asTeam(db, beta.id, async (tx) => [
        (await tx.execute(sql`update session set title = 'taken'`)).rowCount,
        (await tx.execute(sql`delete from session`)).rowCount,
      ]);
      expect(touched).toEqual([0, 0]);
    });

    it('refuse a row written for another team', async () => {
      const write = asTeam(db, beta.id, (tx) =>
        tx.execute(sql`insert into session_tombstone values (${alpha.id}, ${session.id}, 'someone', now())`),
      );
      await expect(write).rejects.toMatchObject({ cause: { code: '42501' } });
    });

    it('show nothing at all when no team was set', async () => {
      const rows = await db.transaction(async (tx) => {
        await tx.execute(sql`set local role eitherway_team`);
        return (await tx.execute(sql`select * from session`)).rows;
      });
      expect(rows).toEqual([]);
    });

    it('fall back behind the next transaction of the same connection', async () => {
      await asTeam(db, alpha.id, (tx) => tx.execute(sql`select 1`));
      const { rows } = await db.execute(sql`select current_user as who, current_setting('app.team', true) as team`);
      expect(rows).toEqual([{ who: 'eitherway', team: '' }]);
    });

    it('hold after leaving the team within a transaction', async () => {
      const rows = await asTeam(db, alpha.id, async (tx) => {
        await leaveTeam(tx);
        await tx.execute(sql`set local role eitherway_team`);
        return (await tx.execute(sql`select * from session`)).rows;
      });
      expect(rows).toEqual([]);
    });

    it.each(['session', 'account', 'verification', 'two_factor', 'device_code'])(
      'keep %s of the sign-in out of reach',
      async (name) => {
        const read = asTeam(db, alpha.id, (tx) => tx.execute(sql`select * from sign_in.${sql.identifier(name)}`));
        await expect(read).rejects.toMatchObject({ cause: { code: '42501' } });
      },
    );

    it('show names of the own team only', async () => {
      const { rows } = await asTeam(db, alpha.id, (tx) => tx.execute<{ id: string }>(sql`select id from sign_in.user`));
      const own = [alpha.admin, alpha.lead, alpha.expert, alpha.colleague].map(({ id }) => id);
      expect(rows.map(({ id }) => id).sort()).toEqual(own.sort());
    });

    it('keep 40 interleaved transactions of two teams apart', async () => {
      const teams = Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? alpha : beta));
      const seen = await Promise.all(
        teams.map((team) =>
          asTeam(db, team.id, async (tx) => (await tx.execute(sql`select distinct team_id from session`)).rows),
        ),
      );
      expect(seen).toEqual(teams.map((team) => (team === alpha ? [{ team_id: alpha.id }] : [])));
    });
  });
});
