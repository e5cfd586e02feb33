// Loaded into the server that is fuzzed, with --expose-gc: a signal makes it say how much it keeps.
let times = 0;
process.on('SIGUSR2', () => {
  globalThis.gc();
  globalThis.gc();
  process.stderr.write(`heap ${process.memoryUsage().heapUsed} of the fuzzed server, time ${++times}\n`);
});
