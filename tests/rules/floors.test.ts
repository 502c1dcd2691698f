// SPDX-License-Identifier: AGPL-3.0-or-later
import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { filesEnding, importsOf } from "./sources";

/** Lower floors first: a floor never imports a later one. */
const floors = [
  ["web", "ui"],
  ["journal"],
  ["identity"],
  ["registry"],
  ["tables"],
  ["documents"],
  ["meetings"],
  ["plan"],
  ["procedures"],
  ["transparency", "notices", "search", "guide"],
];
const floorOf = (domain: string) => floors.findIndex((names) => names.includes(domain));

type Import = { path: string; domain: string; target: string; targetDomain: string; typeOnly: boolean };

/** Imports from one domain of app/ into another, as paths under app/. */
function crossings(): Import[] {
  return filesEnding([".ts", ".tsx"], ["app"]).flatMap((path) => {
    const domain = path.split("/")[1]!;
    if (floorOf(domain) < 0) return [];
    return importsOf(path).flatMap(({ from, typeOnly }) => {
      const target = from.startsWith("~/") ? from.slice(2) : from.startsWith(".") ? posix.join(posix.dirname(path), from).replace(/^app\//, "") : null;
      if (!target || target.startsWith("..")) return [];
      const targetDomain = target.split("/")[0]!;
      return targetDomain === domain ? [] : [{ path, domain, target, targetDomain, typeOnly }];
    });
  });
}

/** Plain types that lower floors may name: who acts, and what the frame and the operations are handed. */
const typesForAll = ["identity/actor", "frame.server", "compose.server", "entry.server"];

describe("the floors of the house", () => {
  test("an earlier floor never imports a later one", () => {
    const upwards = crossings().filter(
      ({ domain, target, targetDomain, typeOnly }) =>
        !(typeOnly && typesForAll.includes(target)) &&
        // the composed messages are text, not code
        !target.startsWith("messages.") &&
        (floorOf(targetDomain) < 0 ? !["root", "routes"].includes(targetDomain) && !target.startsWith("web/") : floorOf(targetDomain) > floorOf(domain)),
    );
    expect(upwards.map(({ path, target }) => `${path} → ${target}`)).toEqual([]);
  });

  test("another domain is entered by its door", () => {
    const doors = /^[a-z]+(\/index(\.server)?)?$/;
    const through = crossings().filter(
      ({ target, targetDomain, typeOnly }) =>
        floorOf(targetDomain) >= 0 && !["web", "ui"].includes(targetDomain) && !doors.test(target) && !(typeOnly && typesForAll.includes(target)),
    );
    expect(through.map(({ path, target }) => `${path} → ${target}`)).toEqual([]);
  });

  test("realtime knows documents, not domains", () => {
    const knowing = filesEnding([".ts"], ["realtime"]).flatMap((path) => importsOf(path).filter(({ from }) => from.startsWith("~/") || from.includes("/app/")).map(({ from }) => `${path} → ${from}`));
    expect(knowing).toEqual([]);
  });

  test("the database imports no domain, but for the stories of the demonstration city and its command lines", () => {
    const knowing = filesEnding([".ts"], ["db"])
      .filter((path) => !path.startsWith("db/demo/") && !path.endsWith(".cli.ts"))
      .flatMap((path) => importsOf(path).filter(({ from }) => from.startsWith("~/") || /\.\.\/app\//.test(from)).map(({ from }) => `${path} → ${from}`));
    expect(knowing).toEqual(["db/columns.ts → ../app/web/env.server", "db/generate.ts → ../app/web/env.server"]);
  });

  test("what runs in the browser imports no server module", () => {
    const browser = filesEnding([".ts", ".tsx"], ["app", "realtime"]).filter((path) => !/\.server\.tsx?$|\.cli\.ts$|\.page\.tsx$|^app\/(root|entry\.)|serve\.ts$|routes\.js$|vite\.config|messages\./.test(path));
    const leaking = browser.flatMap((path) => importsOf(path).filter(({ from, typeOnly }) => !typeOnly && /\.server$/.test(from)).map(({ from }) => `${path} → ${from}`));
    expect(leaking).toEqual([]);
  });
});
