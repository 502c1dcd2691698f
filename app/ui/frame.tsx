// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form, Link, NavLink, useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { FrameData } from "~/frame.server";
import { paths } from "~/web/paths";
import { Icon } from "./icon";
import { SpeakingFor } from "./speaking-for";

/** The frame around every page: who runs it, where one can go, for whom one speaks. */
export function Frame({ children, ...frame }: FrameData & { children: ReactNode }) {
  const { t } = useTranslation();
  const main = useFocusOnArrival();
  return (
    <>
      <a className="skip-link" href="#contenuto">
        {t("web.skipToContent")}
      </a>
      {frame.demo ? <p className="demo-banner">{t("web.demoBanner")}</p> : null}
      <header className="site-header no-print">
        <SlimBar {...frame} />
        <div className="brand-bar">
          <div className="container">
            <Link to={frame.viewer ? paths.desk() : paths.home()} className="brand">
              <BrandMark />
              <span>
                <span className="brand-name">{t("web.productName")}</span>
                <span className="brand-tagline">{t("web.tagline")}</span>
              </span>
            </Link>
          </div>
        </div>
        <MainNav signedIn={frame.viewer !== null} />
      </header>
      <main ref={main} id="contenuto" className="container page" tabIndex={-1}>
        {frame.said ? (
          <div className="said" role="status">
            <Icon name="check-circle" className="icon-success" /> {t(frame.said)}
          </div>
        ) : null}
        {children}
      </main>
      <Footer {...frame} />
    </>
  );
}

/** Arriving on another page without a reload, the keyboard and the screen reader start from its content, as after a reload. */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

/** Three lines being written, each with its caret: several voices, one text. */
function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M4 8h15M4 16h8M4 24h17" className="brand-line" />
      <path d="M23 4.5v7" className="brand-caret-one" />
      <path d="M16 12.5v7" className="brand-caret-two" />
      <path d="M25 20.5v7" className="brand-caret-three" />
    </svg>
  );
}

function SlimBar({ comune, viewer, locale }: FrameData) {
  const { t } = useTranslation();
  const other = locale === "it" ? "en" : "it";
  return (
    <div className="slim-bar">
      <div className="container">
        <span className="slim-comune">{comune}</span>
        <Form method="post" action={paths.language()} className="slim-language">
          <button type="submit" name="lingua" value={other} lang={other}>
            {t(`web.language.${other}`)}
          </button>
        </Form>
        {viewer ? (
          <>
            <SpeakingFor viewer={viewer} />
            <Link to={paths.account()} className="slim-account">
              <Icon name="user" className="icon-white icon-sm" /> {viewer.label}
            </Link>
            <Form method="post" action={paths.signOut()}>
              <button type="submit">{t("web.nav.signOut")}</button>
            </Form>
          </>
        ) : (
          <Link to={paths.signIn()} className="slim-signin">
            {t("web.nav.signIn")}
          </Link>
        )}
      </div>
    </div>
  );
}

function MainNav({ signedIn }: { signedIn: boolean }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const items: [string, string][] = [
    ...(signedIn ? [[paths.desk(), t("web.nav.desk")] as [string, string]] : []),
    [paths.tables(), t("web.nav.tables")],
    [paths.workshops(), t("workshops.title")],
    ...(signedIn ? [[paths.documents(), t("web.nav.documents")] as [string, string]] : []),
    [paths.calendar(), t("web.nav.meetings")],
    [paths.plan(), t("web.nav.plan")],
    [paths.procedures(), t("web.nav.procedures")],
    [paths.organisations(), t("web.nav.organisations")],
    [paths.guide(), t("web.nav.guide")],
  ];
  return (
    <nav className="main-nav" aria-label={t("web.nav.main")}>
      <div className="container">
        {/* folded on a phone, always open where there is room; a new page folds it again */}
        <details className="nav-fold" key={pathname}>
          <summary>
            <Icon name="burger" className="icon-white icon-sm" /> {t("web.nav.menu")}
          </summary>
          <ul>
            {items.map(([to, label]) => (
              <li key={to}>
                <NavLink to={to}>{label}</NavLink>
              </li>
            ))}
          </ul>
        </details>
      </div>
    </nav>
  );
}

function Footer({ comune, repositoryUrl, accessibilityUrl }: FrameData) {
  const { t } = useTranslation();
  return (
    <footer className="site-footer no-print">
      <div className="container">
        <p>
          <strong>{t("web.productName")}</strong> · {comune}
        </p>
        <ul>
          <li>
            <Link to={paths.verify()}>{t("web.footer.verify")}</Link>
          </li>
          <li>
            <Link to={paths.journal()}>{t("web.nav.journal")}</Link>
          </li>
          <li>
            <Link to={paths.guide("privacy")} data-element="privacy-policy-link">
              {t("web.footer.privacy")}
            </Link>
          </li>
          <li>
            <a href={accessibilityUrl ?? paths.guide("accessibilita")} data-element="accessibility-link">
              {t("web.footer.accessibility")}
            </a>
          </li>
          <li>
            <Link to={paths.guide("note-legali")} data-element="legal-notes">
              {t("web.footer.legal")}
            </Link>
          </li>
          {repositoryUrl ? (
            <li>
              <a href={repositoryUrl}>{t("web.footer.source")}</a>
            </li>
          ) : null}
        </ul>
        <p className="footer-licence">{t("web.footer.licence")}</p>
      </div>
    </footer>
  );
}
