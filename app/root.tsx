// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import sprite from "bootstrap-italia/dist/svg/sprites.svg?no-inline";
import bootstrapItalia from "bootstrap-italia/dist/css/bootstrap-italia.min.css?url";
import { OwnCopies } from "~/documents";
import { Frame } from "~/ui/frame";
import { ProblemPage, problemTitle } from "~/ui/problem-page";
import styles from "~/ui/concerto.css?url";
import { SpriteContext } from "~/ui";
import { type FrameData, frameData } from "~/frame.server";
import { load } from "~/web/guard.server";
import { useNonce } from "~/web/nonce";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: bootstrapItalia },
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = () => [{ title: "Concerto" }];

export const loader = load(async (ctx, { request }): Promise<FrameData> => frameData(ctx, request));

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const { t } = useTranslation();
  const error = useRouteError();
  const frame = useRouteLoaderData<FrameData>("root");
  return (
    <html lang={frame?.locale ?? "it"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {error ? <title>{`${t(problemTitle(error))} · Concerto`}</title> : <Meta />}
        <Links />
      </head>
      <body>
        <SpriteContext.Provider value={sprite}>{children}</SpriteContext.Provider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const frame = useLoaderData<typeof loader>();
  return (
    <Frame {...frame}>
      <OwnCopies personId={frame.viewer?.personId ?? null} />
      <Outlet />
    </Frame>
  );
}

export function ErrorBoundary() {
  const frame = useRouteLoaderData<FrameData>("root");
  const page = <ProblemPage error={useRouteError()} />;
  return frame ? <Frame {...frame}>{page}</Frame> : <main className="container my-5">{page}</main>;
}
