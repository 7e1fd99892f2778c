import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { v7 } from 'uuid';
import type { CommentActions } from '@/components/review/review-words';
import type { ExpertActions, LeadActions } from '@/components/review/standing-section';
import { type Texts, useTexts } from '@/components/ui/texts';
import type { ProcessAnswers, Verdict } from '@/lib/review/review';
import { contentOf } from '../api/answer';
import { api } from '../api/api';
import { markReviewed, unmarkReviewed } from '../sessions/mark-reviewed';
import { sentenceOf } from '../shell/query-state';

export type ReviewActions = CommentActions &
  ExpertActions &
  LeadActions & {
    judge: (flagId: string, verdict: Verdict, reason: string) => Promise<unknown>;
    takeVerdictBack: (flagId: string) => Promise<unknown>;
    writeForm: (answers: ProcessAnswers) => Promise<unknown>;
    deleteForm: () => Promise<unknown>;
  };

/** What can be done with one session's review. Each reads the review anew when it was done, and rejects when it was not. */
export function useReviewActions(id: string): ReviewActions {
  const t = useTexts();
  const queries = useQueryClient();
  return useMemo(() => {
    const after = async (done: Promise<unknown>) => {
      await done;
      await queries.invalidateQueries({ queryKey: ['review', id] });
      void queries.invalidateQueries({ queryKey: ['sessions'] });
    };
    return actionsOf(id, after, t);
  }, [id, queries, t]);
}

function actionsOf(id: string, after: (done: Promise<unknown>) => Promise<unknown>, t: Texts): ReviewActions {
  const at = api.sessions[':id'];
  const param = { id };
  // One id a comment, so that sending it again after a lost answer makes no second one.
  const ids = new Map<string, string>();
  return {
    sentence: (error) => (error instanceof Error ? sentenceOf(error, t) : ''),
    write: (comment) => {
      const key = JSON.stringify(comment);
      const own = ids.get(key) ?? v7();
      ids.set(key, own);
      return after(contentOf(at.comments.$post({ param, json: { id: own, ...comment } }))).then(() => ids.delete(key));
    },
    change: (commentId, text) =>
      after(contentOf(at.comments[':commentId'].$patch({ param: { id, commentId }, json: { text } }))),
    remove: (commentId) => after(contentOf(at.comments[':commentId'].$delete({ param: { id, commentId } }))),
    acknowledge: (commentId) =>
      after(contentOf(at.comments[':commentId'].acknowledge.$post({ param: { id, commentId } }))),
    judge: (flagId, verdict, reason) =>
      after(contentOf(at.flags[':flagId'].verdict.$put({ param: { id, flagId }, json: { verdict, reason } }))),
    takeVerdictBack: (flagId) => after(contentOf(at.flags[':flagId'].verdict.$delete({ param: { id, flagId } }))),
    markReviewed: (revision) => after(markReviewed(id, revision)),
    unmarkReviewed: () => after(unmarkReviewed(id)),
    askForTalk: () => after(contentOf(at.talk.$put({ param }))),
    endTalk: () => after(contentOf(at.talk.$delete({ param }))),
    askForLook: (what) => after(contentOf(at.look.$put({ param, json: { for: what } }))),
    endLook: () => after(contentOf(at.look.$delete({ param }))),
    share: () => after(contentOf(at.share.$post({ param }))),
    writeForm: (answers) => after(contentOf(at['process-form'].$put({ param, json: answers }))),
    deleteForm: () => after(contentOf(at['process-form'].$delete({ param }))),
  };
}
