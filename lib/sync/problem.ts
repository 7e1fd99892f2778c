import * as z from 'zod/mini';

/** RFC 9457 problem details, as the API answers them: what we use of it. */
const ProblemDetails = z.object({
  code: z.string(),
  title: z.string(),
  detail: z.optional(z.string()),
  revision: z.optional(z.number()),
});

export type ApiProblem = { code: string; sentence: string; revision: number | null };

/** The API's own problem in an answer; null when something else answered. */
export function readProblem(answer: { body: unknown }): ApiProblem | null {
  const problem = ProblemDetails.safeParse(answer.body);
  if (!problem.success) return null;
  const { code, title, detail, revision } = problem.data;
  return { code, sentence: detail || title, revision: revision ?? null };
}
