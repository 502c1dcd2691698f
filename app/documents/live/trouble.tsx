// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import { Button, Callout } from "~/ui";
import { paths } from "~/web/paths";
import { Close, OTHER_VOICE, type SaveStatus } from "~realtime/index";
import { readLiveText } from "../schema/shared-text";
import { plainText } from "../schema/text";
import { hasUnsaved, isLost, troubleKey, willBeSent } from "./status";
import { download } from "./take-home";

/** States in which nothing is lost: they are said in the calm way, and read out by the badge. */
const CALM = new Set<SaveStatus["kind"]>(["keeping", "kept", "unconfirmed"]);

/** What went wrong with saving, what to do about it, and a way to keep the words that will not be taken. */
export function Trouble({ status, shared, title }: { status: SaveStatus; shared: Y.Doc; title: string }) {
  const { t } = useTranslation();
  const key = troubleKey(status);
  if (!key) return null;
  const lost = isLost(status);
  const keep = () => download(`${title}.txt`, plainText(readLiveText(shared)));
  return (
    <div className="live-trouble" role={CALM.has(status.kind) ? undefined : "alert"}>
      <Callout tone={lost ? "danger" : CALM.has(status.kind) ? "neutral" : "warning"} title={t(`${key}.title`)}>
        <p>{t(`${key}.text`)}</p>
        {willBeSent(status) ? <p>{t("documents.live.trouble.waits")}</p> : null}
        {lost || (status.kind === "refused" && hasUnsaved(status)) ? (
          <p>
            {t("documents.live.trouble.lost")}{" "}
            <Button type="button" look="outline-primary" small onClick={keep}>
              {t("documents.live.trouble.keep")}
            </Button>
          </p>
        ) : null}
        {status.kind === "refused" || lost ? <WayOn status={status} /> : null}
      </Callout>
    </div>
  );
}

/** A session that ended begins anew at the door; everything else by loading the page again. */
function WayOn({ status }: { status: SaveStatus }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const signIn = status.kind === "refused" && status.code === Close.signedOut && status.reason !== OTHER_VOICE;
  return (
    <p>
      {signIn ? (
        <Link to={paths.signIn(pathname + search)} reloadDocument>
          {t("documents.live.trouble.signIn")}
        </Link>
      ) : (
        <a href="">{t("documents.live.trouble.reload")}</a>
      )}
    </p>
  );
}
