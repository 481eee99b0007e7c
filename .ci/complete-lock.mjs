// Completes package-lock.json: `npm install` leaves out the tools of other platforms when it runs beside an installed
// node_modules, and `npm ci` then refuses. Run it after adding a package: node .ci/complete-lock.mjs (--check only says).
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'aix', 'netbsd', 'openbsd', 'sunos'];
const machines = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64'];
const added = [];

for (const [at, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const known = Object.keys(lock.packages).some((path) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`));
    if (known || at === '') continue;
    const words = name.split(/[/-]/);
    const os = systems.filter((one) => words.includes(one));
    const cpu = machines.filter((one) => words.includes(one));
    lock.packages[`node_modules/${name}`] = {
      version, ...(cpu.length ? { cpu } : {}), ...(entry.dev ? { dev: true } : {}), ...(entry.license ? { license: entry.license } : {}), optional: true, ...(os.length ? { os } : {}),
    };
    added.push(name);
  }
}

if (process.argv.includes('--check')) {
  if (added.length > 0) process.stderr.write(`package-lock.json misses ${added.join(', ')}\n`);
  process.exitCode = added.length > 0 ? 1 : 0;
} else {
  const { '': root, ...rest } = lock.packages;
  lock.packages = { '': root, ...Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))) };
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  process.stdout.write(added.length === 0 ? 'Nothing was missing\n' : `Added ${added.length}\n`);
}
