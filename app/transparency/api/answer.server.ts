// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Ctx } from "~/web/context";
import { readEnv } from "~/web/env.server";
import { contextOf } from "~/web/guard.server";
import { Problem, problem, type ProblemShape } from "~/web/problem";
import { translate } from "~/web/translate.server";

export type ApiRequest = {
  params: Record<string, string | undefined>;
  query: Record<string, string>;
  /** The absolute address of one of our paths. */
  link(path: string): string;
};

const open = {
  "Cache-Control": "no-store",
  "Access-Control-Allow-Origin": "*",
  "X-Content-Type-Options": "nosniff",
};

/**
 * Wraps a read of the public interface: always as nobody, whatever session the caller carries, so that it never tells
 * more than the public pages. Answers a JSON object; refusals are Problem JSON (RFC 9457).
 */
export function answer(handler: (ctx: Ctx, request: ApiRequest) => Promise<object>) {
  return async (args: LoaderFunctionArgs): Promise<Response> => {
    const url = new URL(args.request.url);
    const locale = "it";
    try {
      const ctx = { ...(await contextOf(args)), actor: null, locale } as const;
      const body = await handler(ctx, { params: args.params, query: Object.fromEntries(url.searchParams), link: absolute });
      return Response.json(body, { headers: open });
    } catch (failure) {
      if (failure instanceof Problem) return problemJson(failure, url.pathname);
      args.context.site.log.error({ requestId: args.context.requestId, path: url.pathname, err: failure }, "request failed");
      return problemJson(problem("broken", { values: { requestId: args.context.requestId } }), url.pathname);
    }
  };
}

function absolute(path: string): string {
  return readEnv().origin + path;
}

function problemJson(failure: Problem, instance: string): Response {
  const { kind, because, values, fields }: ProblemShape = failure.toJSON();
  const explained: Partial<Record<ProblemShape["kind"], string>> = {
    missing: translate("it", "transparency.api.missing"),
    invalid: translate("it", "transparency.api.invalid", { fields: Object.keys(fields ?? {}).join(", ") }),
  };
  const body = {
    type: absolute(`/guida/interfaccia#${kind}`),
    title: translate("it", `web.problem.title.${kind}`),
    status: failure.status,
    detail: explained[kind] ?? translate("it", because, values),
    instance,
  };
  return Response.json(body, { status: failure.status, headers: { ...open, "Content-Type": "application/problem+json" } });
}
