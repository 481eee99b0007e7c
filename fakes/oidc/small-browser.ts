/** Enough of a browser for a sign-in over real HTTP: cookies by host, redirects one at a time, forms posted as forms. */
export interface SmallBrowser {
  get(url: string): Promise<Response>;
  post(url: string, fields?: Record<string, string>): Promise<Response>;
  /** Follows redirects by GET until there is none, and gives the last answer with the addresses on the way. */
  follow(url: string): Promise<{ response: Response; way: string[] }>;
  cookie(host: string, name: string): string | undefined;
}

export function smallBrowser(): SmallBrowser {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: string): Map<string, string> => {
    const { hostname } = new URL(url);
    const jar = jars.get(hostname) ?? new Map<string, string>();
    jars.set(hostname, jar);
    return jar;
  };
  const go = async (url: string, more: RequestInit): Promise<Response> => {
    const jar = jarOf(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      ...more,
      headers: { ...(cookie ? { cookie } : {}), ...(more.headers as Record<string, string> | undefined) },
    });
    if (response.headers.get('clear-site-data')?.includes('cookies')) jar.clear();
    for (const line of response.headers.getSetCookie()) keep(jar, line);
    return response;
  };
  const browser: SmallBrowser = {
    get: (url) => go(url, {}),
    post: (url, fields = {}) =>
      go(url, { method: 'POST', body: new URLSearchParams(fields), headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    follow: async (url) => {
      const way = [url];
      for (let response = await browser.get(url); ; response = await browser.get(way.at(-1)!)) {
        const onward = response.headers.get('location');
        if (!onward || way.length > 12) return { response, way };
        way.push(new URL(onward, way.at(-1)).href);
      }
    },
    cookie: (host, name) => jars.get(host)?.get(name),
  };
  return browser;
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
  const gone = attributes.some(
    (attribute) => /^max-age=0$/i.test(attribute) || (/^expires=/i.test(attribute) && new Date(attribute.slice(8)).getTime() < Date.now()),
  );
  if (gone) jar.delete(name);
  else jar.set(name, value);
}
