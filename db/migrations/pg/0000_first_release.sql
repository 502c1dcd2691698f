CREATE TABLE "journal_entries" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" text,
	"organisation_id" text,
	"capacity" text NOT NULL,
	"act" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"data" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "email_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"secret_hash" text NOT NULL,
	"person_id" text,
	"email" text NOT NULL,
	"organisation_id" text,
	"capacity" text,
	"label" text,
	"created_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text,
	"administrator" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"affiliation_id" text,
	"created_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "affiliations" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"capacity" text NOT NULL,
	"powers" jsonb NOT NULL,
	"role_label" text NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_to" timestamp (3) with time zone,
	"evidence" text,
	"ended_reason" text
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"ets_category" text,
	"runts_number" text,
	"runts_section" text,
	"fiscal_code" text,
	"vat_number" text,
	"ipa_code" text,
	"pec" text,
	"legal_representative" text,
	"art5_letters" jsonb NOT NULL,
	"territory" jsonb NOT NULL,
	"purpose" text,
	"source" text NOT NULL,
	"checked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"merged_into_id" text,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "join_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"table_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"asked_by_affiliation_id" text NOT NULL,
	"motivation" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"outcome" text,
	"reason" text,
	"answered_at" timestamp (3) with time zone,
	"answered_by_affiliation_id" text,
	"seat_id" text
);
--> statement-breakpoint
CREATE TABLE "mandates" (
	"id" text PRIMARY KEY NOT NULL,
	"seat_id" text NOT NULL,
	"affiliation_id" text NOT NULL,
	"capacity" text NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_to" timestamp (3) with time zone,
	"evidence" text
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"id" text PRIMARY KEY NOT NULL,
	"table_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"role" text NOT NULL,
	"basis" text NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_to" timestamp (3) with time zone,
	"ended_reason" text
);
--> statement-breakpoint
CREATE TABLE "working_tables" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"object" text NOT NULL,
	"participants" text,
	"criteria" text,
	"periodicity" text,
	"method" text,
	"status_sources" jsonb NOT NULL,
	"plan_areas" jsonb NOT NULL,
	"pillars" jsonb NOT NULL,
	"sensitive" boolean DEFAULT false NOT NULL,
	"owner_organisation_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "realtime_bases" (
	"document_id" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"state" "bytea" NOT NULL,
	"sha256" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "realtime_bindings" (
	"document_id" text NOT NULL,
	"client" bigint NOT NULL,
	"person_id" text NOT NULL,
	"organisation_id" text,
	"first_seq" bigint NOT NULL,
	CONSTRAINT "realtime_bindings_document_id_client_pk" PRIMARY KEY("document_id","client")
);
--> statement-breakpoint
CREATE TABLE "realtime_documents" (
	"id" text PRIMARY KEY NOT NULL,
	"epoch" bigint NOT NULL,
	"head_seq" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "realtime_quarantine" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" text NOT NULL,
	"organisation_id" text,
	"connection_id" text NOT NULL,
	"reason" text NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "realtime_updates" (
	"document_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" text NOT NULL,
	"organisation_id" text,
	"session_id" text,
	"connection_id" text NOT NULL,
	"kind" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "realtime_updates_document_id_seq_pk" PRIMARY KEY("document_id","seq")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"attempts" bigint DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"last_error" text
);
--> statement-breakpoint
ALTER TABLE "email_tokens" ADD CONSTRAINT "email_tokens_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_persons_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_table_id_working_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_asked_by_affiliation_id_affiliations_id_fk" FOREIGN KEY ("asked_by_affiliation_id") REFERENCES "public"."affiliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_answered_by_affiliation_id_affiliations_id_fk" FOREIGN KEY ("answered_by_affiliation_id") REFERENCES "public"."affiliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_affiliation_id_affiliations_id_fk" FOREIGN KEY ("affiliation_id") REFERENCES "public"."affiliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_table_id_working_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_tables" ADD CONSTRAINT "working_tables_owner_organisation_id_organisations_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "realtime_bases" ADD CONSTRAINT "realtime_bases_document_id_realtime_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."realtime_documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "realtime_bindings" ADD CONSTRAINT "realtime_bindings_document_id_realtime_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."realtime_documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "realtime_quarantine" ADD CONSTRAINT "realtime_quarantine_document_id_realtime_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."realtime_documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "realtime_updates" ADD CONSTRAINT "realtime_updates_document_id_realtime_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."realtime_documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "journal_subject" ON "journal_entries" USING btree ("subject_kind","subject_id","seq");--> statement-breakpoint
CREATE INDEX "journal_act" ON "journal_entries" USING btree ("act","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "email_tokens_secret" ON "email_tokens" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "email_tokens_email" ON "email_tokens" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "persons_email" ON "persons" USING btree ("email");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "affiliations_person" ON "affiliations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "affiliations_organisation" ON "affiliations" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_slug" ON "organisations" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_fiscal_code" ON "organisations" USING btree ("fiscal_code");--> statement-breakpoint
CREATE INDEX "join_requests_table" ON "join_requests" USING btree ("table_id");--> statement-breakpoint
CREATE INDEX "join_requests_organisation" ON "join_requests" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "mandates_seat" ON "mandates" USING btree ("seat_id");--> statement-breakpoint
CREATE INDEX "mandates_affiliation" ON "mandates" USING btree ("affiliation_id");--> statement-breakpoint
CREATE INDEX "seats_table" ON "seats" USING btree ("table_id");--> statement-breakpoint
CREATE INDEX "seats_organisation" ON "seats" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "working_tables_slug" ON "working_tables" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "realtime_quarantine_document" ON "realtime_quarantine" USING btree ("document_id","at");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("sent_at","created_at");