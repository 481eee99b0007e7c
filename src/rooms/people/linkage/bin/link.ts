/** `npm run link -- --in FILE.csv --map MAP.json --out clusters.csv`: docs/running/link.md. */
import { linkCommand } from '../command.ts';

process.exitCode = await linkCommand(process.argv.slice(2), { out: (line) => console.log(line), err: (line) => console.error(line) });
