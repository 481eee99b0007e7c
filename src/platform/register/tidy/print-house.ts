import { readHouse, type House } from './house.ts';
import { rooms } from '../rooms.ts';
import { report } from './rule.ts';
import { offersOf } from './rules/front-doors.ts';
import { rules } from './rules/index.ts';
import { heldToSize, sizesOf } from './rules/sizes.ts';
import { arrowsOf } from './arrow-counts.ts';

const width = 100;

/** Breaks a list of names into lines of at most `width` characters, each after the given indent. */
function wrap(names: readonly string[], indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const name of names) {
    if (line !== '' && indent.length + line.length + name.length + 2 > width) {
      lines.push(`${indent}${line},`);
      line = '';
    }
    line = line === '' ? name : `${line}, ${name}`;
  }
  return line === '' ? lines : [...lines, `${indent}${line}`];
}

function roomLines(house: House, name: string, purpose: string, mayCall: readonly string[]): string[] {
  const all = house.files.filter((file) => file.room === name);
  if (all.length === 0) return [`${name} - ${purpose}`, '    (not built yet)', ''];
  const held = heldToSize({ files: all });
  const sizes = sizesOf(held);
  const longest = held.toSorted((a, b) => b.lines - a.lines)[0];
  const tests = all.filter((file) => file.kind === 'test').length;
  const offers = offersOf(house, name);
  return [
    `${name} - ${purpose}`,
    `    ${sizes.files} files of code, ${sizes.lines} lines, half of them under ${sizes.median + 1}; ${tests} test files`,
    ...(longest ? [`    longest: ${longest.path} (${longest.lines} lines)`] : []),
    `    may call: ${mayCall.join(', ') || 'nothing'}`,
    ...(offers.length > 0 ? ['    offers:', ...wrap(offers, '      ')] : []),
    '',
  ];
}

function arrowLines(house: House): string[] {
  const counts = arrowsOf(house);
  const order = ['the doorways (src/*.ts)', ...rooms.map((room) => room.name), 'platform'];
  return order.flatMap((from) => {
    const calls = counts.filter((it) => it.from === from);
    return calls.length === 0 ? [] : [`  ${from} -> ${calls.map((it) => `${it.to} (${it.count})`).join(', ')}`];
  });
}

function sizeLines(house: House): string[] {
  const sizes = sizesOf(heldToSize(house));
  const short = sizes.functions === 0 ? 100 : Math.floor((sizes.shortFunctions / sizes.functions) * 100);
  return [
    `  ${sizes.files} files of code held to the limits, ${sizes.lines} lines`,
    `  median ${sizes.median} lines a file (aim 40 to 60); 95 of 100 have at most ${sizes.ninetyFifth} (aim under 200)`,
    `  ${sizes.functions} functions, ${short} of 100 under 25 lines (the aim); none may pass 60`,
  ];
}

/** The whole house in plain text: rooms, sizes, what each offers, who calls whom, and which rules are broken. */
export function describeHouse(house: House): string {
  const broken = rules.map((rule) => report(rule, house)).filter((said) => said !== '');
  return [
    'THE ROOMS',
    'In order: nothing calls a room that comes after it.',
    '',
    ...roomLines(house, 'platform', 'What every room stands on: database, access, audit, jobs, web, time, identity, register', []),
    ...rooms.flatMap((room) => roomLines(house, room.name, room.purpose, ['platform', ...room.mayCall])),
    'WHO CALLS WHOM',
    'Imports counted, tests left out.',
    ...arrowLines(house),
    '',
    'SIZES',
    ...sizeLines(house),
    '',
    broken.length === 0 ? `THE RULES\n  All ${rules.length} are kept.` : `THE RULES\n  ${broken.length} of ${rules.length} are broken:\n`,
    ...broken,
  ].join('\n');
}

if (import.meta.main) console.log(describeHouse(readHouse(process.cwd())));
