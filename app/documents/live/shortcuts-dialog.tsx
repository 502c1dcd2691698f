// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui";

/** What each key does, in groups; the words are in the messages under the same name. */
const groups: [string, [keys: string, what: string][]][] = [
  ["move", [["Alt+F10", "toTools"], ["Esc", "toText"], ["← →", "alongTools"], ["Ctrl+F", "find"], ["Ctrl+/", "shortcuts"]]],
  ["words", [["Ctrl+B", "bold"], ["Ctrl+I", "italic"], ["Ctrl+U", "underline"], ["Ctrl+Shift+S", "strike"], ["Ctrl+K", "link"], ["@", "mention"], ["Ctrl+Alt+N", "footnote"]]],
  ["blocks", [["Ctrl+Alt+0", "paragraph"], ["Ctrl+Alt+2", "heading2"], ["Ctrl+Alt+3", "heading3"], ["Ctrl+Alt+4", "heading4"], ["Ctrl+Shift+8", "bulletList"], ["Ctrl+Shift+7", "orderedList"], ["Ctrl+Shift+9", "taskList"], ["Ctrl+Shift+B", "quote"]]],
  ["lists", [["Tab", "deeper"], ["Shift+Tab", "higher"], ["Ctrl+Z", "undo"], ["Ctrl+Y", "redo"]]],
];

/** The keys, in a dialog that Escape closes. */
export function ShortcutsDialog({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="shortcuts" aria-labelledby="shortcuts-title" onClose={onDone}>
      <h2 id="shortcuts-title">{t("documents.writing.shortcuts.title")}</h2>
      <p className="tool-note">{t("documents.writing.shortcuts.mac")}</p>
      <div className="shortcuts-groups">
        {groups.map(([group, keys]) => (
          <section key={group} aria-labelledby={`shortcuts-${group}`}>
            <h3 id={`shortcuts-${group}`}>{t(`documents.writing.shortcuts.${group}`)}</h3>
            <dl>
              {keys.map(([key, what]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{t(`documents.writing.shortcuts.does.${what}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Button type="button" onClick={() => dialog.current?.close()}>
        {t("documents.writing.close")}
      </Button>
    </dialog>
  );
}
