/** What the service answers: errors in the shape of the public API documentation. */
export interface Told {
  status: number;
  body: object;
}

const error = (status: number, name: string, message: string): Told => ({
  status,
  body: { status_code: status, errors: [{ error: name, message }] },
});

export const invalid = (message: string): Told => error(400, 'ValidationError', message);
export const badRequest = (message: string): Told => error(400, 'BadRequestError', message);
export const noKey = error(403, 'AuthError', 'Invalid token: API key not found');
export const stale = error(403, 'AuthError', 'Error: Your system clock must be accurate to within 30 seconds');
export const noResult = error(404, 'NoResultFound', 'No result found');
export const tooMany = error(429, 'RateLimitError', 'Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds');
export const broken = error(500, 'Exception', 'Internal server error');
