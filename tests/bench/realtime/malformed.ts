// SPDX-License-Identifier: AGPL-3.0-or-later
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import type { Options, Row } from "../table";
import { CONCERTO, type Contender, HOCUSPOCUS, type RunningServer, serve, stored, Y_WEBSOCKET } from "./contenders";
import { enter } from "./jobs/person";
import { keystrokes } from "./texts";

const CONTENDERS = [CONCERTO, Y_WEBSOCKET, HOCUSPOCUS];

type Count = { sent: number; acknowledged: number; deaths: number };

/** Truncations and flipped bits of a real update that Yjs itself cannot read: is anything of the kind called saved? */
export async function malformed({ quick }: Options, say: (s: string) => void): Promise<Row[]> {
  const rubbish = damaged(quick ? 40 : 100);
  const counts = await Promise.all(
    CONTENDERS.map((contender) =>
      offer(contender, rubbish).catch((failure: Error) => {
        if (contender === CONCERTO) throw failure;
        return null;
      }),
    ),
  );
  const words = (count: Count | null | undefined) => (count ? wordsOf(count) : "not measured");
  const wordsOf = ({ sent, acknowledged, deaths }: Count) => `${acknowledged} of ${sent}${deaths > 0 ? `, the server died ${deaths} times` : ""}`;
  CONTENDERS.forEach(({ name }, i) => say(`  ${name}: acknowledged ${words(counts[i])}`));
  const ours = counts[0] as Count;
  return [
    {
      dimension: "malformed updates acknowledged",
      value: words(ours),
      against: CONTENDERS.slice(1).map(({ name }, i) => `${name} ${words(counts[i + 1])}`).join(" · "),
      ratio: "",
      target: "0",
      ok: ours.acknowledged === 0 && ours.deaths === 0,
    },
  ];
}

function damaged(count: number): Uint8Array[] {
  const whole = Y.mergeUpdates(keystrokes(1000, 5, 0));
  const truncated = Array.from({ length: whole.length - 1 }, (_, i) => whole.slice(0, i + 1));
  const flipped = Array.from({ length: whole.length * 8 }, (_, i) => {
    const copy = whole.slice();
    copy[i >> 3] = (copy[i >> 3] as number) ^ (1 << (i & 7));
    return copy;
  });
  const unreadable = [...truncated, ...flipped].filter((update) => {
    try {
      Y.decodeUpdate(update);
      Y.applyUpdate(new Y.Doc(), update);
      return false;
    } catch {
      return true;
    }
  });
  const every = Math.ceil(unreadable.length / count);
  return unreadable.filter((_, i) => i % every === 0);
}

async function offer(contender: Contender, rubbish: Uint8Array[]): Promise<Count> {
  const document = "rotto";
  const { dataDir, remove } = await stored(contender, [document], null);
  const count: Count = { sent: 0, acknowledged: 0, deaths: 0 };
  let server = await serve(contender, dataDir, [document], null, false);
  try {
    for (const update of rubbish) {
      if (await isAcknowledged(contender, server, document, update, count.sent++)) count.acknowledged++;
      if (server.alive()) continue;
      count.deaths++;
      server = await serve(contender, dataDir, [document], null, false);
    }
  } finally {
    await server.kill();
    remove();
  }
  return count;
}

/** Sends one bad update, asks whether it is saved, then asks for the text: frames are answered in order. */
async function isAcknowledged({ dialect }: Contender, server: RunningServer, document: string, update: Uint8Array, index: number): Promise<boolean> {
  let acknowledgements = 0;
  let answers = 0;
  let questions = 0;
  const person = await enter({ dialect, port: server.port }, document, `prova-${index}`, ({ kind }) => {
    if (kind === "ack") acknowledgements++;
    if (kind === "answer") answers++;
  }, () => questions++);
  person.socket.on("error", () => {});
  const closed = once(person.socket, "close");
  const open = () => person.socket.readyState === person.socket.OPEN;
  const until = async (condition: () => boolean) => {
    for (let i = 0; i < 500 && open() && server.alive() && !condition(); i++) await pause(4);
  };
  const numbered = person.dialect.barrier !== undefined;
  // the server's question was answered, and where each answer is acknowledged that has come too
  await until(() => answers > 0 && questions > 0);
  if (dialect === "hocuspocus") await until(() => acknowledgements > 0);
  const [before, known] = [acknowledgements, answers];
  person.send(update);
  if (numbered) person.socket.send(person.dialect.barrier?.(1) as Uint8Array);
  for (const frame of person.dialect.opening(document).slice(-1)) person.socket.send(frame);
  await until(() => answers > known);
  const acknowledged = acknowledgements > before;
  person.socket.terminate();
  await closed;
  return acknowledged;
}
