import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, type Cast } from '../../../../platform/access/cast.ts';
import type { StaffActor } from '../../../../platform/access/ctx.ts';
import { visits, type Visits } from '../../../../platform/web/visit.ts';
import { frontDoorRoom } from '../../index.ts';
import { plantContact } from '../contacts-on-trial.ts';
import { refreshFigures } from '../figure.store.ts';

let cast: Cast;
let web: Visits;
let manager: StaffActor;
let officer: StaffActor;
let director: StaffActor;
let worker: StaffActor;

/** Fourteen months to October 2026 with 24 contacts each, 21 of them screened by the next working day; one month has a single contact from housing. */
beforeAll(async () => {
  cast = await makeCast();
  const council = await cast.agency();
  manager = await cast.staff('MASH_M', { agencyId: council });
  officer = await cast.staff('CO', { agencyId: council });
  director = await cast.staff('DCS', { agencyId: council });
  worker = await cast.staff('SW', { agencyId: council });
  const child = await cast.person();
  for (let month = 0; month < 14; month++)
    for (let at = 0; at < 24; at++) {
      const first = new Date(Date.UTC(2025, 8 + month, 1));
      const monday = new Date(first.getTime() + ((8 - first.getUTCDay()) % 7) * 86_400_000 + (at % 2) * 7 * 86_400_000);
      const hours = at < 3 ? 77 : 6;
      await plantContact(cast, manager, {
        receivedAt: new Date(monday.getTime() + 9 * 3_600_000 + at * 60_000).toISOString(),
        decidedAt: new Date(monday.getTime() + (9 + hours) * 3_600_000 + at * 60_000).toISOString(),
        source: month === 13 && at === 0 ? '4' : '2A',
        children: [{ personId: child, outcome: at < 4 ? 'REFERRAL_CSC' : 'ADVICE', level: at < 4 ? 3 : 2 }],
      });
    }
  await cast.asSystem((ctx) => refreshFigures(ctx, true));
  web = await visits(cast, [frontDoorRoom]);
}, 120_000);
afterAll(async () => {
  await web?.end();
  await cast?.end();
});

const root = '/front-door/performance';
const body = async (who: StaffActor, path = ''): Promise<string> => (await web.get(who, `${root}${path}`)).body;

describe('the overview', () => {
  it('says in words how many, how soon, and what changed', async () => {
    const page = await body(manager);
    expect(page).toContain('24 contacts came in October 2026; 87.5% were screened within one working day');
    expect(page).toContain('Counted up to');
    expect(page).toContain('/front-door/performance/screened/contacts?from=2026-10-01&amp;before=2026-11-01&amp;which=counted');
  });

  it('is for those who read figures', async () => expect((await web.get(worker, root)).statusCode).toBe(403));
});

describe('a measure', () => {
  it('has a chart whose headline says what it shows, and a table with every number', async () => {
    const page = await body(officer, '/screened');
    expect(page).toMatch(/<h1[^>]*>Screened within one working day: 87.5% in October 2026, no change beyond chance/);
    expect(page).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="chart-title chart-desc"/);
    expect(page).toContain('No point stands out');
    expect(page.match(/<th scope="row"/g)?.length).toBeGreaterThanOrEqual(15);
  });

  it('is counted by week for those who may open it', async () => {
    expect(await body(manager, '/received?by=week')).toContain('Week of 2 Nov 2026');
    expect(await body(director, '/received?by=week')).not.toMatch(/week of/i);
  });

  it('that is none is not found', async () => expect((await web.get(manager, `${root}/cleverness`)).statusCode).toBe(404));
});

