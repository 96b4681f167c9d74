// A reporter for the test runner of Node: writes the counts and the failed tests as JSON.

/** Whether a failure of a suite, or of a test with tests inside, only repeats one of the tests inside. */
const isRepeated = ({ details }) => details.error?.failureType === "subtestsFailed";

export default async function* report(events) {
  const sums = {};
  const failures = [];
  for await (const { type, data } of events) {
    if (type === "test:diagnostic" && data.nesting === 0) {
      const [, name, count] = /^(pass|fail|cancelled) (\d+)$/.exec(data.message) ?? [];
      if (name) sums[name] = Number(count);
    } else if (type === "test:fail" && !isRepeated(data)) {
      failures.push({ title: data.name, file: data.file ?? data.name, line: data.line ?? 1 });
    }
  }
  yield JSON.stringify({
    passed: sums.pass ?? 0,
    failed: (sums.fail ?? 0) + (sums.cancelled ?? 0),
    failures,
  });
}
