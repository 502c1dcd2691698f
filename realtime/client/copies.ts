// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Copies of documents on this device, in IndexedDB: what one has read opens at once, and what one types without a
 * connection survives the closing of the page. One database holds the copies of everybody who uses this browser, each
 * under person, body, document and epoch, so that clearing a person's copies is one act. y-indexeddb was considered: it
 * neither tells when a write is on the device nor that it failed, and the badge must know both.
 */
const DATABASE = "concerto-copies";
const ROW_IDS = "updates";
const NAMES = "copies";

/**
 * Whose copy, of what. A copy of another epoch must not be merged: the past it belongs to was replaced. `aside`: words
 * that the server refused, put apart at that instant (milliseconds); they are offered to their author and sent no more.
 */
export type CopyName = {
  personId: string;
  organisationId: string | null;
  documentId: string;
  epoch: number;
  aside?: number | undefined;
};

/** A copy as listed. `unsent`: it holds words that the server has not confirmed. */
export type CopyFacts = CopyName & { title: string; changedAt: number; unsent: boolean };

/** One Yjs update. `unsent` until the server has confirmed it. */
export type CopyRow = { id: number; bytes: Uint8Array; unsent: boolean };

type StoredRow = { copy: string; bytes: Uint8Array; unsent: 0 | 1 };
type StoredName = CopyName & { copy: string; title: string; changedAt: number };

export type Copies = Awaited<ReturnType<typeof openCopies>>;

/** Opens the database. Rejects where the browser keeps nothing: private windows, blocked storage, a full disk. */
export async function openCopies(factory: IDBFactory = globalThis.indexedDB) {
  const db = await open(factory);
  const start = (mode: IDBTransactionMode, durability: IDBTransactionDurability = "default") => {
    const transaction = db.transaction([NAMES, ROW_IDS], mode, { durability });
    return { names: transaction.objectStore(NAMES), rows: transaction.objectStore(ROW_IDS), end: ended(transaction) };
  };
  return {
    /** All rows of a copy, in the order in which they were written. */
    async rows(name: CopyName): Promise<CopyRow[]> {
      const { rows } = start("readonly");
      const index = rows.index("copy");
      const [ids, values] = await Promise.all([
        answered(index.getAllKeys(keyOf(name))),
        answered(index.getAll(keyOf(name)) as IDBRequest<StoredRow[]>),
      ]);
      return values.map(({ bytes, unsent }, i) => ({ id: ids[i] as number, bytes, unsent: unsent === 1 }));
    },
    /** Adds rows; resolves with their ids once they are on the device, on its disk when `strict`. */
    async write(name: CopyName, title: string, added: Omit<CopyRow, "id">[], { strict = false } = {}): Promise<number[]> {
      const { names, rows, end } = start("readwrite", strict ? "strict" : "default");
      names.put({ ...name, copy: keyOf(name), title, changedAt: Date.now() } satisfies StoredName);
      const ids = added.map((row) => answered(rows.add(storedRow(name, row))));
      await end;
      return (await Promise.all(ids)) as number[];
    },
    /** The server has confirmed these rows. */
    async settle(ids: number[]): Promise<void> {
      const { rows, end } = start("readwrite");
      for (const id of ids) {
        const found = rows.get(id) as IDBRequest<StoredRow | undefined>;
        found.onsuccess = () => found.result && rows.put({ ...found.result, unsent: 0 }, id);
      }
      await end;
    },
    /** Puts one row in the place of several that say the same. */
    async replace(name: CopyName, ids: number[], row: Omit<CopyRow, "id">): Promise<number> {
      const { rows, end } = start("readwrite");
      const added = answered(rows.add(storedRow(name, row)));
      for (const id of ids) rows.delete(id);
      await end;
      return (await added) as number;
    },
    /** Puts the unsent rows of a copy apart and removes the copy itself. */
    async setAside(name: CopyName): Promise<void> {
      const { names, rows, end } = start("readwrite");
      const apart = { ...name, aside: Date.now() };
      const known = names.get(keyOf(name)) as IDBRequest<StoredName | undefined>;
      known.onsuccess = () => known.result && names.put({ ...known.result, ...apart, copy: keyOf(apart) });
      names.delete(keyOf(name));
      const cursor = rows.index("copy").openCursor(keyOf(name));
      cursor.onsuccess = () => {
        if (!cursor.result) return;
        const row = cursor.result.value as StoredRow;
        if (row.unsent === 1) cursor.result.update({ ...row, copy: keyOf(apart) });
        else cursor.result.delete();
        cursor.result.continue();
      };
      await end;
    },
    /** The copies on this device, latest change first. */
    async list(): Promise<CopyFacts[]> {
      const { names, rows } = start("readonly");
      const found = await answered(names.getAll() as IDBRequest<StoredName[]>);
      const unsent = await Promise.all(found.map(({ copy }) => answered(rows.index("unsent").count([copy, 1]))));
      return found
        .map(({ copy: _, ...name }, i) => ({ ...name, unsent: (unsent[i] ?? 0) > 0 }))
        .sort((a, b) => b.changedAt - a.changedAt);
    },
    /** Removes copies with all their rows. */
    async remove(which: CopyName[]): Promise<void> {
      const { names, rows, end } = start("readwrite");
      for (const key of which.map(keyOf)) {
        names.delete(key);
        const cursor = rows.index("copy").openKeyCursor(key);
        cursor.onsuccess = () => {
          if (!cursor.result) return;
          rows.delete(cursor.result.primaryKey);
          cursor.result.continue();
        };
      }
      await end;
    },
    close: () => db.close(),
  };
}

const keyOf = ({ personId, organisationId, documentId, epoch, aside }: CopyName): string =>
  [personId, organisationId ?? "", documentId, epoch, ...(aside === undefined ? [] : [aside])].join("/");

const storedRow = (name: CopyName, { bytes, unsent }: Omit<CopyRow, "id">): StoredRow => ({ copy: keyOf(name), bytes, unsent: unsent ? 1 : 0 });

function open(factory: IDBFactory): Promise<IDBDatabase> {
  const opening = factory.open(DATABASE, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(NAMES, { keyPath: "copy" });
    const rows = opening.result.createObjectStore(ROW_IDS, { autoIncrement: true });
    rows.createIndex("copy", "copy");
    rows.createIndex("unsent", ["copy", "unsent"]);
  };
  return answered(opening).then((db) => {
    // a later version of the page wants to change the shape: make way
    db.onversionchange = () => db.close();
    return db;
  });
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The device keeps no copies"));
  });
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("The device could not keep the copy"));
  });
}
