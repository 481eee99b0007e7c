import type { Pds } from '../../../../platform/nhs/pds.ts';
import type { PlainDate } from '../../../../platform/time/calendar-day.ts';
import type { OurChild } from './our-child.ts';
import { searchesFor } from './strategy.ts';
import { readAnswer } from './their-patient.ts';
import { nothing, numberAnswered, settle, sure, type Hit, type Traced } from './trace.ts';

/** Asks about one child: by the number held, or by name and date where there is none. Throws PdsAway. */
export async function traceChild(pds: Pds, child: OurChild, today: PlainDate): Promise<Traced> {
  return child.number ? traceNumber(pds, child, child.number, today) : traceByName(pds, child, today);
}

async function traceNumber(pds: Pds, child: OurChild, number: string, today: PlainDate): Promise<Traced> {
  const said = readAnswer(await pds.ask(`/Patient/${number}`), today);
  if (said.kind === 'one') return numberAnswered(child, number, said.patient);
  if (said.kind === 'invalidated')
    return {
      ...nothing,
      outcome: 'invalidated',
      oldNumber: number,
      because: 'The NHS has withdrawn this number, as it does after an adoption. A person must look before anything is joined or changed.',
    };
  if (said.kind === 'fault' || said.kind === 'many')
    return { ...nothing, outcome: 'error', because: `The NHS could not answer (${said.kind === 'fault' ? said.code : said.kind})` };
  const found = await traceByName(pds, child, today);
  if (!found.number) return { ...found, oldNumber: number, because: `The NHS does not know the number held here. ${found.because}` };
  return {
    ...found,
    outcome: 'possible',
    oldNumber: number,
    because: 'The NHS does not know the number held here, and finds another by name and date.',
  };
}

async function traceByName(pds: Pds, child: OurChild, today: PlainDate): Promise<Traced> {
  const searches = searchesFor(child);
  if (searches.length === 0)
    return {
      ...nothing,
      outcome: 'not asked',
      because: 'There is no given and family name that would tell this child from a twin, so the NHS was not asked.',
    };
  const hits: Hit[] = [];
  let several = false;
  let fault: string | null = null;
  for (const search of searches) {
    const said = readAnswer(await pds.ask('/Patient', search.parameters), today);
    if (said.kind === 'many') several = true;
    if (said.kind === 'fault') fault = said.code;
    if (said.kind === 'one') {
      hits.push({ search, patient: said.patient, score: said.score ?? 1 });
      if (search.isExact && (said.score ?? 1) >= sure) break;
    }
  }
  return settle(child, hits, several, fault);
}
