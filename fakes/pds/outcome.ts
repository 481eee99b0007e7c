/** An OperationOutcome as the Personal Demographics Service writes its errors. */
export const outcomeOf = (severity: 'error' | 'information', code: string, spine: string, display: string): object => ({
  resourceType: 'OperationOutcome',
  issue: [
    {
      severity,
      code,
      details: { coding: [{ system: 'https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode', version: '1', code: spine, display }] },
      diagnostics: display,
    },
  ],
});

export interface Told {
  status: number;
  body: object;
  headers?: Readonly<Record<string, string>>;
}

export const missing = (what: string): Told => ({
  status: 400,
  body: outcomeOf('error', 'required', 'MISSING_VALUE', `Required value - '${what}' - is missing`),
});
export const invalidValue = (what: string): Told => ({
  status: 400,
  body: outcomeOf('error', 'value', 'INVALID_VALUE', `Provided value - '${what}' - is invalid`),
});
export const denied: Told = { status: 401, body: outcomeOf('error', 'forbidden', 'ACCESS_DENIED', 'Access Denied - Unauthorised') };
export const notFound: Told = { status: 404, body: outcomeOf('error', 'not-found', 'RESOURCE_NOT_FOUND', 'Resource not found') };
export const invalidId: Told = { status: 400, body: outcomeOf('error', 'value', 'INVALID_RESOURCE_ID', 'Resource Id is invalid') };
export const invalidated: Told = {
  status: 404,
  body: outcomeOf(
    'error',
    'not-found',
    'INVALIDATED_RESOURCE',
    'Resource that has been marked as invalid was requested - invalid resources cannot be retrieved',
  ),
};
export const tooMany: Told = { status: 200, body: outcomeOf('information', 'multiple-matches', 'TOO_MANY_MATCHES', 'Too Many Matches') };
export const badSearch: Told = {
  status: 400,
  body: outcomeOf('error', 'processing', 'INVALID_SEARCH_DATA', 'Search data is invalid'),
};
export const tooFast: Told = {
  status: 429,
  headers: { 'retry-after': '1' },
  body: outcomeOf('error', 'throttled', 'TOO_MANY_REQUESTS', 'There have been too many requests, please try again later.'),
};
