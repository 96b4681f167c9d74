// One contender in a process of its own: `node run.mjs <contender> <calendar> <log> <runs>` prints what it found as JSON.

const [contender, calendar, log, runs] = process.argv.slice(2);
const { name, start, read } = await import(`./${contender}.mjs`);
await start?.();
const before = process.resourceUsage().maxRSS;
const times = [];
let answer;
let peak;
for (let run = 0; run < Number(runs); run += 1) {
  const began = performance.now();
  answer = await read(log, calendar);
  times.push(performance.now() - began);
  peak ??= process.resourceUsage().maxRSS;
}
// Kibibytes; those of the bare process are not the contender's.
console.log(JSON.stringify({ name, times, peak: (peak - before) * 1024, answer }));
process.exit(0);
