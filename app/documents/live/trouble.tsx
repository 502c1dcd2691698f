// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import { Button, Callout } from "~/ui";
import type { SaveStatus } from "~realtime/index";
import { readLiveText } from "../schema/shared-text";
import { plainText } from "../schema/text";
import { isLost, troubleKey } from "./status";

/** What went wrong with saving, what to do about it, and a way to keep the words that will not be taken. */
export function Trouble({ status, shared, title }: { status: SaveStatus; shared: Y.Doc; title: string }) {
  const { t } = useTranslation();
  const key = troubleKey(status);
  if (!key) return null;
  const lost = isLost(status);
  const keep = () => download(`${title}.txt`, plainText(readLiveText(shared)));
  return (
    <div role="alert">
      <Callout tone={lost ? "danger" : "warning"} title={t(`${key}.title`)}>
        <p>{t(`${key}.text`)}</p>
        {lost ? (
          <p>
            {t("documents.trouble.lost")}{" "}
            <Button type="button" look="outline-primary" small onClick={keep}>
              {t("documents.trouble.keep")}
            </Button>
          </p>
        ) : null}
        {status.kind === "refused" || lost ? (
          <p>
            <a href="">{t("documents.trouble.reload")}</a>
          </p>
        ) : null}
      </Callout>
    </div>
  );
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
