// SPDX-License-Identifier: AGPL-3.0-or-later
import { PassThrough } from "node:stream";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { localeOf } from "~/web/i18n";
import { NonceContext } from "~/web/nonce";
import { translator } from "~/web/translate.server";

export { house } from "./compose.server";
export { operations } from "./web/operations.server";

const RENDER_MS = 5_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  await setCookies(headers, request, context);
  headers.set("Content-Type", "text/html; charset=utf-8");
  // pages differ by person and language: nothing between us and the browser may keep them
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={context.nonce}>
        <I18nextProvider i18n={translator(localeOf(request))}>
          <RemixServer context={remix} url={request.url} nonce={context.nonce} />
        </I18nextProvider>
      </NonceContext.Provider>,
      {
        nonce: context.nonce,
        [isbot(request.headers.get("user-agent")) ? "onAllReady" : "onShellReady"]() {
          const body = new PassThrough();
          body.on("close", () => clearTimeout(timer));
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }));
          pipe(body);
        },
        onShellError: reject,
        onError(failure: unknown) {
          failed = true;
          context.site.log.error({ requestId: context.requestId, err: failure }, "rendering failed");
        },
      },
    );
    const timer = setTimeout(abort, RENDER_MS);
  });
}

export async function handleDataRequest(
  response: Response,
  { request, context }: { request: Request; context: AppLoadContext },
): Promise<Response> {
  await setCookies(response.headers, request, context);
  return response;
}

export function handleError(failure: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  // refusals are answers, already written where they were made; an address asked in a way it does not know is no error of ours
  if (request.signal.aborted || failure instanceof Response || isRouteErrorResponse(failure)) return;
  context.site.log.error({ requestId: context.requestId, err: failure }, "unexpected");
}

/** Renews the session in use, and forgets the sentence about the last change once a page has shown it. */
async function setCookies(headers: Headers, request: Request, context: AppLoadContext): Promise<void> {
  const written = headers.get("Set-Cookie") ?? "";
  const spoken = await context.spoken;
  if (spoken?.setCookie && !written.includes("sessione=")) headers.append("Set-Cookie", spoken.setCookie);
  const shown = request.method === "GET" && /(?:^|;\s*)esito=/.test(request.headers.get("cookie") ?? "");
  if (shown && !written.includes("esito=")) headers.append("Set-Cookie", "esito=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly");
}
