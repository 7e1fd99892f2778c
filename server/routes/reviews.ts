import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { CommentedSessions } from '@/lib/review/commented';
import { ProcessAnswers } from '@/lib/review/review';
import { audit } from '../audit/audit';
import { asTeam } from '../db/team-transaction';
import type { Deps, Env } from '../deps';
import { answers } from '../http/describe';
import { valid } from '../http/valid';
import { inTeam } from '../http/who';
import { atSession, changeReview } from '../reviews/at-session';
import { acknowledge, changeComment, deleteComment, writeComment } from '../reviews/comments';
import { judgeFlag, takeVerdictBack } from '../reviews/judge-flag';
import { deleteForm, writeForm } from '../reviews/process-forms';
import { commentedSessions, readReview } from '../reviews/read-review';
import { shareNow } from '../reviews/share-now';
import {
  CommentChange,
  CommentParam,
  CommentStored,
  FlagParam,
  LookAsked,
  NewComment,
  Review,
  ReviewedRevision,
  VerdictGiven,
} from '../reviews/wire';
import { IdParam } from '../sessions/wire';

const doc = (summary: string, answer: ReturnType<typeof answers> = answers(204)) =>
  describeRoute({ tags: ['Reviews'], summary, ...answer });

/** What is said of one session, by its expert and by who reviews it. */
export function reviewRoutes(deps: Deps) {
  const enter = inTeam(deps, { device: true });
  const onWeb = inTeam(deps);
  return new Hono<Env>()
    .get(
      '/:id/review',
      doc('All that was said of a session', answers(200, Review)),
      enter,
      valid('param', IdParam),
      async (c) => {
        const { id } = c.req.valid('param');
        return c.json(await atSession(deps, c.var.member, id, 'both', readReview), 200);
      },
    )
    .post(
      '/:id/comments',
      doc('Comment, or answer a comment; once an id', answers(201, CommentStored)),
      enter,
      valid('param', IdParam),
      valid('json', NewComment),
      async (c) => {
        const { member } = c.var;
        const sent = c.req.valid('json');
        const state = await atSession(deps, member, c.req.valid('param').id, 'both', (tx, at) =>
          writeComment(tx, deps, member, at, sent),
        );
        const answer = { id: sent.id, state };
        return state === 'stored' ? c.json(answer, 201) : c.json(answer, 200);
      },
    )
    .patch(
      '/:id/comments/:commentId',
      doc('Change the words of your comment'),
      enter,
      valid('param', CommentParam),
      valid('json', CommentChange),
      async (c) => {
        const { id, commentId } = c.req.valid('param');
        const { text } = c.req.valid('json');
        await atSession(deps, c.var.member, id, 'both', (tx, at) =>
          changeComment(tx, deps, c.var.member, at, commentId, text),
        );
        return c.body(null, 204);
      },
    )
    .delete('/:id/comments/:commentId', doc('Delete your comment'), enter, valid('param', CommentParam), async (c) => {
      const { id, commentId } = c.req.valid('param');
      await atSession(deps, c.var.member, id, 'both', (tx, at) => deleteComment(tx, deps, c.var.member, at, commentId));
      return c.body(null, 204);
    })
    .post(
      '/:id/comments/:commentId/acknowledge',
      doc('Say that you read a comment on your session'),
      enter,
      valid('param', CommentParam),
      async (c) => {
        const { id, commentId } = c.req.valid('param');
        await atSession(deps, c.var.member, id, 'expert', (tx, at) => acknowledge(tx, deps, at, commentId));
        return c.body(null, 204);
      },
    )
    .put(
      '/:id/flags/:flagId/verdict',
      doc('Agree or disagree with a flag'),
      onWeb,
      valid('param', FlagParam),
      valid('json', VerdictGiven),
      async (c) => {
        const { id, flagId } = c.req.valid('param');
        const given = c.req.valid('json');
        await atSession(deps, c.var.member, id, 'reviewer', (tx, at) =>
          judgeFlag(tx, deps, c.var.member, at, flagId, given),
        );
        return c.body(null, 204);
      },
    )
    .delete('/:id/flags/:flagId/verdict', doc('Take that back'), onWeb, valid('param', FlagParam), async (c) => {
      const { id, flagId } = c.req.valid('param');
      await atSession(deps, c.var.member, id, 'reviewer', (tx, at) => takeVerdictBack(tx, c.var.member, at, flagId));
      return c.body(null, 204);
    })
    .put(
      '/:id/reviewed',
      doc('Mark a revision as reviewed'),
      onWeb,
      valid('param', IdParam),
      valid('json', ReviewedRevision),
      async (c) => {
        const { member } = c.var;
        const { revision } = c.req.valid('json');
        await atSession(deps, member, c.req.valid('param').id, 'reviewer', async (tx, at) => {
          await changeReview(tx, at, {
            reviewedAt: deps.now(),
            reviewedBy: member.user.id,
            reviewedByName: member.user.name,
            reviewedRevision: Math.min(revision, at.revision),
          });
          await audit(tx, deps, member, { action: 'session-reviewed', target: at.id });
        });
        return c.body(null, 204);
      },
    )
    .delete('/:id/reviewed', doc('Take that back'), onWeb, valid('param', IdParam), async (c) => {
      const none = { reviewedAt: null, reviewedBy: null, reviewedByName: null, reviewedRevision: null };
      await atSession(deps, c.var.member, c.req.valid('param').id, 'reviewer', (tx, at) => changeReview(tx, at, none));
      return c.body(null, 204);
    })
    .put('/:id/talk', doc('Ask the expert for a talk about it'), onWeb, valid('param', IdParam), async (c) => {
      const talk = { talkAskedAt: deps.now(), talkAskedByName: c.var.member.user.name };
      await atSession(deps, c.var.member, c.req.valid('param').id, 'reviewer', (tx, at) => changeReview(tx, at, talk));
      return c.body(null, 204);
    })
    .delete('/:id/talk', doc('The talk was had, or is not needed'), enter, valid('param', IdParam), async (c) => {
      const none = { talkAskedAt: null, talkAskedByName: null };
      await atSession(deps, c.var.member, c.req.valid('param').id, 'both', (tx, at) => changeReview(tx, at, none));
      return c.body(null, 204);
    })
    .put(
      '/:id/look',
      doc('Ask your lead for a look; it shares the session'),
      enter,
      valid('param', IdParam),
      valid('json', LookAsked),
      async (c) => {
        const asked = { lookAskedAt: deps.now(), lookAskedFor: c.req.valid('json').for };
        await atSession(deps, c.var.member, c.req.valid('param').id, 'expert', async (tx, at) => {
          await shareNow(tx, deps, c.var.member, at);
          await changeReview(tx, at, asked);
        });
        return c.body(null, 204);
      },
    )
    .delete('/:id/look', doc('Take that back'), enter, valid('param', IdParam), async (c) => {
      const none = { lookAskedAt: null, lookAskedFor: null };
      await atSession(deps, c.var.member, c.req.valid('param').id, 'expert', (tx, at) => changeReview(tx, at, none));
      return c.body(null, 204);
    })
    .post('/:id/share', doc('Share your session with your lead now'), enter, valid('param', IdParam), async (c) => {
      await atSession(deps, c.var.member, c.req.valid('param').id, 'expert', async (tx, at) => {
        await shareNow(tx, deps, c.var.member, at);
        await changeReview(tx, at, {});
      });
      return c.body(null, 204);
    })
    .put(
      '/:id/process-form',
      doc('Say how you saw the deciding'),
      onWeb,
      valid('param', IdParam),
      valid('json', ProcessAnswers),
      async (c) => {
        const given = c.req.valid('json');
        await atSession(deps, c.var.member, c.req.valid('param').id, 'both', (tx, at) =>
          writeForm(tx, deps, c.var.member, at, given),
        );
        return c.body(null, 204);
      },
    )
    .delete('/:id/process-form', doc('Take your form back'), onWeb, valid('param', IdParam), async (c) => {
      await atSession(deps, c.var.member, c.req.valid('param').id, 'both', (tx, at) =>
        deleteForm(tx, c.var.member, at),
      );
      return c.body(null, 204);
    });
}

/** A person's own sessions that were commented. */
export function ownReviewRoutes(deps: Deps) {
  return new Hono<Env>().get(
    '/mine',
    doc('Your sessions that were commented, the unread first', answers(200, CommentedSessions)),
    inTeam(deps, { device: true }),
    async (c) => {
      const { team, user } = c.var.member;
      return c.json(await asTeam(deps.db, team.id, (tx) => commentedSessions(tx, team.id, user.id)), 200);
    },
  );
}
