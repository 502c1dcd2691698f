// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The addresses of the domains that have matrices of their own: for whom each opens at all, which verbs it has, and which test says who may. What is
 * proven there is not repeated here: here nothing is forgotten.
 */

/**
 * For whom an address opens: everybody; whoever is signed in; whoever has come near (a seat, a grant, an office), which the test named proves; or
 * whoever holds the secret in it.
 */
export type Opens = "everybody" | "signedIn" | "near" | "secret";
type Row = { opens: Opens; /** The test that proves who may, and who may not. */ by: string; /** What its form can do. */ verbs?: string[]; /** Whether somebody who has not signed in may send its form. */ sentByAnybody?: true };

const documents = "tests/documents/";
const plan = "tests/plan/";
const procedures = "tests/procedures/";
const identity = "tests/identity/";

/** Asked here and nowhere else. */
const HERE = "tests/transparency/surfaces/surfaces.test.ts";

const near = (by: string, verbs?: string[]): Row => ({ opens: "near", by, ...(verbs ? { verbs } : {}) });
const everybody = (by: string, verbs?: string[]): Row => ({ opens: "everybody", by, ...(verbs ? { verbs } : {}) });
const signedIn = (by: string, verbs?: string[]): Row => ({ opens: "signedIn", by, ...(verbs ? { verbs } : {}) });

