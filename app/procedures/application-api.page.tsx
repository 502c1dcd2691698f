// SPDX-License-Identifier: AGPL-3.0-or-later
import { load } from "~/web/guard.server";
import { findApplication } from "./application-rows.server";
import { openReceived } from "./read-received.server";

/** `GET /api/v1/candidature/:id`: state and, once sent, the package. Answers whom the page answers, and refuses whom it refuses. */
export const loader = load(async (ctx, { params }) => {
  const id = params.id ?? "";
  const { application, dossier } = await findApplication(ctx, id);
  const sent = application.state === "draft" ? null : await openReceived(ctx, id);
  return Response.json(
    {
      id, title: application.title, state: application.state,
      procedure: { id: dossier.procedure.id, code: dossier.procedure.code },
      receipt: sent && { number: sent.receipt.number, receivedAt: sent.receipt.receivedAt.toISOString(), packageSha256: sent.receipt.packageSha256 },
      package: sent?.content ?? null,
    },
    { headers: { "Cache-Control": "private, no-store" } },
  );
});
