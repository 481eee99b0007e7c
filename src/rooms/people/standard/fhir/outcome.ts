import type { FieldError } from '../../../../platform/access/refusal.ts';
import type { Dialect } from '../../../../platform/identity/machine/api-route.ts';
import type { Problem } from '../../../../platform/identity/machine/problem.ts';
import { mediaType, spineErrorSystem, type Issue, type IssueCode, type OperationOutcome, type Severity } from './r4.ts';

/** One issue in words; `expression` says which part of what was sent, `spine` is the code the Personal Demographics Service would give. */
export const issue = (severity: Severity, code: IssueCode, words: string, more: { expression?: string; spine?: string } = {}): Issue => ({
  severity,
  code,
  details: {
    ...(more.spine ? { coding: [{ system: spineErrorSystem, version: '1', code: more.spine, display: words }] } : {}),
    text: words,
  },
  diagnostics: words,
  ...(more.expression ? { expression: [more.expression] } : {}),
});

/** An outcome of at least one issue. */
export const outcome = (...issues: readonly [Issue, ...Issue[]]): OperationOutcome => ({ resourceType: 'OperationOutcome', issue: issues });

const codes: Readonly<Record<Problem['status'], readonly [IssueCode, string | null]>> = {
  400: ['invalid', 'INVALID_SEARCH_DATA'],
  401: ['login', 'ACCESS_DENIED'],
  403: ['forbidden', 'ACCESS_DENIED'],
  404: ['not-found', 'RESOURCE_NOT_FOUND'],
  409: ['business-rule', null],
  413: ['too-long', null],
  422: ['invalid', 'INVALID_SEARCH_DATA'],
  429: ['throttled', 'TOO_MANY_REQUESTS'],
  500: ['exception', null],
  503: ['transient', null],
};

/** Where the problem is, as FHIR names it: the field "parameter-0-resource-birthDate" is Parameters.parameter[0].resource.birthDate; the
 *  parameter of a search is its own name. */
function expressionOf({ field }: FieldError): string {
  if (field === 'main-content') return 'Parameters';
  if (!/^parameter(-|$)/.test(field) && field !== 'resourceType') return field;
  return `Parameters.${field.replaceAll(/-(\d+)(?=-|$)/g, '[$1]').replaceAll('-', '.')}`;
}

/** Every problem as an OperationOutcome: one issue a field, so that whoever sent it learns of all of them at once. */
function asOutcome(problem: Problem, requestId: string): OperationOutcome {
  const [code, spine] = codes[problem.status];
  const coded = spine ? { spine } : {};
  const fields = problem.errors ?? [];
  const issues = fields.map((field) => issue('error', code, field.message, { ...coded, expression: expressionOf(field) }));
  const [first = issue('error', code, problem.detail || problem.title, coded), ...rest] = issues;
  return { ...outcome(first, ...rest), id: requestId };
}

/** How the addresses under /fhir speak. A search with bad parameters is answered 400, as the Personal Demographics Service does. */
export const fhir: Dialect = { mediaType, prefix: '/fhir/', problem: asOutcome, statusOf: ({ status }) => (status === 422 ? 400 : status) };
/** A body that can be read but may not be taken is 422 (FHIR R4, 3.1.0). */
export const fhirOperation: Dialect = { ...fhir, statusOf: ({ status }) => status };
