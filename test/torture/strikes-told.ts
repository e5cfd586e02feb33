/** Lines printed where there is no terminal: one for so many. */
const EACH = 10;

/** Says on stderr how far a run has come: on a terminal in one line, elsewhere now and then. */
export function strikesTold(store: string, total: number, of: string): (done: number, what: string) => void {
  const started = performance.now();
  let strikes = 0;
  return (done, what) => {
    const minutes = ((performance.now() - started) / 60_000).toFixed(1);
    const line = `${store}: ${done} of ${total} ${of}, the last kill of ${what}, ${minutes} min`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line}   `);
    else if (++strikes % EACH === 0) process.stderr.write(`${line}\n`);
  };
}