describe('taking a figure apart', () => {
  it('lists what it counts, each with a link', async () => {
    const page = await body(officer, '/screened/contacts?from=2026-10-01&before=2026-11-01&which=counted');
    expect(page).toContain('<strong>21 contacts</strong>');
    expect(page.match(/href="\/front-door\/contacts\//g)?.length).toBe(21);
    expect(await body(officer, '/screened/contacts?from=2026-10-01&before=2026-11-01&which=rest')).toContain('<strong>3 contacts</strong>');
  });

  it('says why not to readers of figures alone, without a number', async () => {
    const page = await body(director, '/screened/contacts?from=2026-10-01&before=2026-11-01&which=counted');
    expect(page).toContain('Your role sees figures');
    expect(page).not.toContain('/front-door/contacts/');
  });

  it('refuses what is no day', async () =>
    expect((await web.get(officer, `${root}/screened/contacts?from=2026-02-31&before=soon`)).statusCode).toBe(404));
});

describe('readers of figures alone', () => {
  it('see no small number, nor the one beside it that gives it away', async () => {
    const page = await body(director);
    expect(page).toContain('1 to 5');
    expect(page).toContain('not shown');
    expect(page).not.toContain('87.5%');
    expect(page).not.toMatch(/href="[^"]*\/contacts\?/);
  });

  it('take the same away as a file', async () => {
    const csv = await body(director, '/figures.csv');
    expect(csv).toContain('"Contacts received","all","2026-10-01","month","24"');
    expect(csv).toContain('"Contacts received","Housing","2025-11-01","12 months","suppressed"');
    expect(csv).not.toMatch(/"Screened within one working day","all","2026-10-01","month","\d/);
  });
});

describe('the file', () => {
  it('holds numerator, denominator, limits, source and when it was counted, and is audited', async () => {
    const csv = await body(manager, '/figures.csv?by=month');
    expect(csv).toMatch(/"Screened within one working day","all","2026-10-01","month","21","24","87.5","percent","87.5"/);
    expect(csv).toContain('2026-11-24T10:00:00.000Z');
    const { rows } = await cast.db.superuser.query<{ detail: Record<string, unknown> }>(
      `select detail from audit_event where action = 'front-door.figures.export' and staff_id = $1`,
      [manager.staffId],
    );
    expect(rows.at(-1)?.detail).toMatchObject({ by: 'month', figuresAlone: false });
  });
});

describe('targets and changes', () => {
  it('a target is set with a reason, shown against the limits, replaced and ended', async () => {
    expect((await web.post(officer, `${root}/screened/target`, { target: '90', reason: 'Agreed' })).statusCode).toBe(403);
    expect((await web.post(manager, `${root}/screened/target`, { target: '190', reason: 'Agreed' })).body).toContain('from 0 to 100');
    await web.post(manager, `${root}/screened/target`, { target: '80', reason: 'Agreed with partners in spring' });
    expect(await body(director, '/screened')).toContain('Agreed with partners in spring');
    await web.post(manager, `${root}/screened/target`, { target: '95%', reason: 'Raised' });
    const history = await body(officer, '/screened/target');
    expect(history).toContain('95%');
    expect(history).toContain('Replaced the same day');
    await web.post(manager, `${root}/screened/target/end`, {});
    expect(await body(manager, '/screened')).toContain('No target is set');
  });

  it('conversion takes no target', async () => {
    expect(await body(manager, '/to-referral/target')).toContain('it would only bend decisions');
    expect((await web.post(manager, `${root}/to-referral/target`, { target: '20', reason: 'No' })).statusCode).toBe(422);
  });

  it('a change is marked on the charts, begins limits anew, and is taken off with a reason', async () => {
    const change = {
      'happenedOn-day': '1',
      'happenedOn-month': '6',
      'happenedOn-year': '2026',
      words: 'A screening officer at weekends',
      beginsAnew: 'yes',
    };
    expect((await web.post(manager, `${root}/changes`, { ...change, 'happenedOn-year': '2027' })).body).toContain(
      'must be today or in the past',
    );
    await web.post(manager, `${root}/changes`, change);
    const chart = await body(manager, '/screened');
    expect(chart).toContain('A screening officer at weekends Limits begin anew here.');
    expect(chart).toContain('All 5 points that fix the limits are alike');
    const id = /changes\/([0-9a-f-]{36})\/withdraw/.exec(await body(manager, '/changes'))?.[1] ?? '';
    await web.post(manager, `${root}/changes/${id}/withdraw`, { why: 'It never began' });
    expect(await body(manager, '/changes')).toContain('Taken off: It never began');
    expect(await body(manager, '/screened')).not.toContain('weekends');
  });
});
