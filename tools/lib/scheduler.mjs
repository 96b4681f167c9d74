// Runs tasks side by side, each as soon as everything that it needs has succeeded.

/**
 * @typedef {object} Task
 * @property {string} name
 * @property {string[]} [needs]  names of tasks that have to succeed first
 * @property {string} [lock]  of the tasks with the same lock, one runs at a time: they would wait for each other
 * @property {boolean} [alone]  nothing else runs beside it, for it measures time
 * @property {() => Promise<boolean>} run  whether the tasks that need this one may run
 *
 * Runs the tasks, the first that can run first, at most `slots` at a time.
 *
 * @param {Task[]} tasks
 * @param {number} slots
 * @returns {Promise<string[]>} the names of the tasks that did not run, because one that they need failed
 */
export async function runTasks(tasks, slots) {
  const names = new Set(tasks.map(({ name }) => name));
  for (const { name, needs = [] } of tasks) {
    const missing = needs.find((need) => !names.has(need));
    if (missing) throw new Error(`the task ${name} needs ${missing}, and there is no such task`);
  }
  const waiting = [...tasks];
  const running = new Map();
  const succeeded = new Set();

  const canRun = ({ needs = [], lock, alone }) => {
    const others = [...running.keys()];
    return (
      others.length < (alone ? 1 : slots) &&
      !others.some((other) => other.alone || (lock !== undefined && other.lock === lock)) &&
      needs.every((need) => succeeded.has(need))
    );
  };

  while (true) {
    for (let next = waiting.find(canRun); next !== undefined; next = waiting.find(canRun)) {
      const task = next;
      waiting.splice(waiting.indexOf(task), 1);
      const ended = task.run().then((isGood) => {
        if (isGood) succeeded.add(task.name);
        running.delete(task);
      });
      running.set(task, ended);
    }
    // A task that is still waiting now waits for one that failed, or for one that waits itself.
    if (running.size === 0) return waiting.map(({ name }) => name);
    await Promise.race(running.values());
  }
}