export const otherDomains: Record<string, Row> = {
  lingua: { ...everybody("tests/flows/odd-requests.flow.test.ts", ["en"]), sentByAnybody: true },
  accesso: { ...everybody(`${identity}sign-in.test.ts`, ["signIn"]), sentByAnybody: true },
  "accesso/registrazione": { ...everybody("tests/registry/claims.test.ts", ["ask"]), sentByAnybody: true },
  "accesso/registrazione/:secret": { opens: "secret", by: "tests/registry/claims.test.ts", verbs: ["open"], sentByAnybody: true },
  "accesso/esci": { ...everybody(`${identity}sign-in.test.ts`, ["signOut"]), sentByAnybody: true },
  "accesso/esci-ovunque": signedIn(`${identity}sign-in.test.ts`, ["signOut"]),
  "accesso/password": { ...everybody(`${identity}password-reset.test.ts`, ["ask"]), sentByAnybody: true },
  "accesso/password/:secret": { opens: "secret", by: `${identity}password-reset.test.ts`, verbs: ["set"], sentByAnybody: true },
  "accesso/email": signedIn(`${identity}email-change.test.ts`, ["ask"]),
  "accesso/email/:secret": { opens: "secret", by: `${identity}email-change.test.ts`, verbs: ["confirm"], sentByAnybody: true },

  "accesso/ente": signedIn(`${identity}speak-for.test.ts`, ["choose"]),
  "accesso/profilo": signedIn("tests/registry/affiliations.test.ts"),
  "accesso/invito/:key": { opens: "secret", by: `${identity}invitations.test.ts`, verbs: ["accept"], sentByAnybody: true },

  documenti: everybody(`${documents}documents.test.ts`),
  "tavoli/:slug/costituzione/documento": near("tests/tables/constitution.test.ts", ["make"]),
  "documenti/servizio": near(`${documents}losses.test.ts`),
  "documenti/quarantena": near(`${documents}quarantine.test.ts`),
  "documenti/quarantena/:id": near(`${documents}quarantine.test.ts`, ["answer"]),
  "documenti/:id": near(`${documents}documents.test.ts`, ["visibility", "rename", "lock"]),
  "documenti/:id/commenti": near(`${documents}comments.test.ts`, ["panel", "comment"]),
  "documenti/:id/suggerimenti": near(`${documents}suggested/answers.test.ts`, ["panel", "answer"]),
  "documenti/:id/suggerimenti/:file": near(`${documents}suggested/answers.test.ts`),
  "documenti/:id/posizioni": near(`${documents}suggested/positions.test.ts`, ["ask", "say"]),
  "documenti/osservazioni": signedIn(`${documents}suggested/answers.test.ts`, ["settle"]),
  "documenti/osservazioni/:file": signedIn(`${documents}suggested/answers.test.ts`),
  "documenti/:id/stato": near(`${documents}versions.test.ts`, ["move", "commentsRule"]),
  "documenti/:id/allegati": near(`${documents}attachments.test.ts`, ["attach", "withdraw"]),
  "documenti/:id/allegati/:file": near(`${documents}attachments.test.ts`),
  "documenti/:id/immagini": near(`${documents}attachments.test.ts`, ["take"]),
  "documenti/:id/immagini/:sha256": near(`${documents}attachments.test.ts`),
  "documenti/:id/menzioni": near(`${documents}attachments.test.ts`),
  "documenti/:id/contributi": near(`${documents}attribution/verifying.test.ts`),
  "documenti/:id/contributi/lettere": near(HERE),
  "documenti/:id/confronto": near(`${documents}comparison.test.ts`),
  "documenti/:id/versioni": near(`${documents}versions.test.ts`, ["name"]),
  "documenti/:id/versioni/:number": near(`${documents}versions.test.ts`, ["restore"]),
  "documenti/:id/approva": near(`${documents}sealing.test.ts`, ["approve"]),
  "documenti/:id/sigillo": near(`${documents}sealing.test.ts`, ["supersede"]),
  "documenti/:id/sigillo/:file": near(`${documents}sealing.test.ts`),
  "documenti/:id/esporta": near(`${documents}jobs.test.ts`, ["done", "make"]),
  "documenti/:id/proponi-da-file": near(`${documents}import/import.test.ts`, ["send"]),
  "documenti/:id/proponi-da-file/:job": near("tests/flows/documents-loop.flow.test.ts", ["confirm"]),
  "documenti/lavorazioni/:job": near(`${documents}jobs.test.ts`, ["stop"]),
  "documenti/lavorazioni/:job/file": near(`${documents}jobs.test.ts`),
  "tavoli/:slug/documenti": everybody(`${documents}documents.test.ts`),
  "tavoli/:slug/documenti/importa": near(`${documents}import/import.test.ts`, ["send"]),
  "tavoli/:slug/documenti/nuovo": near(`${documents}documents.test.ts`, ["create"]),

  piano: everybody("tests/flows/plan-pages.flow.test.ts"),
  "piano/dati/:file": everybody(`${plan}actions.test.ts`),
  "piano/importa": near(`${plan}import-upload.test.ts`, ["upload"]),
  "piano/importa/:id": near(`${plan}import-upload.test.ts`, ["discard", "confirm"]),
  "piano/importa/:id/aree/:area": near(`${plan}import-upload.test.ts`, ["correct"]),
  "piano/importa/:id/aree/:area/obiettivi/:objective": near(`${plan}import-upload.test.ts`, ["correct"]),
  "piano/aree/:number": everybody(`${plan}actions.test.ts`),
  "piano/obiettivi/:id": everybody(`${plan}policy.test.ts`, ["check", "unlink", "link"]),
  "piano/strategie/:id": everybody(`${plan}actions.test.ts`),
  "piano/strategie/:id/azioni/nuova": near(`${plan}policy.test.ts`, ["record"]),
  "piano/azioni/:id": everybody(`${plan}guideline-traces.test.ts`, ["follow", "unfollow"]),
  "piano/azioni/:id/modifica": near(`${plan}actions.test.ts`, ["edit", "withdraw"]),
  "tavoli/:slug/obiettivi": everybody(`${plan}actions.test.ts`, ["link", "unlink"]),

  procedimenti: everybody(`${procedures}notices.test.ts`),
  "procedimenti/nuovo": near(`${procedures}notices.test.ts`, ["start"]),
  "procedimenti/:id": everybody(`${procedures}sealed.test.ts`, ["apply", "publish", "open_admissibility"]),
  "procedimenti/:id/avviso": near(`${procedures}notices.test.ts`, ["save", "stay"]),
  "procedimenti/:id/versioni/:version": everybody(`${procedures}notices.test.ts`),
  "procedimenti/:id/rettifica": near(`${procedures}notices.test.ts`, ["correct"]),
  "procedimenti/:id/proroga": near(`${procedures}notices.test.ts`, ["extend"]),
  "procedimenti/:id/candidature": near(`${procedures}sealed.test.ts`),
  "candidature/:id": near(`${procedures}sealed.test.ts`, ["accept", "decline", "invite", "leave", "yes"]),
  "candidature/:id/scheda": near(`${procedures}sealed.test.ts`),
  "candidature/:id/piano-economico": near(`${procedures}sealed.test.ts`, ["save"]),
  "candidature/:id/dichiarazioni": near(`${procedures}sealed.test.ts`, ["confirm", "on"]),
  "candidature/:id/riepilogo": near(`${procedures}sealed.test.ts`, ["submit", "withdraw", "on"]),
  "candidature/:id/esame": near(`${procedures}sealed.test.ts`, ["decide"]),
  "candidature/:id/fascicolo.json": near(`${procedures}sealed.test.ts`),
  "api/v1/candidature/:id": near(`${procedures}sealed.test.ts`),
  "ricevute/:number": near(`${procedures}sealed.test.ts`),
  "ricevute/:number/:file": near(`${procedures}sealed.test.ts`),
  verifica: everybody(`${procedures}submission.test.ts`),

  scrivania: signedIn("tests/flows/home.flow.test.ts"),
  "notifiche/posta": near("tests/notices/post.test.ts"),
  "notifiche/preferenze": signedIn(`${documents}suggested/telling.test.ts`, ["set"]),
  "notifiche/posta/:id": near("tests/notices/post.test.ts", ["again"]),
  guida: everybody("tests/transparency/guide.test.ts"),
  "guida/scelte/:slug": everybody("tests/transparency/guide.test.ts"),
  "guida/:slug": everybody("tests/transparency/guide.test.ts"),
  "*": everybody("tests/flows/odd-requests.flow.test.ts"),
};
