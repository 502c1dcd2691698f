// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Files of the house under `DATA_DIR/files`, each named by the SHA-256 of what is in it: the same bytes are kept once, and
 * a file that was altered no longer answers to its name. Nothing is ever changed or removed here.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile as readBytes, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";

export type StoredFile = { sha256: string; size: number };

export type Files = {
  /** Keeps the bytes; resolves when they would survive a loss of power. To be called before the transaction whose rows name the file. */
  putFile(bytes: Uint8Array): Promise<StoredFile>;
  /** The bytes of a file. Throws when it is not there or is not what it was. */
  readFile(sha256: string): Promise<Buffer>;
  hasFile(sha256: string): Promise<boolean>;
  /** Every file whose bytes are not those of its name, and how many were looked at. */
  checkFiles(): Promise<{ files: number; altered: string[] }>;
};

const NAME = /^[a-f\d]{64}$/;

/** The files below a data folder, which need not exist yet. */
export function openFiles(dataDir: string): Files {
  const root = join(dataDir, "files");
  const placeOf = (sha256: string) => {
    if (!NAME.test(sha256)) throw new Error("A file is named by its SHA-256");
    return join(root, sha256.slice(0, 2), sha256.slice(2));
  };
  return {
    async putFile(bytes) {
      const sha256 = digest(bytes);
      const place = placeOf(sha256);
      const kept = { sha256, size: bytes.byteLength };
      const present = await readBytes(place).catch(() => null);
      if (present && digest(present) === sha256) return kept;
      await mkdir(join(place, ".."), { recursive: true });
      const partial = `${place}.${randomUUID()}.tmp`;
      try {
        const handle = await open(partial, "wx");
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(partial, place);
      } catch (failure) {
        await rm(partial, { force: true });
        throw failure;
      }
      await syncFolder(join(place, ".."));
      return kept;
    },
    async readFile(sha256) {
      const bytes = await readBytes(placeOf(sha256));
      if (digest(bytes) !== sha256) throw new Error(`The file ${sha256} is not what it was`);
      return bytes;
    },
    hasFile: (sha256) => stat(placeOf(sha256)).then(
      () => true,
      () => false,
    ),
    async checkFiles() {
      const altered: string[] = [];
      let files = 0;
      for (const folder of await foldersOf(root)) {
        for (const rest of await readdir(join(root, folder))) {
          if (rest.endsWith(".tmp")) continue;
          files++;
          const name = folder + rest;
          if (digest(await readBytes(join(root, folder, rest))) !== name) altered.push(name);
        }
      }
      return { files, altered: altered.sort() };
    },
  };
}

const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** The name of a new file survives a loss of power only when its folder is on disk too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

async function foldersOf(root: string): Promise<string[]> {
  if (!(await stat(root).catch(() => null))) return [];
  const entries = await readdir(root, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
}
