// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Editor, JSONContent } from "@tiptap/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { OutlineList } from "../parts/outline-list";
import { missingHeadings } from "../schema/missing-headings";
import { anchorOf, type Entry, outlineOf } from "../schema/outline";
import { withoutSuggestions } from "../schema/suggested/resolve";
import { countWords, plainText } from "../schema/text";

/** The text is looked at when the hands rest. */
const REST_MS = 500;

export type AboutText = { words: number; outline: Entry[]; missing: string[] };

/** Of a text with proposals in it: what is only proposed is not counted, and what is only proposed to go still is. */
export function aboutOf(text: JSONContent, template: string): AboutText {
  const accepted = withoutSuggestions(text);
  return { words: countWords(plainText(accepted)), outline: outlineOf(text), missing: missingHeadings(template, accepted) };
}

/** What can be said of the text as it stands: how long it is, its headings, what its template still asks for. */
export function useAboutText(editor: Editor | null, template: string): AboutText {
  const [about, setAbout] = useState<AboutText>({ words: 0, outline: [], missing: [] });
  useEffect(() => {
    if (!editor) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => setAbout(aboutOf(editor.getJSON(), template));
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(look, REST_MS);
    };
    look();
    editor.on("update", later);
    return () => {
      clearTimeout(timer);
      editor.off("update", later);
    };
  }, [editor, template]);
  return about;
}

/** The headings; a press moves the text there, and the caret too where one writes. */
export function LiveOutline({ editor, entries }: { editor: Editor; entries: Entry[] }) {
  const go = ({ id }: Entry) => {
    editor.state.doc.descendants((node, pos) => {
      if (node.type.name !== "heading" || anchorOf(node.attrs.id) !== id) return true;
      (editor.view.nodeDOM(pos) as HTMLElement | null)?.scrollIntoView({ block: "center" });
      editor.chain().setTextSelection(pos + 1).focus(undefined, { scrollIntoView: false }).run();
      return false;
    });
  };
  return <OutlineList entries={entries} onGo={go} />;
}

/** What the template asks for and nobody has written yet. Quiet: it matters when the text is to be approved. */
export function MissingParts({ missing }: { missing: string[] }) {
  const { t } = useTranslation();
  if (missing.length === 0) return null;
  return (
    <details className="document-foot missing-parts no-print">
      <summary>{t("documents.writing.missing.title", { count: missing.length })}</summary>
      <p>{t("documents.writing.missing.why")}</p>
      <ul>
        {missing.map((heading) => (
          <li key={heading}>{heading}</li>
        ))}
      </ul>
    </details>
  );
}
