// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RequestHandler } from "express";
import helmet from "helmet";
import { Problem, problem } from "./problem";

/** Security headers of every answer: strict content policy with a nonce, nothing from third parties. */
export function headersFor({ development, origin }: { development: boolean; origin: string }): RequestHandler {
  const socket = origin.replace(/^http/, "ws");
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "script-src": ["'self'", (_req, res) => `'nonce-${(res as { locals?: { nonce: string } }).locals?.nonce}'`],
        "style-src": development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        "img-src": ["'self'", "data:"],
        // Bootstrap Italia carries a symbol font inside its style sheet
        "font-src": ["'self'", "data:"],
        // in development the port may differ from the public address
        "connect-src": development ? ["'self'", "ws:"] : ["'self'", socket],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        // a page of ours may show a file of ours in a frame
        "frame-ancestors": ["'self'"],
      },
    },
    strictTransportSecurity: origin.startsWith("https:") ? undefined : false,
    referrerPolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
  });
}

/** Refuses what no browser sends: an address or a Host that make no URL, and methods that no page has. */
export function plainRequestsOnly(): RequestHandler {
  return (req, res, next) => {
    const plain = req.method !== "TRACE" && URL.canParse(`${req.protocol}://${req.headers.host}${req.url}`) && decodes(req.path);
    if (plain) return next();
    res.status(400).end();
  };
}

function decodes(path: string): boolean {
  try {
    return decodeURIComponent(path) !== "";
  } catch {
    return false;
  }
}

/** Refuses changes asked by another site's page: the Origin of a POST must be ours. */
export function sameOriginOnly(origin: string): RequestHandler {
  return (req, res, next) => {
    const from = req.headers.origin;
    const own = [origin, `${req.protocol}://${req.headers.host}`];
    if (req.method === "GET" || req.method === "HEAD" || from === undefined || own.includes(from)) return next();
    const refusal: Problem = problem("forbidden", { because: "web.problem.foreignOrigin" });
    res.status(refusal.status).json(refusal);
  };
}
