import type { core } from 'zod';
import { type Path, showPath } from './yaml-source.ts';

type Issue = core.$ZodIssue;

/**
 * A zod issue as sentences for somebody who edits YAML.
 * @param at where the checked data stands in its file
 * @returns each with the path whose line is to be shown
 */
export function sentencesFor(issue: Issue, data: unknown, at: Path = []): { path: Path; message: string }[] {
  const path = [...at, ...issue.path];
  const name = path.length > 0 ? showPath(path) : 'the file';
  const given = valueAt(data, issue.path);
  switch (issue.code) {
    case 'invalid_union':
      return closestBranch(issue.errors).flatMap(inner =>
        sentencesFor({ ...inner, path: [...issue.path, ...inner.path] }, data, at),
      );
    case 'unrecognized_keys':
      return issue.keys.map(key => ({
        path: [...path, key],
        message: `${showPath([...path, key])} is not a known key`,
      }));
    case 'invalid_key':
      return [{ path, message: `${name}: ${issue.issues.map(one => one.message).join('; ')}` }];
    case 'invalid_type':
      return [
        {
          path,
          message: given === undefined ? `${name} is missing` : wrongType(name, issue.expected, given),
        },
      ];
    case 'invalid_value': {
      const allowed = `allowed: ${issue.values.map(String).join(', ')}`;
      const message =
        given === undefined ? `${name} is missing; ${allowed}` : `${name} is ${show(given)}; ${allowed}`;
      return [{ path, message }];
    }
    case 'too_small':
      if (issue.origin === 'string') return [{ path, message: `${name} is empty` }];
      if (issue.origin === 'array') return [{ path, message: `${name} needs at least ${issue.minimum}` }];
      return [{ path, message: `${name} is ${show(given)}, which is too small` }];
    case 'invalid_format':
      return [{ path, message: `${name} is ${show(given)}: ${issue.message}` }];
    case 'too_big':
    case 'not_multiple_of':
    case 'invalid_element':
    case 'custom':
      break;
  }
  return [{ path, message: `${name}: ${issue.message}` }];
}

/** Of the shapes a value may have, the one that the editor most likely meant: the one with the least wrong. */
function closestBranch(branches: Issue[][]): Issue[] {
  return branches.toSorted((a, b) => weightOf(a) - weightOf(b))[0] ?? [];
}

const weightOf = (issues: Issue[]): number =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);

const EXPECTED: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
  boolean: 'true or false',
  int: 'a whole number',
};

function wrongType(name: string, expected: string, given: unknown): string {
  const advice = expected === 'string' && typeof given !== 'object' ? '; put it in quotes' : '';
  return `${name} is ${show(given)}, but has to be ${EXPECTED[expected] ?? `a ${expected}`}${advice}`;
}

function show(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'keys with values';
  return JSON.stringify(value);
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}
