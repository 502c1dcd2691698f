// SPDX-License-Identifier: AGPL-3.0-or-later
/** The thread that builds documents. One job at a time; whatever goes wrong here costs that job. */
import { parentPort, workerData } from "node:worker_threads";
import * as Y from "yjs";
import { compact } from "./compaction";
import type { Jobs, Reply, Request, TextRules } from "./document-jobs";
import { mergeInTree } from "./state";

const { textRules } = workerData as { textRules: string | null };
let loaded: Promise<TextRules> | undefined;

/** The rules are only loaded when a job needs them: they bring the editor's whole schema along. */
function rules(): Promise<TextRules> {
  if (textRules === null) throw new Error("No rules about texts were given");
  return (loaded ??= import(textRules) as Promise<TextRules>);
}

async function isSuggestion({ before, update, who }: Jobs["isSuggestion"]["asks"]): Promise<boolean> {
  const state = mergeInTree(before);
  return (await rules()).isSuggestion(state, mergeInTree([state, update]), who);
}

async function work(request: Request): Promise<Reply> {
  switch (request.job) {
    case "compact":
      return { ok: true, answer: compact(request.asks.parts) };
    case "since":
      return { ok: true, answer: Y.diffUpdate(request.asks.base, request.asks.vector) };
    case "isReadable":
      return { ok: true, answer: (await rules()).isReadable(mergeInTree(request.asks.parts)) };
    case "isSuggestion":
      return { ok: true, answer: await isSuggestion(request.asks) };
  }
}

parentPort?.on("message", (request: Request) => {
  work(request)
    .catch((failure: unknown): Reply => ({ ok: false, message: String(failure) }))
    .then((reply) => parentPort?.postMessage(reply));
});
