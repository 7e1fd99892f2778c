import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { RecordAnswer, RecordMade, RecordMailed, ResponseAnswer, ResponseParam } from '@/lib/record/wire';
import { spendMail } from '../client/spend-mail';
import type { Deps, Env } from '../deps';
import { answers } from '../http/describe';
import { valid } from '../http/valid';
import { inTeam } from '../http/who';
import { answerResponse } from '../records/answer-response';
import { readRecord } from '../records/read-record';
import { mailRecord, renewAddress, revokeRecord, shareRecord } from '../records/share-record';
import { atSession } from '../reviews/at-session';
import { IdParam } from '../sessions/wire';

const doc = (summary: string, answer: ReturnType<typeof answers> = answers(204)) =>
  describeRoute({ tags: ['Decision records'], summary, ...answer });

/** The decision record of a session. Who may read the session reads it; only its expert shares it and answers. */
export function sessionRecordRoutes(deps: Deps) {
  const enter = inTeam(deps, { device: true });
  return new Hono<Env>()
    .get(
      '/:id/record',
      doc('The decision record with all that was said to it; null while it was not shared', answers(200, RecordAnswer)),
      enter,
      valid('param', IdParam),
      async (c) => {
        const record = await atSession(deps, c.var.member, c.req.valid('param').id, 'both', (tx, at) =>
          readRecord(tx, at, deps.now()),
        );
        return c.json({ record: record && { ...record, mail: deps.mailer.available } }, 200);
      },
    )
    .post(
      '/:id/record',
      doc('Share the decision as it is now. A new address is told once', answers(200, RecordMade)),
      enter,
      valid('param', IdParam),
      async (c) => {
        const { member } = c.var;
        const made = await atSession(deps, member, c.req.valid('param').id, 'expert', (tx, at) =>
          shareRecord(tx, deps, member, at),
        );
        return c.json(made, 200);
      },
    )
    .post(
      '/:id/record/address',
      doc('End the address of the record and make a new one', answers(200, RecordMade)),
      enter,
      valid('param', IdParam),
      async (c) => {
        const { member } = c.var;
        const made = await atSession(deps, member, c.req.valid('param').id, 'expert', (tx, at) =>
          renewAddress(tx, deps, member, at),
        );
        return c.json(made, 200);
      },
    )
    .post(
      '/:id/record/mail',
      doc('Share the decision as it is now, and send a new address to one person by mail', answers(200, RecordMade)),
      enter,
      valid('param', IdParam),
      valid('json', RecordMailed),
      async (c) => {
        const { member } = c.var;
        const { to } = c.req.valid('json');
        if (deps.mailer.available) await spendMail(deps, member, to);
        const made = await atSession(deps, member, c.req.valid('param').id, 'expert', (tx, at) =>
          mailRecord(tx, deps, member, at, to),
        );
        return c.json(made, 200);
      },
    )
    .delete('/:id/record/address', doc('End the address of the record'), enter, valid('param', IdParam), async (c) => {
      const { member } = c.var;
      await atSession(deps, member, c.req.valid('param').id, 'expert', (tx, at) => revokeRecord(tx, deps, member, at));
      return c.body(null, 204);
    })
    .put(
      '/:id/record/responses/:responseId',
      doc('Accept a correction of the client, or answer it'),
      enter,
      valid('param', ResponseParam),
      valid('json', ResponseAnswer),
      async (c) => {
        const { member } = c.var;
        const { id, responseId } = c.req.valid('param');
        await atSession(deps, member, id, 'expert', (tx, at) =>
          answerResponse(tx, deps, member, at, responseId, c.req.valid('json')),
        );
        return c.body(null, 204);
      },
    );
}
