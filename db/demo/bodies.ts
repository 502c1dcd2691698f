// SPDX-License-Identifier: AGPL-3.0-or-later
/** The forty-two bodies of the demonstration city. Third-sector names are invented; no codes, no addresses, no persons. */
import type { Capacity } from "~/identity";
import type { EtsCategory, OrganisationKind } from "~/registry";

export type Body = {
  code: string;
  name: string;
  slug: string;
  kind: OrganisationKind;
  category?: EtsCategory;
  letters?: string;
  districts?: number[];
  purpose: string;
  role: string;
  capacity: Capacity;
};

const ets = (code: string, name: string, slug: string, category: EtsCategory, letters: string, purpose: string, role: string, districts: number[] = []): Body => ({
  code, name, slug, kind: "ets", category, letters, purpose, role, districts, capacity: role.startsWith("Presidente") ? "legal_representative" : "delegate",
});

const office = (code: string, name: string, slug: string, kind: OrganisationKind, purpose: string, role: string, districts: number[] = []): Body => ({
  code, name, slug, kind, purpose, role, districts, capacity: "officer",
});

export const thirdSector: Body[] = [
  ets("e01", "Cooperativa sociale Quattro Lampioni", "quattro-lampioni", "social_enterprise", "ac", "Centri diurni e laboratori per persone con disabilità.", "Presidente di cooperativa"),
  ets("e02", "Cooperativa sociale Mani di Farina", "mani-di-farina", "social_enterprise", "p", "Panificio e catering che assumono persone in uscita da percorsi di cura.", "Presidente di cooperativa"),
  ets("e03", "Cooperativa sociale Il Tram Paziente", "il-tram-paziente", "social_enterprise", "ad", "Educativa domiciliare con bambini, ragazzi e le loro famiglie.", "Presidente di cooperativa"),
  ets("e04", "Consorzio Filo e Bottone", "filo-e-bottone", "social_enterprise", "am", "Gestione comune di servizi per undici cooperative.", "Presidente di consorzio"),
  ets("e05", "Impresa sociale Casa con le Ruote", "casa-con-le-ruote", "social_enterprise", "q", "Alloggi temporanei e accompagnamento all'abitare.", "Presidente di impresa sociale"),
  ets("e06", "Cooperativa sociale Passo Doppio", "passo-doppio", "social_enterprise", "ap", "Casa e lavoro per chi esce dal carcere.", "Presidente di cooperativa"),
  ets("e07", "APS Biscotto e Bussola", "biscotto-e-bussola", "aps", "di", "Doposcuola e merende di quartiere.", "Presidente di associazione", [4]),
  ets("e08", "APS Le Sedie in Cortile", "le-sedie-in-cortile", "aps", "i", "Socialità fra vicini nei cortili delle case popolari.", "Presidente di associazione", [4]),
  ets("e09", "APS Teatro della Prima Fila Vuota", "prima-fila-vuota", "aps", "i", "Teatro in carcere e nei servizi di salute mentale.", "Presidente di associazione"),
  ets("e10", "APS Genitori a Turno", "genitori-a-turno", "aps", "aw", "Famiglie di persone con disabilità che si danno il cambio.", "Portavoce dei famigliari"),
  ets("e11", "APS Cuffie Spente", "cuffie-spente", "aps", "di", "Ascolto fra pari per chi ha dai quattordici ai ventiquattro anni.", "Presidente di associazione"),
  ets("e12", "APS Orto Sospeso", "orto-sospeso", "aps", "e", "Orti condivisi e cura dei beni comuni.", "Presidente di associazione", [9]),
  ets("e13", "ODV Il Thermos", "il-thermos", "odv", "au", "Unità di strada serale: bevande calde, ascolto, orientamento.", "Presidente di volontariato"),
  ets("e14", "ODV Telefono di Carta", "telefono-di-carta", "odv", "w", "Lettere e colloqui con persone detenute.", "Presidente di volontariato"),
  ets("e15", "ODV Due Passi con Te", "due-passi-con-te", "odv", "a", "Accompagnamenti a visite, uffici e passeggiate.", "Presidente di volontariato", [4, 9]),
  ets("e16", "ODV Notte Breve", "notte-breve", "odv", "a", "Sostegno notturno a chi assiste un famigliare a casa.", "Presidente di volontariato"),
  ets("e17", "Fondazione Lanterna Verde", "lanterna-verde", "philanthropic_body", "u", "Contributi a progetti per i giovani.", "Referente di fondazione"),
  ets("e18", "Fondazione Cassetto delle Idee", "cassetto-delle-idee", "other_ets", "h", "Ricerca e valutazione sui servizi alla persona.", "Referente di fondazione"),
  ets("e19", "Fondazione Ponte Levatoio", "ponte-levatoio", "other_ets", "ac", "Residenze e vita autonoma per persone con disabilità.", "Referente di fondazione"),
  ets("e20", "Rete Gomitolo", "rete-gomitolo", "associative_network", "m", "Rappresenta enti che lavorano con anziani e famiglie.", "Portavoce di rete"),
  ets("e21", "Rete Altre Finestre", "rete-altre-finestre", "associative_network", "mw", "Riunisce enti attivi nella giustizia e nelle dipendenze.", "Portavoce di rete"),
  ets("e22", "Mutuo Soccorso La Formica Rossa", "la-formica-rossa", "mutual_aid_society", "a", "Mutualità fra abitanti: visite, occhiali, piccoli prestiti.", "Presidente di mutuo soccorso", [4]),
  ets("e23", "Ente religioso Opera del Mattino", "opera-del-mattino", "other_ets", "au", "Mensa, docce e ascolto.", "Referente del ramo", [9]),
  ets("e24", "Sport Fuori Orario ASD-APS", "sport-fuori-orario", "aps", "t", "Sport per tutti, quando le palestre sarebbero chiuse.", "Presidente di associazione"),
  ets("e25", "Associazione Voci del Balcone", "voci-del-balcone", "other_ets", "dn", "Italiano per chi arriva e feste di comunità.", "Referente di associazione", [9]),
];

