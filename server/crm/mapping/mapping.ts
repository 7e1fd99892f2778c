import * as z from 'zod/mini';
import { PLACES, parseTemplate } from './template';

/** What of a session can be written into a field of its own. */
export const FieldSource = z.enum([
  'decisionReached',
  'decidedOn',
  'to',
  'reason',
  'objectives',
  'nextStep',
  'nextStepOn',
  'link',
  'outcome',
]);
export type FieldSource = z.infer<typeof FieldSource>;

export const FieldMapping = z.object({
  source: FieldSource,
  on: z.enum(['person', 'company', 'opportunity']),
  field: z.string().check(z.minLength(1), z.maxLength(200)),
});
export type FieldMapping = z.infer<typeof FieldMapping>;

/** Which text goes where. */
export const Mapping = z.object({
  /** Markdown of headings, bullets and paragraphs with `{places}`; a part whose places are all empty is left out. */
  template: z.string().check(z.maxLength(10_000)),
  /** Whether next steps become tasks, where the vendor has them. */
  tasks: z.boolean(),
  fields: z.array(FieldMapping).check(z.maxLength(30)),
  /** Whether a person who is not there may be added. */
  addPeople: z.boolean(),
  /** Whether which way it went may leave. Off: a field that holds it can be counted, and what is counted becomes a rate. */
  outcome: z.boolean(),
});
export type Mapping = z.infer<typeof Mapping>;

export const DEFAULT_TEMPLATE = `{title}
{date}, with {people}

## Decided on
{to}

## Reason, in their terms
{reason}

## Objectives served
{objectives}

## Options weighed
{options}

## Next steps
{nextSteps}

{link}
`;

export const DEFAULT_MAPPING: Mapping = {
  template: DEFAULT_TEMPLATE,
  tasks: true,
  fields: [],
  addPeople: false,
  outcome: false,
};

/** Places and sources that tell which way it went. */
const TELLS_OUTCOME: readonly string[] = ['outcome', 'missing', 'lookAgainOn'];

export type MappingProblem = { code: 'unknown-place' | 'tells-outcome' | 'no-link' | 'twice'; what: string };

/** What is wrong with a mapping by itself; whether its fields exist is asked of the vendor. */
export function mappingProblems(mapping: Mapping): MappingProblem[] {
  const used = parseTemplate(mapping.template).flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'place' ? [part.name] : [])),
  );
  const targets = mapping.fields.map(({ on, field }) => `${on}.${field}`);
  return [
    ...used
      .filter((name) => !(PLACES as readonly string[]).includes(name))
      .map((what): MappingProblem => ({ code: 'unknown-place', what })),
    ...(mapping.outcome
      ? []
      : [...used, ...mapping.fields.map(({ source }) => source)]
          .filter((name) => TELLS_OUTCOME.includes(name))
          .map((what): MappingProblem => ({ code: 'tells-outcome', what }))),
    ...(used.includes('link') ? [] : [{ code: 'no-link', what: 'link' } as const]),
    ...targets
      .filter((target, index) => targets.indexOf(target) !== index)
      .map((what): MappingProblem => ({ code: 'twice', what })),
  ];
}
