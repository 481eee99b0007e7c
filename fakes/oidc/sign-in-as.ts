import { smallBrowser, type SmallBrowser } from './small-browser.ts';

/** Goes from the application's sign-in page to a persona's choice and back; gives the browser, signed in, and the last answer. */
export async function signInAs(
  origin: string,
  subject: string,
  browser: SmallBrowser = smallBrowser(),
  to = '/',
): Promise<{ browser: SmallBrowser; response: Response; way: string[] }> {
  const personas = await toPersonaPage(origin, browser, to);
  const chosen = await browser.post(`${personas}/${subject}`);
  const { response, way } = await browser.follow(new URL(chosen.headers.get('location') ?? '/', personas).href);
  return { browser, response, way };
}

/** As far as the persona page: its address. */
export async function toPersonaPage(origin: string, browser: SmallBrowser, to = '/'): Promise<string> {
  const page = await (await browser.get(`${origin}/sign-in?to=${encodeURIComponent(to)}`)).text();
  const start = /href="(\/sign-in\/start\/[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
  if (!start) throw new Error('The sign-in page offers no provider');
  return (await browser.follow(`${origin}${start}`)).way.at(-1)!;
}
