// SPDX-License-Identifier: AGPL-3.0-or-later
/** The life of a document: draft → in consultation → approved → superseded. Pure; says why a step cannot be taken. */
import { all, type Decision, no, yes } from "~/web/policy";
import type { DocumentState } from "../document";

/** What the machine needs to know of a document. */
export type Stage = {
  state: DocumentState;
  consultationEndsAt: Date | null;
  lockedAt: Date | null;
  lockedReason: string | null;
  closedAt: Date | null;
};

type Step = { from: readonly DocumentState[]; to: DocumentState };

/** The steps there are. `approve` is taken by sealing the text, never by itself. */
export const steps = {
  openConsultation: { from: ["draft"], to: "consultation" },
  extendConsultation: { from: ["consultation"], to: "consultation" },
  closeConsultation: { from: ["consultation"], to: "draft" },
  approve: { from: ["draft", "consultation"], to: "approved" },
  supersede: { from: ["approved"], to: "superseded" },
} as const satisfies Record<string, Step>;

export type StepName = keyof typeof steps;

/** Whether observations, suggestions and comments are being collected at the instant. */
export function inConsultation(stage: Pick<Stage, "state" | "consultationEndsAt">, at: Date): boolean {
  return stage.state === "consultation" && (stage.consultationEndsAt === null || at < stage.consultationEndsAt);
}

/** Whether the text may still change by hand at all in this state. */
export function takesWriting({ state }: Pick<Stage, "state">): boolean {
  return state === "draft" || state === "consultation";
}

/** Whether the step can be taken at the instant, whoever asks, and why not. */
export function mayStep(stage: Stage, name: StepName, at: Date): Decision {
  const step: Step = steps[name];
  return all(
    step.from.includes(stage.state) ? yes() : no(`documents.lifecycle.refused.from.${stage.state}`),
    stage.closedAt ? no("documents.access.closed") : yes(),
    // while a vote or an approval is on nobody moves the document under it; what is approved may be locked for good
    stage.lockedAt && takesWriting(stage) ? no(stage.lockedReason ?? "documents.access.locked") : yes(),
    name === "approve" && inConsultation(stage, at) ? no("documents.lifecycle.refused.stillOpen") : yes(),
  );
}

/** The steps that can be taken now. */
export function stepsNow(stage: Stage, at: Date): StepName[] {
  return (Object.keys(steps) as StepName[]).filter((name) => mayStep(stage, name, at).ok);
}
