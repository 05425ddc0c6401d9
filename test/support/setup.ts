// Runs before every file of element tests: what went wrong without anybody asking fails the test it happened in.

const seen: Error[] = [];

const asError = (thrown: unknown) => (thrown instanceof Error ? thrown : new Error(String(thrown)));

addEventListener('error', (event) => {
  // A browser says so whenever an observer is a frame late; nothing is lost.
  if (!event.message.includes('ResizeObserver loop')) seen.push(asError(event.error ?? event.message));
});

addEventListener('unhandledrejection', (event) => seen.push(asError(event.reason)));

const { error: print } = console;
console.error = (...args: unknown[]) => {
  seen.push(new Error(`console.error: ${args.map(String).join(' ')}`));
  print(...args);
};

afterEach(async () => {
  // Rejections are reported a task after they happen.
  await new Promise((resolve) => setTimeout(resolve));
  const [first] = seen.splice(0);
  if (first) throw first;
});
