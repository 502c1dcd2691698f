// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Editor } from "@tiptap/react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui";
import { goToMatch, matchesOf, replaceMatches, search } from "../writing/find-text";
import { closeOnEscape } from "./small-form";

/** Finds words and puts others in their place. Enter goes on; what is found is said aloud. */
export function FindForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(() => editor.state.doc.textBetween(editor.state.selection.from, editor.state.selection.to).slice(0, 100));
  const [matchCase, setMatchCase] = useState(false);
  const [other, setOther] = useState("");
  const [said, setSaid] = useState("");
  useEffect(() => field.current?.select(), []);
  useEffect(() => {
    search(editor, { words, matchCase });
    setSaid(words ? t("documents.writing.find.found", { count: matchesOf(editor).length }) : "");
  }, [editor, words, matchCase, t]);
  useEffect(() => () => search(editor, null), [editor]);
  const go = (step: 1 | -1) => {
    const at = goToMatch(editor, step);
    setSaid(at === 0 ? t("documents.writing.find.found", { count: 0 }) : t("documents.writing.find.at", { at, count: matchesOf(editor).length }));
  };
  const replace = (which: "this" | "all") => {
    const count = replaceMatches(editor, other, which);
    if (which === "this") goToMatch(editor, 1);
    setSaid(t("documents.writing.find.replaced", { count }));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    go(1);
  };
  const may = editor.isEditable;
  return (
    <form className="tool-form" onSubmit={onSubmit} onKeyDown={closeOnEscape(onDone)} noValidate role="search">
      <label htmlFor="find-words">{t("documents.writing.find.words")}</label>
      <input ref={field} id="find-words" type="text" className="form-control" autoComplete="off" value={words} onChange={(event) => setWords(event.target.value)} />
      <Button small type="button" look="outline-primary" onClick={() => go(-1)}>
        {t("documents.writing.find.previous")}
      </Button>
      <Button small>{t("documents.writing.find.next")}</Button>
      <span className="tool-check">
        <input id="find-case" type="checkbox" checked={matchCase} onChange={(event) => setMatchCase(event.target.checked)} />
        <label htmlFor="find-case">{t("documents.writing.find.matchCase")}</label>
      </span>
      {may ? (
        <>
          <label htmlFor="find-other">{t("documents.writing.find.other")}</label>
          <input id="find-other" type="text" className="form-control" autoComplete="off" value={other} onChange={(event) => setOther(event.target.value)} />
          <Button small type="button" look="outline-primary" onClick={() => replace("this")}>
            {t("documents.writing.find.replace")}
          </Button>
          <Button small type="button" look="outline-primary" onClick={() => replace("all")}>
            {t("documents.writing.find.replaceAll")}
          </Button>
        </>
      ) : null}
      <Button small type="button" look="outline-primary" onClick={onDone}>
        {t("documents.writing.close")}
      </Button>
      <p className="tool-note" role="status">
        {said}
      </p>
    </form>
  );
}
