// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { en } from "~/messages.en";
import { it as italian } from "~/messages.it";
import { codeOf, filesEnding } from "./sources";

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : flatten(value, `${prefix}${key}.`),
  );
}

const itMessages = new Map(flatten(italian as Tree));
const enMessages = new Map(flatten(en as Tree));

describe("the sentences of the interface", () => {
  test("are the same in Italian and English", () => {
    expect([...itMessages.keys()].filter((key) => !enMessages.has(key)), "missing in English").toEqual([]);
    expect([...enMessages.keys()].filter((key) => !itMessages.has(key)), "missing in Italian").toEqual([]);
  });

  test("ask for the same values in both languages", () => {
    const holes = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();
    const different = [...itMessages].filter(([key, text]) => enMessages.has(key) && holes(text).join() !== holes(enMessages.get(key)!).join());
    expect(different.map(([key]) => key)).toEqual([]);
  });

  test("exist wherever the code names them", () => {
    const named = /(?:\bt|translate|no|because|says|redirectWith)\(?[^"'\n]{0,40}?["']([a-z]+(?:\.[A-Za-z0-9_]+)+)["']/g;
    const domains = new Set(Object.keys(italian));
    const known = (key: string) => itMessages.has(key) || itMessages.has(`${key}_one`) || [...itMessages.keys()].some((other) => other.startsWith(`${key}.`));
    const unknown = filesEnding([".ts", ".tsx"], ["app"]).flatMap((path) =>
      [...codeOf(path).matchAll(named)]
        .map(([, key]) => key!)
        .filter((key) => domains.has(key.split(".")[0]!) && !known(key))
        .map((key) => `${path}: ${key}`),
    );
    expect(unknown).toEqual([]);
  });

  test("speak of people and bodies, not of users and workspaces", () => {
    const foreign = [...itMessages].filter(([, text]) => /\b(utent[ei]|workspace|task|submit|loggar\w*|feedback)\b/i.test(text));
    expect(foreign).toEqual([]);
  });
});
