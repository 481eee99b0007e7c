/** Sends notifications at moments fixed beforehand, whether or not those before were answered, and sends each again until it has a receipt. */
import { Agent, request } from 'node:http';
import { notificationOf } from './police-system.ts';

export interface Receipt {
  n: number;
  id: string;
  version: number;
}

export interface Sent {
  receipts: Receipt[];
  /** Milliseconds from the moment a notification was due to its receipt. */
  waits: number[];
  /** Of those taken at the first try: milliseconds of the answer alone. */
  answers: number[];
  refusedConnections: number;
  toldToWait: number;
  wrong: string[];
  /** Seconds from the first to the last receipt. */
  seconds: number;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
const keepAlive = new Agent({ keepAlive: true, maxSockets: 100 });

interface Reply {
  status: number;
  body: string;
}

function post(address: string, token: string, body: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const going = request(
      `${address}/api/v1/police/notifications`,
      {
        method: 'POST',
        agent: keepAlive,
        timeout: 30_000,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        let said = '';
        response
          .setEncoding('utf8')
          .on('data', (part: string) => (said += part))
          .on('error', reject)
          .on('end', () => resolve({ status: response.statusCode ?? 0, body: said }));
      },
    );
    going.on('error', reject).on('timeout', () => going.destroy(new Error('no answer in 30 seconds')));
    going.end(body);
  });
}

export interface Burst {
  address: string;
  token: string;
  mark: string;
  perSecond: number;
  seconds: number;
}

/** Sends the whole burst; resolves when every notification has its receipt. */
export async function sendBurst(burst: Burst): Promise<Sent> {
  const sent: Sent = { receipts: [], waits: [], answers: [], refusedConnections: 0, toldToWait: 0, wrong: [], seconds: 0 };
  const from = performance.now();
  const all: Promise<void>[] = [];
  for (let n = 0; n < burst.perSecond * burst.seconds; n += 1) {
    const due = from + (n * 1_000) / burst.perSecond;
    const early = due - performance.now();
    if (early > 0) await pause(early);
    all.push(untilReceipt(burst, n, due, sent));
  }
  await Promise.all(all);
  sent.seconds = (performance.now() - from) / 1_000;
  return sent;
}

async function untilReceipt({ address, token, mark }: Burst, n: number, due: number, sent: Sent): Promise<void> {
  const body = JSON.stringify(notificationOf(mark, n));
  for (let tries = 1; ; tries += 1) {
    const begun = performance.now();
    const reply = await post(address, token, body).catch(() => null);
    if (reply?.status === 200) {
      const { id, version } = JSON.parse(reply.body) as { id: string; version: number };
      sent.receipts.push({ n, id, version });
      sent.waits.push(performance.now() - due);
      if (tries === 1) sent.answers.push(performance.now() - begun);
      return;
    }
    if (!reply) sent.refusedConnections += 1;
    else if (reply.status === 503) sent.toldToWait += 1;
    else sent.wrong.push(`${reply.status} ${reply.body.slice(0, 200)}`);
    if (sent.wrong.length > 50 || tries > 600) throw new Error(`Too much went wrong: ${[...new Set(sent.wrong)].join('; ')}`);
    // Waits longer each time, up to two seconds, as a system does that means to get through.
    await pause(Math.min(2_000, 250 * 1.5 ** tries) * (0.8 + Math.random() * 0.4));
  }
}
