// SPDX-License-Identifier: AGPL-3.0-or-later
/** Editors of one text, each with its own copy of the shared state, and the log to which they send. */
import type { JSONContent } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { type Authorship, authorshipIn } from "~/documents/attribution/authorship";
import { Ledger } from "~/documents/attribution/ledger";
import type { LogRow } from "~/documents/attribution/sittings";
import { each } from "~/documents/attribution/stretches";
import { TEXT, textSchema } from "~/documents/schema/extensions";

const schema = textSchema();
export const START = Date.parse("2026-03-10T09:00:00Z");
const MINUTE = 60_000;

/** A log in memory, as the server keeps it. */
export function openLog() {
  const rows: LogRow[] = [];
  const copies: Y.Doc[] = [];

  function store(bytes: Uint8Array, who: Partial<LogRow>): void {
    const seq = rows.length + 1;
    rows.push({ seq, at: START + seq * MINUTE, personId: "?", organisationId: null, sessionId: null, kind: "update", recovering: false, bytes, ...who });
  }

  /** Somebody with the document open. What they write stays with them until `send`; what others sent arrives with `receive`. */
  function pen(body: string, personId = `Referente ${body}`) {
    const doc = new Y.Doc();
    copies.push(doc);
    let received = 0;
    let unsent: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array, origin: unknown) => origin !== "log" && unsent.push(update));
    const receive = () => {
      for (; received < rows.length; received++) Y.applyUpdate(doc, (rows[received] as LogRow).bytes, "log");
    };
    const send = (more: Partial<LogRow> = {}) => {
      if (unsent.length === 0) return;
      store(Y.mergeUpdates(unsent), { personId, organisationId: body, sessionId: `seduta ${personId}`, ...more });
      unsent = [];
    };
    const fragment = doc.getXmlFragment(TEXT);
    const now = (): Node => yXmlFragmentToProseMirrorRootNode(fragment, schema);
    /** Makes the text what `change` makes of it, the way the editor does: by the smallest change it can find. */
    const rewrite = (change: (blocks: JSONContent[]) => JSONContent[]) => {
      const blocks = (now().toJSON() as JSONContent).content ?? [];
      const after = schema.nodeFromJSON({ type: "doc", content: change(structuredClone(blocks)) });
      doc.transact(() => updateYFragment(doc, fragment, after, { mapping: new Map(), isOMark: new Map() }));
    };
    const edit = (change: (blocks: JSONContent[]) => JSONContent[], more: Partial<LogRow> = {}) => {
      receive();
      rewrite(change);
      send(more);
    };
    return { doc, fragment, now, receive, send, rewrite, edit };
  }

  function read(upTo = rows.length): Authorship {
    const ledger = new Ledger();
    for (const row of rows.slice(0, upTo)) ledger.take(row);
    const found = authorshipIn(ledger);
    ledger.destroy();
    return found;
  }

  return { rows, pen, read };
}

export const paragraph = (text: string, id?: string): JSONContent => ({ type: "paragraph", attrs: id ? { id } : {}, content: text === "" ? [] : [{ type: "text", text }] });

export const textOf = (block: JSONContent): string => (block.type === "text" ? (block.text ?? "") : (block.content ?? []).map(textOf).join(""));

/** Whose each letter is, place by place: "Cooperativa:Le famiglie |Direzione:chiedono". */
export function told(authorship: Authorship, text: Node | JSONContent): string {
  const words: string[] = [];
  const visit = (block: JSONContent) => (block.type === "text" ? words.push(block.text ?? "") : block.content?.forEach(visit));
  visit("toJSON" in text && typeof text.toJSON === "function" ? (text.toJSON() as JSONContent) : (text as JSONContent));
  const all = words.join("");
  let at = 0;
  return authorship.places
    .map(({ runs }) => {
      const said: string[] = [];
      each(runs, (length, contributor) => {
        const { organisationId, uncertain } = authorship.contributors[contributor] as Authorship["contributors"][number];
        said.push(`${organisationId}${uncertain ? "?" : ""}:${all.slice(at, at + length)}`);
        at += length;
      });
      return said.join("|");
    })
    .join("\n");
}
