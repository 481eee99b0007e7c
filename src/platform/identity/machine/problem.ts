import type { FastifyReply } from 'fastify';
import type { Dialect } from './api-route.ts';

/** What a machine is told when it is turned down (RFC 9457), in words a person can read. */
export interface Problem {
  status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503;
  title: string;
  detail: string;
  errors?: readonly { field: string; message: string }[];
}

const challenges: Readonly<Record<number, string>> = {
  401: 'Bearer realm="goldthread", error="invalid_token"',
  403: 'Bearer realm="goldthread", error="insufficient_scope"',
};

/** Sends a problem, as JSON or as the address speaks; 401 and 403 carry the challenge of RFC 6750, 503 when to try again. */
export async function sendProblem(reply: FastifyReply, problem: Problem, requestId: string, speaks?: Dialect): Promise<void> {
  const challenge = challenges[problem.status];
  if (challenge) void reply.header('www-authenticate', challenge);
  if (problem.status === 503 || problem.status === 429) void reply.header('retry-after', '30');
  await reply
    .code(speaks?.statusOf?.(problem) ?? problem.status)
    .header('cache-control', 'no-store')
    .header('x-request-id', requestId)
    .type(speaks?.mediaType ?? 'application/problem+json')
    .send(JSON.stringify(speaks?.problem(problem, requestId) ?? { type: 'about:blank', ...problem, instance: `urn:uuid:${requestId}` }));
}

export const noToken: Problem = {
  status: 401,
  title: 'A token is needed',
  detail: 'Send an access token of your issuer in the Authorization header, as Bearer.',
};
export const badToken: Problem = {
  status: 401,
  title: 'This token does not open anything',
  detail: 'It is not valid now, not for this service, or not of a machine that may call today.',
};
/** 403: names the scope that is needed. */
export const wrongScope = (scope: string): Problem => ({
  status: 403,
  title: 'This token does not carry the scope',
  detail: `The scope ${scope} is needed, both in the token and in the agreement with the agency.`,
});
export const tooMany: Problem = {
  status: 429,
  title: 'Too many calls that were turned away',
  detail: 'Wait a minute, and put the token right before trying again.',
};
export const tooOften: Problem = {
  status: 429,
  title: 'Too many calls in this minute',
  detail: 'This system may call only so often. Wait half a minute, then go on more slowly.',
};
export const issuerAway: Problem = {
  status: 503,
  title: 'The issuer does not answer',
  detail: "The keys of the token's issuer cannot be fetched just now. Try again in half a minute.",
};
export const databaseAway: Problem = {
  status: 503,
  title: 'Not available for a moment',
  detail: 'Nothing was changed. Try again in half a minute.',
};
export const fault: Problem = {
  status: 500,
  title: 'Something went wrong',
  detail: "Nothing was half-saved. The fault has been recorded under this request's id.",
};

/** 413: says how large a file may be. */
export const tooLarge = (limitBytes: number): Problem => ({
  status: 413,
  title: 'This file is too large',
  detail: `A file may be up to ${Math.floor(limitBytes / 1_048_576)} MB. Send it in parts, none of them declared complete.`,
});
