/** A path of our own to return to after signing in. Anything that could lead elsewhere, or back into signing in, becomes the start page. */
export function localPath(wanted: string | undefined): string {
  const here = 'http://here.invalid';
  if (!wanted || wanted.length > 1_000 || !/^\/(?![/\\])/.test(wanted)) return '/';
  const url = URL.parse(wanted, here);
  if (url?.origin !== here || /^\/sign-(in|out)(\/|$)/.test(url.pathname)) return '/';
  return url.pathname + url.search;
}
