import type { z } from 'zod';
import type { Issue, Problem } from '../../shared/app-error.ts';

type ZodIssue = z.core.$ZodIssue;

const namedProblems: readonly Problem[] = ['required', 'too-long', 'not-a-day', 'not-a-zone', 'not-an-email', 'not-a-time'];

const lengthAt = (input: unknown, path: readonly PropertyKey[]): number | undefined => {
  const value = path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    input,
  );
  return typeof value === 'string' || Array.isArray(value) ? value.length : undefined;
};

const problemOf = (issue: ZodIssue): Problem => {
  const named = namedProblems.find((problem) => problem === issue.message);
  if (named) return named;
  switch (issue.code) {
    case 'too_big':
      return 'too-long';
    case 'too_small':
      return issue.minimum === 1 && issue.origin === 'string' ? 'required' : 'too-short';
    case 'unrecognized_keys':
      return 'unknown-field';
    case 'invalid_value':
      return 'not-an-option';
    case 'invalid_type':
      return issue.input === undefined ? 'required' : 'wrong-kind';
    case 'invalid_union': {
      const inner = issue.errors.flat().find((one) => problemOf(one) !== 'not-an-option');
      return inner ? problemOf(inner) : 'not-an-option';
    }
    case 'invalid_format':
      return issue.format === 'regex' && issue.pattern?.includes('\\d{4}-\\d{2}-\\d{2}') ? 'not-a-day' : 'wrong-kind';
    default:
      return 'wrong-kind';
  }
};

/** What zod found, in the closed words of the contract; nothing of the input itself. */
export const issuesOf = (error: z.ZodError, input: unknown): Issue[] =>
  error.issues.slice(0, 50).map((issue) => {
    const problem = problemOf(issue);
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    const length = lengthAt(input, issue.path);
    return {
      path,
      problem,
      ...(issue.code === 'too_big' ? { limit: Number(issue.maximum) } : {}),
      ...(problem === 'too-long' && length !== undefined ? { length } : {}),
    };
  });
