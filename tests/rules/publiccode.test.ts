// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readPlainYaml } from "./plain-yaml";
import { ROOT, textOf } from "./sources";

const description = z.object({
  shortDescription: z.string().min(1).max(150),
  longDescription: z.string().min(150).max(10_000),
  documentation: z.url(),
  apiDocumentation: z.url(),
  features: z.array(z.string().min(1).max(100)).min(5).max(20),
  screenshots: z.array(z.string().regex(/^public\/schermate\/[a-z-]+\.png$/)).optional(),
});

/** What the standard (0.5) asks for and the values it allows, as far as we use them. */
const publiccode = z.strictObject({
  publiccodeYmlVersion: z.literal("0.5"),
  name: z.string().min(1),
  url: z.url(),
  softwareVersion: z.string(),
  releaseDate: z.iso.date(),
  softwareType: z.enum(["standalone/web", "standalone/backend", "library"]),
  platforms: z.array(z.literal("web")).min(1),
  developmentStatus: z.enum(["concept", "development", "beta", "stable", "obsolete"]),
  categories: z.array(z.enum(["digital-citizenship", "collaboration", "document-management", "workflow-management", "online-community"])),
  organisation: z.object({ uri: z.string().regex(/^urn:x-italian-pa:[a-z0-9_]+$/), name: z.string() }),
  intendedAudience: z.object({ countries: z.array(z.string().regex(/^[A-Z]{2}$/)), scope: z.array(z.string()) }),
  description: z.object({ it: description, en: description }),
  legal: z.object({ license: z.literal("AGPL-3.0-or-later"), mainCopyrightOwner: z.string().min(1) }),
  maintenance: z.object({
    type: z.enum(["internal", "contract", "community", "none"]),
    contacts: z.array(z.object({ name: z.string().min(1), email: z.email() })).min(1),
  }),
  localisation: z.object({ localisationReady: z.enum(["true", "false"]), availableLanguages: z.array(z.enum(["it", "en"])).min(1) }),
  dependsOn: z.object({ open: z.array(z.object({ name: z.string() }).loose()) }),
});

describe("publiccode.yml", () => {
  const read = () => readPlainYaml(textOf("publiccode.yml"));

  test("holds the mandatory keys within their limits", () => {
    const { error } = publiccode.safeParse(read());
    expect(error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? []).toEqual([]);
  });

  test("tells the version and licence of package.json", () => {
    const { version, license } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string; license: string };
    expect(read()).toMatchObject({ softwareVersion: version, legal: { license } });
  });

  test("a wrong file would be found", () => {
    expect(() => readPlainYaml("name: a\nname: b")).toThrow(/twice/);
    expect(() => readPlainYaml("platforms: [web]")).toThrow(/plain/);
    expect(publiccode.safeParse(readPlainYaml("name: Concerto")).success).toBe(false);
  });
});

describe("the README", () => {
  const headings = ["Che cos'è e per chi", "Provarlo", "Schermate", "Mappa della casa", "Requisiti", "Installazione", "Configurazione", "Stato e limiti", "Prove", "Documentazione", "Sicurezza", "Titolarità e manutenzione", "Licenza"];

  test("answers what whoever reuses it must know, under the headings asked of public software", () => {
    const found = [...textOf("README.md").matchAll(/^## (.+)$/gm)].map(([, title]) => title);
    expect(headings.filter((heading) => !found.includes(heading))).toEqual([]);
  });

  test("names every setting", () => {
    const settings = [...textOf("app/web/env.server.ts").matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name!);
    expect(settings.length).toBeGreaterThan(8);
    const text = textOf("README.md");
    expect(settings.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  test("starts with what it is, in English", () => {
    expect(textOf("README.md").split("\n").slice(0, 4).join(" ")).toMatch(/Concerto.*municipalit/);
  });
});
