import { streamNames } from '../../src/stores/stream-names.ts';
import type { Ledger, LedgerRow } from '../../src/stores/ledger.ts';
import { chainOf, endOf, lastVersion, NO_HASH } from '../../src/stores/sealing/chain.ts';
import { sealedStore } from '../../src/stores/sealing/sealed-store.ts';
import type { Store, StoredEvent } from '../../src/stores/store.ts';
import type { Memoir } from './memoir.ts';
import { OPERATOR_KEY } from './world.ts';

/** How often each thing was found that must never be; and how much was looked at. */
export interface Findings {
  conversations: number;
  messages: number;
  cases: number;
  /** Messages the person was shown as saved, or as answered, that the store does not have. */
  lost: number;
  duplicated: number;
  /** Messages stored in another order than they were sent. */
  outOfOrder: number;
  /** Entries that were shown and are not in the store as they were shown, or that came twice or out of order. */
  misshown: number;
  casesLost: number;
  casesDoubled: number;
  /** Events whose hash does not follow from the one before. */
  brokenLinks: number;
  /** What was found, in words; at most a few of each. */
  remarks: string[];
}

const PAGE = 500;
const MOST_REMARKS = 20;

/** Compares what people remember with what the store holds. */
export async function inquest(memoirs: Memoir[], ledger: Ledger): Promise<Findings> {
  const store = sealedStore(ledger, OPERATOR_KEY);
  const findings: Findings = {
    conversations: memoirs.length,
    messages: memoirs.reduce((sum, memoir) => sum + memoir.acknowledged.size, 0),
    cases: memoirs.reduce((sum, memoir) => sum + memoir.cases.length, 0),
    lost: 0,
    duplicated: 0,
    outOfOrder: 0,
    misshown: 0,
    casesLost: 0,
    casesDoubled: 0,
    brokenLinks: 0,
    remarks: [],
  };
  for (const memoir of memoirs)
    judge(memoir, await store.read(`conversation-${memoir.conversation}`), findings);
  await judgeCases(store, findings);
  await judgeChains(ledger, findings);
  return findings;
}

function judge(memoir: Memoir, events: StoredEvent[], findings: Findings): void {
  const { conversation, sent, acknowledged, answered, shown, faults } = memoir;
  const remark = (what: string): void => note(findings, `${conversation}: ${what}`);
  const said = events.flatMap(({ event }) => (event.type === 'UserSaid' ? [event.message] : []));
  const replied = new Set(
    events.flatMap(({ event }) => (event.type === 'BotReplied' ? [event.message] : [])),
  );
  for (const id of acknowledged) {
    if (said.includes(id)) continue;
    findings.lost++;
    remark(`message ${id} was shown as saved and is not there`);
  }
  for (const id of answered) {
    if (replied.has(id)) continue;
    findings.lost++;
    remark(`the answer to ${id} was shown and is not there`);
  }
  const twice = said.length - new Set(said).size;
  findings.duplicated += twice;
  if (twice > 0) remark(`${twice} message(s) twice`);
  const order = said.map(id => sent.indexOf(id));
  const astray = order.filter((place, at) => at > 0 && place <= (order[at - 1] ?? -1)).length;
  findings.outOfOrder += astray;
  if (astray > 0) remark(`out of order: ${said.join(' ')}`);
  const types = new Map(events.map(({ version, event }) => [version, event.type]));
  const unfounded = [...shown.keys()].filter(
    version => !['UserSaid', 'BotReplied'].includes(types.get(version) ?? ''),
  );
  const unseen = [...types].filter(
    ([version, type]) => (type === 'UserSaid' || type === 'BotReplied') && !shown.has(version),
  );
  findings.misshown += faults.length + unfounded.length + unseen.length;
  for (const fault of faults) remark(fault);
  if (unfounded.length > 0) remark(`shown and not stored: versions ${unfounded.join(' ')}`);
  if (unseen.length > 0)
    remark(`stored and never shown: versions ${unseen.map(([version]) => version).join(' ')}`);
}

/** Every case that was filed is opened once, and none is opened that was not filed. */
async function judgeCases(store: Store, findings: Findings): Promise<void> {
  const filed = new Map<string, number>();
  for await (const stream of streamNames(store, 'conversation-')) {
    for (const { event } of await store.read(stream)) {
      if (event.type === 'CaseFiled') filed.set(event.number, (filed.get(event.number) ?? 0) + 1);
    }
  }
  for (const [number, times] of filed) {
    const opened = (await store.read(`case-${number}`)).filter(({ event }) => event.type === 'CaseOpened');
    if (opened.length === 0) findings.casesLost++;
    if (opened.length > 1 || times > 1) findings.casesDoubled++;
    if (opened.length !== 1 || times > 1)
      note(findings, `case ${number}: filed ${times} time(s), opened ${opened.length} time(s)`);
  }
  for await (const stream of streamNames(store, 'case-')) {
    if (filed.has(stream.slice('case-'.length))) continue;
    findings.casesDoubled++;
    note(findings, `${stream} was never filed`);
  }
}

async function judgeChains(ledger: Ledger, findings: Findings): Promise<void> {
  for (let after = ''; ; ) {
    const streams = await ledger.streams('', after, PAGE);
    after = streams.at(-1) ?? '';
    if (after === '') return;
    for (const stream of streams) {
      const broken = brokenLinksIn(await ledger.read(stream, 0));
      findings.brokenLinks += broken;
      if (broken > 0) note(findings, `${stream}: ${broken} broken link(s)`);
    }
  }
}

function brokenLinksIn(rows: LedgerRow[]): number {
  let [previous, version, broken] = [NO_HASH, 0, 0];
  for (const row of rows) {
    const holds =
      row.previous === previous && row.version === version + 1 && chainOf(row).equals(Buffer.from(row.chain));
    if (!holds) broken++;
    [previous, version] = [endOf(row), lastVersion(row)];
  }
  return broken;
}

function note({ remarks }: Findings, remark: string): void {
  if (remarks.length < MOST_REMARKS) remarks.push(remark);
}

/** How many things were found that must never be. */
export const faultsIn = (findings: Findings): number =>
  findings.lost +
  findings.duplicated +
  findings.outOfOrder +
  findings.misshown +
  findings.casesLost +
  findings.casesDoubled +
  findings.brokenLinks;
