// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Editor } from "@tiptap/react";
import { type FormEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui";
import { closeOnEscape } from "./small-form";

const MOST_ROWS = 50;
const MOST_COLUMNS = 12;

/** Asks how large the new table shall be; its first row is the heading. */
export function TableForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useTranslation();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const insert = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const size = (name: string, most: number) => Math.min(most, Math.max(1, Math.round(Number(typed.get(name))) || 1));
    editor.chain().focus().insertTable({ rows: size("rows", MOST_ROWS), cols: size("columns", MOST_COLUMNS), withHeaderRow: true }).run();
    onDone();
  };
  return (
    <form className="tool-form" onSubmit={insert} onKeyDown={closeOnEscape(onDone)} noValidate>
      <label htmlFor="table-rows">{t("documents.table.rows")}</label>
      <input ref={first} id="table-rows" name="rows" type="number" min={1} max={MOST_ROWS} defaultValue={4} className="form-control" />
      <label htmlFor="table-columns">{t("documents.table.columns")}</label>
      <input id="table-columns" name="columns" type="number" min={1} max={MOST_COLUMNS} defaultValue={3} className="form-control" />
      <Button small>{t("documents.table.insert")}</Button>
    </form>
  );
}
