// One contender in a process of its own: `node run.mjs <contender> <calendar> <log> <path> <runs>` prints what it found as JSON.

const [contender, calendar, log, path, runs] = process.argv.slice(2);
const { name, start, read, memory } = await import(`./${contender}.mjs`);
const before = process.resourceUsage().maxRSS;
await start?.();
const times = [];
const busy = [];
let answer;
let peak;
for (let run = 0; run < Number(runs); run += 1) {
  const [began, used] = [performance.now(), process.cpuUsage()];
  answer = await read(path, calendar, log);
  times.push(performance.now() - began);
  const { user, system } = process.cpuUsage(used);
  busy.push((user + system) / 1000);
  peak ??= process.resourceUsage().maxRSS;
}
// Milliseconds by the clock, and of the processor. Kibibytes; those of the bare process are not the contender's.
console.log(JSON.stringify({ name, times, busy, peak: (peak - before) * 1024, memory: memory?.(), answer }));
process.exit(0);
