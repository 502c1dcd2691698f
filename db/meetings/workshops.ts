// SPDX-License-Identifier: AGPL-3.0-or-later
import { index, instant, int, json, primaryKey, table, text, uniqueIndex } from "../columns";
import { persons } from "../identity/schema";
import { organisations } from "../registry/schema";
import { items } from "../tables/schema";

/** The neighbourhoods (NIL, nuclei di identità locale) of the city, each in one Municipio; kept by the Municipi. */
export const neighbourhoods = table(
  "neighbourhoods",
  {
    id: text("id").primaryKey(),
    district: int("district").notNull(),
    name: text("name").notNull(),
    /** Number of the NIL in the city's open data, where somebody has entered it. */
    code: text("code"),
  },
  (t) => [uniqueIndex("neighbourhoods_name").on(t.district, t.name)],
);

/** A body that works only near its homes and that no city table sees: kept by its Municipio. Never edited: ended, and begun anew. */
export const localBodies = table(
  "local_bodies",
  {
    id: text("id").primaryKey(),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    district: int("district").notNull(),
    neighbourhoodId: text("neighbourhood_id").references(() => neighbourhoods.id),
    /** What the Municipio knows of it: what it does, where it meets. Never why somebody belongs to it. */
    note: text("note"),
    keptByOrganisationId: text("kept_by_organisation_id").notNull().references(() => organisations.id),
    addedAt: instant("added_at").notNull(),
    removedAt: instant("removed_at"),
  },
  (t) => [index("local_bodies_district").on(t.district), index("local_bodies_organisation").on(t.organisationId)],
);

/** What workshops talk about. The city keeps one list, so that what was gathered can be read across workshops. */
export const workshopThemes = table(
  "workshop_themes",
  {
    id: text("id").primaryKey(),
    title: text("title").notNull(),
    position: int("position").notNull(),
    createdAt: instant("created_at").notNull(),
    /** Set when no new workshop takes it; what was gathered stays. */
    retiredAt: instant("retired_at"),
  },
  (t) => [uniqueIndex("workshop_themes_title").on(t.title)],
);

/** A laboratorio: an open meeting run by a Municipio (or by an office, for the whole city), to which anybody may register without an account. */
export const workshops = table(
  "workshops",
  {
    id: text("id").primaryKey(),
    title: text("title").notNull(),
    description: text("description").notNull(),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    /** Number of the Municipio; null for the whole city. */
    district: int("district"),
    neighbourhoodId: text("neighbourhood_id").references(() => neighbourhoods.id),
    place: text("place").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    capacity: int("capacity").notNull(),
    revision: int("revision").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    publishedAt: instant("published_at"),
    cancelledAt: instant("cancelled_at"),
    cancelledReason: text("cancelled_reason"),
    /** When the office closed the attendance: from then on the counts are final. */
    attendanceClosedAt: instant("attendance_closed_at"),
    synthesisPublishedAt: instant("synthesis_published_at"),
    /** When the personal data of who registered were deleted: only counts are left. */
    forgottenAt: instant("forgotten_at"),
  },
  (t) => [index("workshops_starts").on(t.startsAt), index("workshops_organisation").on(t.organisationId), index("workshops_district").on(t.district)],
);

/** The themes of a workshop, and what came out of it on each: written by the office, public once published. */
export const workshopSyntheses = table(
  "workshop_syntheses",
  {
    workshopId: text("workshop_id").notNull().references(() => workshops.id),
    themeId: text("theme_id").notNull().references(() => workshopThemes.id),
    text: text("text"),
    writtenAt: instant("written_at"),
    byPersonId: text("by_person_id").references(() => persons.id),
  },
  (t) => [primaryKey({ columns: [t.workshopId, t.themeId] }), index("workshop_syntheses_theme").on(t.themeId)],
);

/** Somebody who registers. Personal data: the whole row goes when it is no longer needed (domain reference 4.2); counts stay elsewhere. */
export const workshopRegistrations = table(
  "workshop_registrations",
  {
    id: text("id").primaryKey(),
    workshopId: text("workshop_id").notNull().references(() => workshops.id),
    name: text("name").notNull(),
    email: text("email").notNull(),
    /** See `attendeeKinds` in app/meetings/workshops. */
    kind: text("kind").notNull(),
    bodyName: text("body_name"),
    /** SHA-256 of the secret in the link with which it is confirmed and cancelled. */
    secretHash: text("secret_hash").notNull(),
    locale: text<"it" | "en">("locale").notNull(),
    askedAt: instant("asked_at").notNull(),
    /** Null until the link in the letter was used. */
    confirmedAt: instant("confirmed_at"),
    place: text<"seat" | "waiting">("place"),
    attendedAt: instant("attended_at"),
  },
  (t) => [uniqueIndex("workshop_registrations_secret").on(t.secretHash), uniqueIndex("workshop_registrations_email").on(t.workshopId, t.email)],
);

/** How many people of each kind registered, came, and came without having registered. All that is left once persons are forgotten. */
export const workshopCounts = table(
  "workshop_counts",
  {
    workshopId: text("workshop_id").notNull().references(() => workshops.id),
    kind: text("kind").notNull(),
    registered: int("registered").notNull(),
    attended: int("attended").notNull(),
    unregistered: int("unregistered").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workshopId, t.kind] })],
);

/** Which bodies were present: names of bodies, never of persons. `key` is the name as it is compared. */
export const workshopBodies = table(
  "workshop_bodies",
  {
    workshopId: text("workshop_id").notNull().references(() => workshops.id),
    key: text("key").notNull(),
    name: text("name").notNull(),
    kind: text("kind").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workshopId, t.key] }), index("workshop_bodies_key").on(t.key)],
);

/** A momento di raccordo: a Municipio puts together what it gathered, so that it enters the discussion of the city's tables. */
export const liaisons = table(
  "liaisons",
  {
    id: text("id").primaryKey(),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    district: int("district").notNull(),
    title: text("title").notNull(),
    /** The day on which it takes place. */
    heldOn: instant("held_on").notNull(),
    note: text("note"),
    createdAt: instant("created_at").notNull(),
    byPersonId: text("by_person_id").notNull().references(() => persons.id),
  },
  (t) => [index("liaisons_district").on(t.district, t.heldOn)],
);

/** Something gathered: a need or an idea, where it comes from, and the item that it became on a table. */
export const liaisonElements = table(
  "liaison_elements",
  {
    id: text("id").primaryKey(),
    liaisonId: text("liaison_id").notNull().references(() => liaisons.id),
    title: text("title").notNull(),
    text: text("text").notNull(),
    themeId: text("theme_id").references(() => workshopThemes.id),
    neighbourhoodId: text("neighbourhood_id").references(() => neighbourhoods.id),
    /** The workshops in which it came up. */
    workshopIds: json<string[]>("workshop_ids").notNull(),
    /** How many bodies and groups said so, where somebody counted. */
    voices: int("voices"),
    addedAt: instant("added_at").notNull(),
    itemId: text("item_id").references(() => items.id),
    /** Why it was brought to no table. */
    keptReason: text("kept_reason"),
  },
  (t) => [index("liaison_elements_liaison").on(t.liaisonId), uniqueIndex("liaison_elements_item").on(t.itemId)],
);

/** Reminders of items that a table has not answered: one for each item, person and occasion. */
export const liaisonReminders = table(
  "liaison_reminders",
  {
    itemId: text("item_id").notNull().references(() => items.id),
    personId: text("person_id").notNull().references(() => persons.id),
    /** Which occasion: the term as an epoch in milliseconds, and how far from it. */
    occasion: text("occasion").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.personId, t.occasion] })],
);
