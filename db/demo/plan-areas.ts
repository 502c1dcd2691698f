// SPDX-License-Identifier: AGPL-3.0-or-later
/** A plan of example in words of our own: twelve areas, objectives where the tables of the city follow them. */

export const edition = "2021 (piano di esempio)";

export type DemoArea = {
  number: string;
  title: string;
  /** `pillars` are codes; the first words of an objective are how other stories name it. */
  objectives: { title: string; pillars: string; strategies: string[] }[];
  consolidation: string[];
};

export const areas: DemoArea[] = [
  {
    number: "5.1", title: "Servizi vicini a casa",
    objectives: [
      { title: "Conoscere le reti di ogni quartiere", pillars: "1.1 1.7 1.9", strategies: ["Tenere aggiornata una mappa delle realtà di quartiere, curata da chi ci lavora.", "Provare in due Municipi una figura che tiene insieme le reti."] },
      { title: "Aprire luoghi di incontro nelle ore in cui mancano", pillars: "1.1 1.9", strategies: ["Usare la sera e il sabato le sedi pubbliche già aperte di giorno.", "Affidare insieme a più enti la cura di uno stesso spazio.", "Raccontare in un solo calendario che cosa c'è e quando."] },
    ],
    consolidation: ["Proseguire gli incontri periodici fra operatori di uno stesso quartiere."],
  },
  {
    number: "5.2", title: "Salute e benessere",
    objectives: [
      { title: "Dare sollievo a chi assiste un famigliare", pillars: "1.4 1.7", strategies: ["Mettere in un elenco solo, leggibile da tutti, chi offre ore di sollievo.", "Provare un sostegno nelle ore notturne in due quartieri.", "Formare insieme volontari e operatori all'ascolto di chi assiste."] },
      { title: "Arrivare prima al primo colloquio per i giovani", pillars: "1.4 1.7", strategies: ["Concordare fra servizi un unico modo di fare la prima segnalazione.", "Aprire punti di ascolto fra pari nelle scuole e nei centri giovanili.", "Misurare ogni sei mesi il tempo fra segnalazione e colloquio."] },
      { title: "Un quadro solo per le dipendenze", pillars: "1.3 1.4 1.7", strategies: ["Unire in una scheda comune i dati di prevenzione, riduzione del danno e reinserimento.", "Accompagnare al lavoro chi conclude un percorso di cura.", "Portare l'ascolto dove le persone sono, anche la sera."] },
    ],
    consolidation: ["Mantenere i gruppi di mutuo aiuto già attivi.", "Proseguire la formazione congiunta fra sociale e sanitario."],
  },
  {
    number: "5.3", title: "Contrasto alla povertà",
    objectives: [
      { title: "Accorgersi presto delle difficoltà", pillars: "1.1 1.2", strategies: ["Formare chi incontra molte persone ogni giorno a riconoscere una richiesta di aiuto.", "Collegare mense, empori e servizi sociali con regole chiare sui dati."] },
      { title: "Aiuti che portano fuori dal bisogno", pillars: "1.5 1.7", strategies: ["Legare l'aiuto alimentare a un incontro e a un percorso.", "Offrire piccoli prestiti e consigli sulle spese di casa."] },
    ],
    consolidation: ["Continuare la distribuzione di alimenti nei quartieri già coperti."],
  },
  { number: "5.4", title: "Abitare", objectives: [{ title: "Più alloggi per chi è fra una casa e l'altra", pillars: "1.2 1.5", strategies: ["Riunire in un solo elenco gli alloggi temporanei.", "Accompagnare le famiglie nel passaggio a una casa stabile."] }], consolidation: [] },
  { number: "5.5", title: "Bambine, bambini, adolescenti", objectives: [{ title: "Stare bene a scuola e fuori", pillars: "1.1 1.3", strategies: ["Collegare doposcuola, scuole e servizi dello stesso quartiere.", "Ascoltare ragazze e ragazzi quando si decide di spazi per loro."] }], consolidation: ["Proseguire i tavoli di quartiere sull'infanzia."] },
  { number: "5.6", title: "Famiglie e tutela", objectives: [{ title: "Sostenere le famiglie prima della crisi", pillars: "1.1 1.6", strategies: ["Offrire accompagnamento a casa nei primi anni di vita.", "Rafforzare le reti fra famiglie."] }], consolidation: [] },
  {
    number: "5.7", title: "Invecchiare in città",
    objectives: [
      { title: "Restare a casa in sicurezza", pillars: "1.1 1.4 1.10", strategies: ["Coordinare assistenza a casa, vicinato e volontariato su ogni persona che lo chiede.", "Far conoscere i servizi con parole semplici, anche al telefono."] },
      { title: "Quartieri che capiscono la demenza", pillars: "1.7 1.9", strategies: ["Formare negozi, uffici e autobus a riconoscere chi è disorientato.", "Aprire caffè settimanali per persone con demenza e famigliari."] },
    ],
    consolidation: ["Mantenere i centri di incontro per anziani."],
  },
  {
    number: "5.8", title: "Disabilità e vita autonoma",
    objectives: [
      { title: "Entrare più facilmente nei servizi diurni", pillars: "1.2 1.4 1.10", strategies: ["Pubblicare con regole chiare i tempi di attesa dei servizi diurni.", "Semplificare la domanda e riusare i dati già dati una volta.", "Provare frequenze miste fra servizi diversi."] },
      { title: "Accompagnare i passaggi d'età", pillars: "1.2 1.3 1.4", strategies: ["Iniziare due anni prima il passaggio ai servizi per adulti.", "Affidare a una sola persona il filo fra scuola, sanità e servizi."] },
      { title: "Tempo libero per tutti", pillars: "1.7 1.9", strategies: ["Aprire le attività sportive esistenti a squadre miste.", "Tenere un elenco dei luoghi davvero accessibili."] },
    ],
    consolidation: ["Proseguire i progetti di vita autonoma in appartamento.", "Mantenere il confronto con le associazioni di famiglie."],
  },
  { number: "5.9", title: "Grave marginalità", objectives: [{ title: "Dalla strada a un tetto", pillars: "1.2 1.7", strategies: ["Coordinare le unità mobili in un solo turno cittadino.", "Aprire strutture più piccole e vicine ai servizi."] }], consolidation: ["Mantenere i centri diurni."] },
  { number: "5.10", title: "Nuovi arrivi", objectives: [{ title: "Lingua, lavoro, relazioni", pillars: "1.7 1.10", strategies: ["Rendere stabile la rete delle scuole di italiano.", "Coinvolgere le comunità nelle scelte che le riguardano."] }], consolidation: [] },
  { number: "5.11", title: "Diritti e contrasto alle discriminazioni", objectives: [{ title: "Porte aperte a chi subisce violenza", pillars: "1.3 1.6", strategies: ["Far conoscere i luoghi di ascolto in ogni Municipio.", "Formare insieme operatori di enti diversi."] }], consolidation: ["Proseguire il lavoro della rete contro la violenza."] },
  {
    number: "5.12", title: "Giustizia e comunità",
    objectives: [
      { title: "Preparare l'uscita dal carcere", pillars: "1.2 1.3 1.5", strategies: ["Iniziare il progetto di uscita sei mesi prima.", "Unire casa e lavoro in una sola proposta."] },
      { title: "Salute mentale anche in carcere", pillars: "1.4 1.7", strategies: ["Portare teatro e gruppi di parola dentro gli istituti.", "Garantire la continuità delle cure all'uscita."] },
    ],
    consolidation: ["Mantenere la corrispondenza e i colloqui dei volontari."],
  },
];
