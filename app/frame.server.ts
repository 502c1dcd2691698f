// SPDX-License-Identifier: AGPL-3.0-or-later
import { voicesOf } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { readEnv } from "~/web/env.server";
import type { Locale } from "~/web/i18n";

/** What the frame around every page shows. */
export type FrameData = {
  locale: Locale;
  comune: string;
  demo: boolean;
  repositoryUrl: string | null;
  accessibilityUrl: string | null;
  /** Message key of the sentence about the change just made. */
  said: string | null;
  viewer: {
    personId: string;
    label: string;
    administrator: boolean;
    organisationName: string | null;
    roleLabel: string | null;
    affiliationId: string | null;
    voices: { affiliationId: string; organisationName: string; roleLabel: string }[];
  } | null;
};

export async function frameData(ctx: Ctx, request: Request): Promise<FrameData> {
  const env = readEnv();
  const { actor } = ctx;
  const voices = actor ? await voicesOf(ctx.db, actor.personId, ctx.now) : [];
  return {
    locale: ctx.locale,
    comune: env.COMUNE,
    demo: env.DEMO,
    repositoryUrl: env.REPOSITORY_URL ?? null,
    accessibilityUrl: env.ACCESSIBILITY_URL ?? null,
    said: saidIn(request),
    viewer: actor && {
      personId: actor.personId,
      label: actor.personLabel,
      administrator: actor.administrator,
      organisationName: actor.organisationName,
      roleLabel: actor.roleLabel,
      affiliationId: actor.affiliationId,
      voices: voices.map(({ affiliationId, organisationName, roleLabel }) => ({ affiliationId, organisationName, roleLabel })),
    },
  };
}

function saidIn(request: Request): string | null {
  return /(?:^|;\s*)esito=([\w.]+)(?:;|$)/.exec(request.headers.get("cookie") ?? "")?.[1] ?? null;
}