export const publicBodies: Body[] = [
  office("p01", "Comune di Milano - Direzione Welfare e Salute", "direzione-welfare-e-salute", "directorate", "Servizi sociali e salute della città.", "Referente di Direzione"),
  office("p02", "Comune di Milano - Direzione Casa", "direzione-casa", "directorate", "Politiche dell'abitare.", "Referente Casa"),
  office("p03", "Comune di Milano - Direzione Educazione", "direzione-educazione", "directorate", "Nidi, scuole dell'infanzia, servizi educativi.", "Referente Educazione"),
  office("p04", "Comune di Milano - Direzione Lavoro, Giovani e Sport", "direzione-lavoro-giovani-e-sport", "directorate", "Lavoro, politiche giovanili, sport.", "Referente Giovani"),
  office("p05", "Comune di Milano - Direzione Servizi Civici e Municipi", "direzione-servizi-civici-e-municipi", "directorate", "Servizi ai cittadini e raccordo con i Municipi.", "Referente Municipi"),
  office("p06", "Municipio 4", "municipio-4", "municipal_district", "Servizi di zona e rapporto con le realtà di quartiere.", "Referente welfare di Municipio", [4]),
  office("p07", "Municipio 9", "municipio-9", "municipal_district", "Servizi di zona e rapporto con le realtà di quartiere.", "Referente welfare di Municipio", [9]),
  office("p08", "ATS Città Metropolitana di Milano", "ats-citta-metropolitana", "health_agency", "Tutela della salute nel territorio metropolitano.", "Referente ATS"),
  office("p09", "ASST Grande Ospedale Metropolitano Niguarda", "asst-niguarda", "health_agency", "Ospedale e servizi sanitari territoriali.", "Referente ASST"),
  office("p10", "ASST Santi Paolo e Carlo", "asst-santi-paolo-e-carlo", "health_agency", "Ospedali e servizi sanitari territoriali.", "Referente ASST"),
  office("p11", "Regione Lombardia", "regione-lombardia", "region", "Programmazione regionale sociale e sanitaria.", "Referente regionale"),
  office("p12", "Prefettura di Milano", "prefettura-di-milano", "state_office", "Ufficio territoriale del Governo.", "Referente di Prefettura"),
  office("p13", "Tribunale per i Minorenni di Milano", "tribunale-per-i-minorenni", "court", "Giustizia minorile.", "Referente del Tribunale"),
  office("p14", "UEPE di Milano", "uepe-di-milano", "state_office", "Ufficio interdistrettuale di esecuzione penale esterna.", "Referente UEPE"),
  office("p15", "PRAP Lombardia", "prap-lombardia", "state_office", "Provveditorato regionale dell'amministrazione penitenziaria.", "Referente PRAP"),
];

/** Neither third sector nor public: they have no account. */
export const others: Body[] = [
  office("x01", "Comitato Via delle Cinque Strade", "comitato-cinque-strade", "informal_group", "Gruppo di abitanti.", "", [4]),
  office("x02", "Portineria della Signora Dodici", "portineria-dodici", "company", "Bottega di quartiere che fa da punto d'appoggio.", "", [9]),
];
