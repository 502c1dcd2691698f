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
CREATE TABLE "attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"points" bigint NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
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
	"powers" jsonb,
	"label" text,
	"created_by" text,
	"created_by_affiliation_id" text,
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
	"locale" text DEFAULT 'it' NOT NULL,
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
CREATE TABLE "affiliation_files" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"media_type" text NOT NULL,
	"sha256" text NOT NULL,
	"size" bigint NOT NULL,
	"scanned" boolean NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"affiliation_id" text,
	"brought_by" text
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
CREATE TABLE "claims" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text,
	"person_id" text NOT NULL,
	"fiscal_code" text,
	"data" jsonb,
	"capacity" text NOT NULL,
	"role_label" text NOT NULL,
	"evidence" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"outcome" text,
	"reason" text,
	"answered_at" timestamp (3) with time zone,
	"answered_by_person_id" text
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"label" text NOT NULL,
	"visibility" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "expiry_reminders" (
	"subject_id" text NOT NULL,
	"person_id" text NOT NULL,
	"days" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "expiry_reminders_subject_id_person_id_days_pk" PRIMARY KEY("subject_id","person_id","days")
);
--> statement-breakpoint
CREATE TABLE "interests" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"person_id" text NOT NULL,
	"holder" text NOT NULL,
	"what" text NOT NULL,
	"declared_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "network_members" (
	"id" text PRIMARY KEY NOT NULL,
	"network_id" text NOT NULL,
	"member_id" text NOT NULL,
	"source" text NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_to" timestamp (3) with time zone
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
	"represents" jsonb NOT NULL,
	"size" text,
	"source" text NOT NULL,
	"checked_at" timestamp (3) with time zone,
	"checked_by_person_id" text,
	"source_date" timestamp (3) with time zone,
	"enrolment" text,
	"enrolment_from" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"merged_into_id" text,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "registry_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	"since" timestamp (3) with time zone,
	"note" text,
	"by_person_id" text NOT NULL,
	"import_id" text
);
--> statement-breakpoint
CREATE TABLE "registry_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"list" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"list_date" timestamp (3) with time zone NOT NULL,
	"complete" boolean NOT NULL,
	"rows" jsonb NOT NULL,
	"refused" jsonb NOT NULL,
	"uploaded_by_person_id" text NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"discarded_at" timestamp (3) with time zone,
	"outcome" jsonb
);
--> statement-breakpoint
CREATE TABLE "coverage_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"table_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_person_id" text NOT NULL,
	"next_check" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coverage_tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"check_id" text NOT NULL,
	"table_id" text NOT NULL,
	"dimension" text NOT NULL,
	"value" text NOT NULL,
	"candidate_ids" jsonb NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "item_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"step" text NOT NULL,
	"from_table_id" text,
	"to_table_id" text,
	"reason" text,
	"person_id" text NOT NULL,
	"organisation_id" text
);
--> statement-breakpoint
CREATE TABLE "items" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"kind" text NOT NULL,
	"origin_table_id" text,
	"raised_by_organisation_id" text NOT NULL,
	"raised_by_person_id" text NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"at_table_id" text,
	"state" text NOT NULL,
	"due" timestamp (3) with time zone
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
CREATE TABLE "mandate_files" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"media_type" text NOT NULL,
	"sha256" text NOT NULL,
	"size" bigint NOT NULL,
	"scanned" boolean NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"mandate_id" text NOT NULL
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
CREATE TABLE "mapping_campaigns" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"due" timestamp (3) with time zone NOT NULL,
	"dormant_months" bigint NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "mapping_forms" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"table_id" text,
	"table_name" text NOT NULL,
	"answers" jsonb,
	"saved_at" timestamp (3) with time zone,
	"returned_at" timestamp (3) with time zone,
	"returned_by_person_id" text,
	"applied_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "overlap_decisions" (
	"first_table_id" text NOT NULL,
	"second_table_id" text NOT NULL,
	"finding" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_person_id" text NOT NULL,
	CONSTRAINT "overlap_decisions_first_table_id_second_table_id_finding_pk" PRIMARY KEY("first_table_id","second_table_id","finding")
);
--> statement-breakpoint
CREATE TABLE "reorganisation_comments" (
	"id" text PRIMARY KEY NOT NULL,
	"reorganisation_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"person_id" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reorganisations" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"moves" jsonb NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"by_organisation_id" text,
	"comments_until" timestamp (3) with time zone,
	"act" text,
	"approved_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"id" text PRIMARY KEY NOT NULL,
	"table_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"role" text NOT NULL,
	"kind" text NOT NULL,
	"basis" text NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_to" timestamp (3) with time zone,
	"ended_reason" text
);
--> statement-breakpoint
CREATE TABLE "table_relations" (
	"id" text PRIMARY KEY NOT NULL,
	"from_table_id" text NOT NULL,
	"to_table_id" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_to" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "table_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"table_id" text NOT NULL,
	"version" bigint NOT NULL,
	"rules" jsonb NOT NULL,
	"act" text NOT NULL,
	"from" timestamp (3) with time zone NOT NULL,
	"by_person_id" text NOT NULL,
	"by_organisation_id" text
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
	"status_resolution" jsonb,
	"good_practice" text,
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
	"sha256" text NOT NULL,
	"summary" "bytea",
	"summary_sha256" text
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
CREATE TABLE "realtime_epochs" (
	"document_id" text NOT NULL,
	"epoch" bigint NOT NULL,
	"after_seq" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"cause" text NOT NULL,
	CONSTRAINT "realtime_epochs_document_id_epoch_pk" PRIMARY KEY("document_id","epoch")
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
CREATE TABLE "realtime_quarantine_resolutions" (
	"quarantine_id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" text NOT NULL,
	"note" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "realtime_set_aside" (
	"document_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "realtime_set_aside_document_id_seq_pk" PRIMARY KEY("document_id","seq")
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
CREATE TABLE "document_attributions" (
	"document_id" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"state" "bytea" NOT NULL,
	"ledger" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_files" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"media_type" text NOT NULL,
	"sha256" text NOT NULL,
	"size" bigint NOT NULL,
	"scanned" boolean NOT NULL,
	"person_id" text NOT NULL,
	"organisation_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text,
	"withdrawn_by_person_id" text,
	"withdrawn_by_organisation_id" text
);
--> statement-breakpoint
CREATE TABLE "document_grants" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"access" text NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_to" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "document_state_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" text,
	"organisation_id" text,
	"reason" text,
	"ends_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "document_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"number" bigint NOT NULL,
	"kind" text NOT NULL,
	"cause" text NOT NULL,
	"name" text,
	"reason" text,
	"seq" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" text,
	"organisation_id" text,
	"writers" jsonb NOT NULL,
	"state" "bytea" NOT NULL,
	"text" text NOT NULL,
	"sha256" text NOT NULL,
	"authorship" jsonb
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"scope_kind" text NOT NULL,
	"scope_id" text NOT NULL,
	"template" text NOT NULL,
	"state" text NOT NULL,
	"consultation_ends_at" timestamp (3) with time zone,
	"superseded_by_id" text,
	"visibility" text NOT NULL,
	"schema_version" bigint NOT NULL,
	"created_by_person_id" text,
	"created_by_organisation_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"locked_at" timestamp (3) with time zone,
	"locked_reason" text,
	"lock_lifted_at" timestamp (3) with time zone,
	"governed_by" text,
	"closed_at" timestamp (3) with time zone,
	"comments_must_close" boolean,
	"versioned_seq" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_corrections" (
	"document_id" text PRIMARY KEY NOT NULL,
	"corrects_id" text NOT NULL,
	"record_sha256" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_seals" (
	"version_id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" text,
	"organisation_id" text,
	"organisation_name" text NOT NULL,
	"protocol" text,
	"text_sha256" text NOT NULL,
	"record_sha256" text NOT NULL,
	"pdf_sha256" text NOT NULL,
	"journal_seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_job_files" (
	"job_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" text NOT NULL,
	"organisation_id" text,
	"document_id" text,
	"title" text NOT NULL,
	"wish" jsonb NOT NULL,
	"state" text NOT NULL,
	"step" text NOT NULL,
	"step_number" bigint NOT NULL,
	"steps" bigint NOT NULL,
	"because" text,
	"values" jsonb,
	"result" jsonb,
	"at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer_readings" (
	"person_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "answer_readings_person_id_organisation_id_pk" PRIMARY KEY("person_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"person_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"suggestion_id" text,
	"observation_id" text,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"told_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "comment_edits" (
	"id" text PRIMARY KEY NOT NULL,
	"comment_id" text NOT NULL,
	"text" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_threads" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"person_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"anchor" jsonb NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"resolved_by_person_id" text,
	"resolved_by_organisation_id" text
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"person_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"text" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "observations" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"person_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"number" bigint NOT NULL,
	"section_id" text,
	"section_title" text,
	"text" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "position_questions" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"person_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"section_id" text,
	"note" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "positions" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"person_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"section_id" text,
	"section_title" text,
	"stance" text NOT NULL,
	"condition" text,
	"sha256" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suggestions" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"person_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"mark" text NOT NULL,
	"first" jsonb NOT NULL,
	"words" jsonb NOT NULL,
	"seen_seq" bigint NOT NULL,
	"gone_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "access_needs" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"person_id" text NOT NULL,
	"needs" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_items" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"position" bigint NOT NULL,
	"title" text NOT NULL,
	"text" text,
	"minutes" bigint NOT NULL,
	"kind" text NOT NULL,
	"proposer_organisation_id" text,
	"document_id" text,
	"item_id" text,
	"source_kind" text,
	"source_id" text
);
--> statement-breakpoint
CREATE TABLE "agenda_proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"table_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"minutes" bigint NOT NULL,
	"document_id" text,
	"organisation_id" text NOT NULL,
	"person_id" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"outcome" text,
	"reason" text,
	"answered_at" timestamp (3) with time zone,
	"answered_by_person_id" text,
	"agenda_item_id" text
);
--> statement-breakpoint
CREATE TABLE "attendance_replies" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"seat_id" text NOT NULL,
	"person_id" text NOT NULL,
	"answer" text NOT NULL,
	"note" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attendances" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"seat_id" text,
	"mandate_id" text,
	"person_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"capacity" text NOT NULL,
	"remote" boolean DEFAULT false NOT NULL,
	"arrived_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone,
	"because" text,
	"extension_reason" text,
	"extended_by_person_id" text,
	"recorded_by_person_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "call_recipients" (
	"id" text PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"seat_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"person_id" text,
	"capacity" text,
	"letter_id" text
);
--> statement-breakpoint
CREATE TABLE "conflict_declarations" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"agenda_item_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"person_id" text NOT NULL,
	"interest" text NOT NULL,
	"declared_at" timestamp (3) with time zone NOT NULL,
	"recorded_by_person_id" text,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text
);
--> statement-breakpoint
CREATE TABLE "meeting_calls" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"kind" text NOT NULL,
	"sequence" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"free_days" bigint NOT NULL,
	"needed_days" bigint NOT NULL,
	"urgent_reason" text,
	"reason" text,
	"content" jsonb NOT NULL,
	"by_person_id" text NOT NULL,
	"by_organisation_id" text
);
--> statement-breakpoint
CREATE TABLE "meeting_polls" (
	"id" text PRIMARY KEY NOT NULL,
	"table_id" text NOT NULL,
	"title" text NOT NULL,
	"minutes" bigint NOT NULL,
	"note" text,
	"answers_by" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"by_person_id" text NOT NULL,
	"by_organisation_id" text,
	"closed_at" timestamp (3) with time zone,
	"meeting_id" text
);
--> statement-breakpoint
CREATE TABLE "meeting_series" (
	"id" text PRIMARY KEY NOT NULL,
	"table_id" text NOT NULL,
	"recurrence" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"by_person_id" text NOT NULL,
	"by_organisation_id" text
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" text PRIMARY KEY NOT NULL,
	"table_id" text NOT NULL,
	"series_id" text,
	"title" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"mode" text NOT NULL,
	"place" text,
	"link" text,
	"note" text,
	"call_id" text,
	"sequence" bigint DEFAULT 0 NOT NULL,
	"revision" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by_person_id" text NOT NULL,
	"created_by_organisation_id" text,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"announced_at" timestamp (3) with time zone,
	"convened_at" timestamp (3) with time zone,
	"opened_at" timestamp (3) with time zone,
	"second_call_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"cancelled_reason" text
);
--> statement-breakpoint
CREATE TABLE "poll_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"poll_id" text NOT NULL,
	"option_id" text NOT NULL,
	"seat_id" text NOT NULL,
	"person_id" text NOT NULL,
	"answer" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "poll_options" (
	"id" text PRIMARY KEY NOT NULL,
	"poll_id" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "liaison_elements" (
	"id" text PRIMARY KEY NOT NULL,
	"liaison_id" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"theme_id" text,
	"neighbourhood_id" text,
	"workshop_ids" jsonb NOT NULL,
	"voices" bigint,
	"added_at" timestamp (3) with time zone NOT NULL,
	"item_id" text,
	"kept_reason" text
);
--> statement-breakpoint
CREATE TABLE "liaison_reminders" (
	"item_id" text NOT NULL,
	"person_id" text NOT NULL,
	"occasion" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "liaison_reminders_item_id_person_id_occasion_pk" PRIMARY KEY("item_id","person_id","occasion")
);
--> statement-breakpoint
CREATE TABLE "liaisons" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"district" bigint NOT NULL,
	"title" text NOT NULL,
	"held_on" timestamp (3) with time zone NOT NULL,
	"note" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"by_person_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "local_bodies" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"district" bigint NOT NULL,
	"neighbourhood_id" text,
	"note" text,
	"kept_by_organisation_id" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "neighbourhoods" (
	"id" text PRIMARY KEY NOT NULL,
	"district" bigint NOT NULL,
	"name" text NOT NULL,
	"code" text
);
--> statement-breakpoint
CREATE TABLE "workshop_bodies" (
	"workshop_id" text NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "workshop_bodies_workshop_id_key_pk" PRIMARY KEY("workshop_id","key")
);
--> statement-breakpoint
CREATE TABLE "workshop_counts" (
	"workshop_id" text NOT NULL,
	"kind" text NOT NULL,
	"registered" bigint NOT NULL,
	"attended" bigint NOT NULL,
	"unregistered" bigint NOT NULL,
	CONSTRAINT "workshop_counts_workshop_id_kind_pk" PRIMARY KEY("workshop_id","kind")
);
--> statement-breakpoint
CREATE TABLE "workshop_registrations" (
	"id" text PRIMARY KEY NOT NULL,
	"workshop_id" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"kind" text NOT NULL,
	"body_name" text,
	"secret_hash" text NOT NULL,
	"locale" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"place" text,
	"attended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "workshop_syntheses" (
	"workshop_id" text NOT NULL,
	"theme_id" text NOT NULL,
	"text" text,
	"written_at" timestamp (3) with time zone,
	"by_person_id" text,
	CONSTRAINT "workshop_syntheses_workshop_id_theme_id_pk" PRIMARY KEY("workshop_id","theme_id")
);
--> statement-breakpoint
CREATE TABLE "workshop_themes" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"position" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "workshops" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"organisation_id" text NOT NULL,
	"district" bigint,
	"neighbourhood_id" text,
	"place" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"capacity" bigint NOT NULL,
	"revision" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"cancelled_reason" text,
	"attendance_closed_at" timestamp (3) with time zone,
	"synthesis_published_at" timestamp (3) with time zone,
	"forgotten_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "commitment_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"commitment_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"step" text NOT NULL,
	"note" text,
	"due" timestamp (3) with time zone,
	"person_id" text NOT NULL,
	"organisation_id" text
);
--> statement-breakpoint
CREATE TABLE "commitments" (
	"id" text PRIMARY KEY NOT NULL,
	"table_id" text NOT NULL,
	"meeting_id" text,
	"agenda_item_id" text,
	"what" text NOT NULL,
	"organisation_id" text NOT NULL,
	"due" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	"recorded_by_person_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ballots" (
	"id" text PRIMARY KEY NOT NULL,
	"decision_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"seat_id" text NOT NULL,
	"mandate_id" text,
	"person_id" text NOT NULL,
	"choice" text NOT NULL,
	"conflict" boolean NOT NULL,
	"public_body" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"agenda_item_id" text NOT NULL,
	"text" text NOT NULL,
	"method" text NOT NULL,
	"document_id" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"opened_by_person_id" text NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"outcome" text,
	"reason" text,
	"entitled" bigint,
	"present" bigint,
	"needed" bigint,
	"tally" jsonb
);
--> statement-breakpoint
CREATE TABLE "reserves" (
	"id" text PRIMARY KEY NOT NULL,
	"decision_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "minutes_amendments" (
	"id" text PRIMARY KEY NOT NULL,
	"minutes_id" text NOT NULL,
	"agenda_item_id" text,
	"organisation_id" text NOT NULL,
	"person_id" text NOT NULL,
	"text" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"outcome" text,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	"answered_by_person_id" text
);
--> statement-breakpoint
CREATE TABLE "minutes" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"document_id" text NOT NULL,
	"corrects_id" text,
	"corrects_sha256" text,
	"correction_reason" text,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"begun_by_person_id" text NOT NULL,
	"begun_by_organisation_id" text,
	"circulated_at" timestamp (3) with time zone,
	"amendable_until" timestamp (3) with time zone,
	"written_block_ids" jsonb NOT NULL,
	"approved_at" timestamp (3) with time zone,
	"approval" text,
	"approved_at_meeting_id" text,
	"sealed_at" timestamp (3) with time zone,
	"publication" text,
	"published_at" timestamp (3) with time zone,
	"publication_reason" text,
	"extract" jsonb
);
--> statement-breakpoint
CREATE TABLE "minutes_recipients" (
	"id" text PRIMARY KEY NOT NULL,
	"minutes_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_papers" (
	"agenda_item_id" text NOT NULL,
	"document_id" text NOT NULL,
	"position" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposal_papers" (
	"proposal_id" text NOT NULL,
	"document_id" text NOT NULL,
	"position" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "forfeitures" (
	"id" text PRIMARY KEY NOT NULL,
	"table_id" text NOT NULL,
	"seat_id" text NOT NULL,
	"missed_ids" jsonb NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"decided_by_person_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "action_partners" (
	"id" text PRIMARY KEY NOT NULL,
	"action_id" text NOT NULL,
	"organisation_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "objective_pillars" (
	"id" text PRIMARY KEY NOT NULL,
	"objective_id" text NOT NULL,
	"pillar_id" text,
	"label" text NOT NULL,
	"position" bigint NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_reason" text
);
--> statement-breakpoint
CREATE TABLE "plan_actions" (
	"id" text PRIMARY KEY NOT NULL,
	"strategy_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"districts" jsonb NOT NULL,
	"starts_on" timestamp (3) with time zone NOT NULL,
	"ends_on" timestamp (3) with time zone,
	"state" text NOT NULL,
	"declared_by_affiliation_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text
);
--> statement-breakpoint
CREATE TABLE "plan_areas" (
	"id" text PRIMARY KEY NOT NULL,
	"edition_id" text NOT NULL,
	"number" text NOT NULL,
	"position" bigint NOT NULL,
	"title" text NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_reason" text
);
--> statement-breakpoint
CREATE TABLE "plan_editions" (
	"id" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_import_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"source" text NOT NULL,
	"plan" jsonb NOT NULL,
	"revision" bigint NOT NULL,
	"uploaded_by_person_id" text NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"edition_id" text,
	"confirmed_at" timestamp (3) with time zone,
	"discarded_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "plan_objectives" (
	"id" text PRIMARY KEY NOT NULL,
	"area_id" text NOT NULL,
	"kind" text NOT NULL,
	"position" bigint NOT NULL,
	"title" text NOT NULL,
	"review" boolean NOT NULL,
	"source_line" bigint,
	"ended_at" timestamp (3) with time zone,
	"ended_reason" text
);
--> statement-breakpoint
CREATE TABLE "plan_pillars" (
	"id" text PRIMARY KEY NOT NULL,
	"edition_id" text NOT NULL,
	"code" text NOT NULL,
	"position" bigint NOT NULL,
	"title" text NOT NULL,
	"short_title" text NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_reason" text
);
--> statement-breakpoint
CREATE TABLE "plan_strategies" (
	"id" text PRIMARY KEY NOT NULL,
	"objective_id" text NOT NULL,
	"position" bigint NOT NULL,
	"text" text NOT NULL,
	"review" boolean NOT NULL,
	"source_line" bigint,
	"ended_at" timestamp (3) with time zone,
	"ended_reason" text
);
--> statement-breakpoint
CREATE TABLE "table_follows_objective" (
	"id" text PRIMARY KEY NOT NULL,
	"table_id" text NOT NULL,
	"objective_id" text NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_to" timestamp (3) with time zone,
	"ended_reason" text
);
--> statement-breakpoint
CREATE TABLE "guideline_addressees" (
	"id" text PRIMARY KEY NOT NULL,
	"version_id" text NOT NULL,
	"table_id" text,
	"organisation_id" text,
	"actors" text
);
--> statement-breakpoint
CREATE TABLE "guideline_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"addressee_id" text NOT NULL,
	"answer" text NOT NULL,
	"text" text,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" text NOT NULL,
	"organisation_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guideline_effects" (
	"id" text PRIMARY KEY NOT NULL,
	"guideline_id" text NOT NULL,
	"action_id" text,
	"objective_id" text,
	"strategy_id" text,
	"note" text,
	"at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"person_id" text NOT NULL,
	"organisation_id" text
);
--> statement-breakpoint
CREATE TABLE "guideline_targets" (
	"id" text PRIMARY KEY NOT NULL,
	"guideline_id" text NOT NULL,
	"objective_id" text,
	"strategy_id" text,
	"added_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "guideline_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"guideline_id" text NOT NULL,
	"version" bigint NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"reason" text NOT NULL,
	"item_id" text,
	"decision_id" text,
	"act" text,
	"effective_on" timestamp (3) with time zone NOT NULL,
	"answer_by" timestamp (3) with time zone,
	"revision" bigint NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"issued_at" timestamp (3) with time zone,
	"issued_by_person_id" text,
	"issued_by_organisation_id" text
);
--> statement-breakpoint
CREATE TABLE "guidelines" (
	"id" text PRIMARY KEY NOT NULL,
	"table_id" text NOT NULL,
	"number" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text
);
--> statement-breakpoint
CREATE TABLE "conflict_resolutions" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"resolution" text NOT NULL,
	"prevailing_side_id" text,
	"referred_to" text,
	"reason" text NOT NULL,
	"decision_id" text,
	"guideline_id" text,
	"objective_id" text,
	"strategy_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" text NOT NULL,
	"organisation_id" text
);
--> statement-breakpoint
CREATE TABLE "conflict_sides" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"objective_id" text,
	"strategy_id" text,
	"action_id" text,
	"guideline_id" text,
	"decision_id" text,
	"table_id" text,
	"name" text
);
--> statement-breakpoint
CREATE TABLE "policy_conflicts" (
	"item_id" text PRIMARY KEY NOT NULL,
	"nature" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "application_decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"affiliation_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "application_openings" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"procedure_id" text NOT NULL,
	"affiliation_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "application_partners" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"role" text NOT NULL,
	"state" text NOT NULL,
	"invited_at" timestamp (3) with time zone NOT NULL,
	"invited_by_affiliation_id" text NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"answered_by_affiliation_id" text,
	"left_at" timestamp (3) with time zone,
	"left_reason" text,
	"share" bigint,
	"declaration" text,
	"confirmed_at" timestamp (3) with time zone,
	"confirmed_by_affiliation_id" text,
	"confirmed_digest" text
);
--> statement-breakpoint
CREATE TABLE "application_receipts" (
	"number" text PRIMARY KEY NOT NULL,
	"year" bigint NOT NULL,
	"sequence" bigint NOT NULL,
	"application_id" text NOT NULL,
	"procedure_id" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"submitted_by_affiliation_id" text NOT NULL,
	"package_bytes" "bytea" NOT NULL,
	"package_sha256" text NOT NULL,
	"receipt_bytes" "bytea" NOT NULL,
	"receipt_sha256" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by_affiliation_id" text
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" text PRIMARY KEY NOT NULL,
	"procedure_id" text NOT NULL,
	"lead_organisation_id" text NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"document_id" text NOT NULL,
	"budget_version" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by_affiliation_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "budget_costs" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"partner_id" text NOT NULL,
	"position" bigint NOT NULL,
	"action" text NOT NULL,
	"category" text NOT NULL,
	"year" bigint NOT NULL,
	"resource_class" text NOT NULL,
	"amount" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "budget_resources" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"partner_id" text NOT NULL,
	"position" bigint NOT NULL,
	"resource_class" text NOT NULL,
	"source" text NOT NULL,
	"year" bigint NOT NULL,
	"amount" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "procedure_notices" (
	"id" text PRIMARY KEY NOT NULL,
	"procedure_id" text NOT NULL,
	"version" bigint NOT NULL,
	"occasion" text NOT NULL,
	"content" jsonb NOT NULL,
	"reason" text,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"saved_by_affiliation_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "procedure_transitions" (
	"id" text PRIMARY KEY NOT NULL,
	"procedure_id" text NOT NULL,
	"event" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"affiliation_id" text,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "procedures" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"organisation_id" text NOT NULL,
	"table_id" text,
	"objectives" jsonb NOT NULL,
	"state" text NOT NULL,
	"opens_at" timestamp (3) with time zone,
	"closes_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by_affiliation_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "declined_letters" (
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "declined_letters_person_id_kind_pk" PRIMARY KEY("person_id","kind")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"attachments" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"attempts" bigint DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"last_error" text
);
--> statement-breakpoint
ALTER TABLE "email_tokens" ADD CONSTRAINT "email_tokens_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_persons_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliation_files" ADD CONSTRAINT "affiliation_files_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliation_files" ADD CONSTRAINT "affiliation_files_affiliation_id_affiliations_id_fk" FOREIGN KEY ("affiliation_id") REFERENCES "public"."affiliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_answered_by_person_id_persons_id_fk" FOREIGN KEY ("answered_by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expiry_reminders" ADD CONSTRAINT "expiry_reminders_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_members" ADD CONSTRAINT "network_members_network_id_organisations_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_members" ADD CONSTRAINT "network_members_member_id_organisations_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_checked_by_person_id_persons_id_fk" FOREIGN KEY ("checked_by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registry_checks" ADD CONSTRAINT "registry_checks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registry_checks" ADD CONSTRAINT "registry_checks_by_person_id_persons_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registry_checks" ADD CONSTRAINT "registry_checks_import_id_registry_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."registry_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registry_imports" ADD CONSTRAINT "registry_imports_uploaded_by_person_id_persons_id_fk" FOREIGN KEY ("uploaded_by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_checks" ADD CONSTRAINT "coverage_checks_table_id_working_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_checks" ADD CONSTRAINT "coverage_checks_by_person_id_persons_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_tasks" ADD CONSTRAINT "coverage_tasks_check_id_coverage_checks_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."coverage_checks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_tasks" ADD CONSTRAINT "coverage_tasks_table_id_working_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_steps" ADD CONSTRAINT "item_steps_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_steps" ADD CONSTRAINT "item_steps_from_table_id_working_tables_id_fk" FOREIGN KEY ("from_table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_steps" ADD CONSTRAINT "item_steps_to_table_id_working_tables_id_fk" FOREIGN KEY ("to_table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_steps" ADD CONSTRAINT "item_steps_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_steps" ADD CONSTRAINT "item_steps_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_origin_table_id_working_tables_id_fk" FOREIGN KEY ("origin_table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_raised_by_organisation_id_organisations_id_fk" FOREIGN KEY ("raised_by_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_raised_by_person_id_persons_id_fk" FOREIGN KEY ("raised_by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_at_table_id_working_tables_id_fk" FOREIGN KEY ("at_table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_table_id_working_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_asked_by_affiliation_id_affiliations_id_fk" FOREIGN KEY ("asked_by_affiliation_id") REFERENCES "public"."affiliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_answered_by_affiliation_id_affiliations_id_fk" FOREIGN KEY ("answered_by_affiliation_id") REFERENCES "public"."affiliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_files" ADD CONSTRAINT "mandate_files_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_files" ADD CONSTRAINT "mandate_files_mandate_id_mandates_id_fk" FOREIGN KEY ("mandate_id") REFERENCES "public"."mandates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_affiliation_id_affiliations_id_fk" FOREIGN KEY ("affiliation_id") REFERENCES "public"."affiliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_forms" ADD CONSTRAINT "mapping_forms_campaign_id_mapping_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."mapping_campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_forms" ADD CONSTRAINT "mapping_forms_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_forms" ADD CONSTRAINT "mapping_forms_table_id_working_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_forms" ADD CONSTRAINT "mapping_forms_returned_by_person_id_persons_id_fk" FOREIGN KEY ("returned_by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overlap_decisions" ADD CONSTRAINT "overlap_decisions_first_table_id_working_tables_id_fk" FOREIGN KEY ("first_table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overlap_decisions" ADD CONSTRAINT "overlap_decisions_second_table_id_working_tables_id_fk" FOREIGN KEY ("second_table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overlap_decisions" ADD CONSTRAINT "overlap_decisions_by_person_id_persons_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reorganisation_comments" ADD CONSTRAINT "reorganisation_comments_reorganisation_id_reorganisations_id_fk" FOREIGN KEY ("reorganisation_id") REFERENCES "public"."reorganisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reorganisation_comments" ADD CONSTRAINT "reorganisation_comments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reorganisation_comments" ADD CONSTRAINT "reorganisation_comments_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reorganisations" ADD CONSTRAINT "reorganisations_by_organisation_id_organisations_id_fk" FOREIGN KEY ("by_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_table_id_working_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_relations" ADD CONSTRAINT "table_relations_from_table_id_working_tables_id_fk" FOREIGN KEY ("from_table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_relations" ADD CONSTRAINT "table_relations_to_table_id_working_tables_id_fk" FOREIGN KEY ("to_table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_rules" ADD CONSTRAINT "table_rules_table_id_working_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_rules" ADD CONSTRAINT "table_rules_by_person_id_persons_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_rules" ADD CONSTRAINT "table_rules_by_organisation_id_organisations_id_fk" FOREIGN KEY ("by_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_tables" ADD CONSTRAINT "working_tables_owner_organisation_id_organisations_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "realtime_bases" ADD CONSTRAINT "realtime_bases_document_id_realtime_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."realtime_documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "realtime_bindings" ADD CONSTRAINT "realtime_bindings_document_id_realtime_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."realtime_documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "realtime_epochs" ADD CONSTRAINT "realtime_epochs_document_id_realtime_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."realtime_documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "realtime_quarantine" ADD CONSTRAINT "realtime_quarantine_document_id_realtime_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."realtime_documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "realtime_quarantine_resolutions" ADD CONSTRAINT "realtime_quarantine_resolutions_quarantine_id_realtime_quarantine_id_fk" FOREIGN KEY ("quarantine_id") REFERENCES "public"."realtime_quarantine"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "realtime_set_aside" ADD CONSTRAINT "realtime_set_aside_document_id_realtime_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."realtime_documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "realtime_updates" ADD CONSTRAINT "realtime_updates_document_id_realtime_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."realtime_documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_attributions" ADD CONSTRAINT "document_attributions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_files" ADD CONSTRAINT "document_files_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_files" ADD CONSTRAINT "document_files_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_files" ADD CONSTRAINT "document_files_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_files" ADD CONSTRAINT "document_files_withdrawn_by_person_id_persons_id_fk" FOREIGN KEY ("withdrawn_by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_files" ADD CONSTRAINT "document_files_withdrawn_by_organisation_id_organisations_id_fk" FOREIGN KEY ("withdrawn_by_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_grants" ADD CONSTRAINT "document_grants_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_grants" ADD CONSTRAINT "document_grants_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_state_changes" ADD CONSTRAINT "document_state_changes_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_state_changes" ADD CONSTRAINT "document_state_changes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_state_changes" ADD CONSTRAINT "document_state_changes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_created_by_person_id_persons_id_fk" FOREIGN KEY ("created_by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_created_by_organisation_id_organisations_id_fk" FOREIGN KEY ("created_by_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_corrections" ADD CONSTRAINT "document_corrections_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_corrections" ADD CONSTRAINT "document_corrections_corrects_id_documents_id_fk" FOREIGN KEY ("corrects_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_seals" ADD CONSTRAINT "document_seals_version_id_document_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."document_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_seals" ADD CONSTRAINT "document_seals_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_seals" ADD CONSTRAINT "document_seals_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_seals" ADD CONSTRAINT "document_seals_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_job_files" ADD CONSTRAINT "document_job_files_job_id_document_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."document_jobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_jobs" ADD CONSTRAINT "document_jobs_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_readings" ADD CONSTRAINT "answer_readings_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_readings" ADD CONSTRAINT "answer_readings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_suggestion_id_suggestions_id_fk" FOREIGN KEY ("suggestion_id") REFERENCES "public"."suggestions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_observation_id_observations_id_fk" FOREIGN KEY ("observation_id") REFERENCES "public"."observations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_edits" ADD CONSTRAINT "comment_edits_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_threads" ADD CONSTRAINT "comment_threads_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_threads" ADD CONSTRAINT "comment_threads_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_threads" ADD CONSTRAINT "comment_threads_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_threads" ADD CONSTRAINT "comment_threads_resolved_by_person_id_persons_id_fk" FOREIGN KEY ("resolved_by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_threads" ADD CONSTRAINT "comment_threads_resolved_by_organisation_id_organisations_id_fk" FOREIGN KEY ("resolved_by_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_thread_id_comment_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."comment_threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position_questions" ADD CONSTRAINT "position_questions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position_questions" ADD CONSTRAINT "position_questions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position_questions" ADD CONSTRAINT "position_questions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_needs" ADD CONSTRAINT "access_needs_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_needs" ADD CONSTRAINT "access_needs_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_proposer_organisation_id_organisations_id_fk" FOREIGN KEY ("proposer_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_proposals" ADD CONSTRAINT "agenda_proposals_table_id_working_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_proposals" ADD CONSTRAINT "agenda_proposals_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_proposals" ADD CONSTRAINT "agenda_proposals_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_proposals" ADD CONSTRAINT "agenda_proposals_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_proposals" ADD CONSTRAINT "agenda_proposals_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_proposals" ADD CONSTRAINT "agenda_proposals_answered_by_person_id_persons_id_fk" FOREIGN KEY ("answered_by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_replies" ADD CONSTRAINT "attendance_replies_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_replies" ADD CONSTRAINT "attendance_replies_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_replies" ADD CONSTRAINT "attendance_replies_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_mandate_id_mandates_id_fk" FOREIGN KEY ("mandate_id") REFERENCES "public"."mandates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_extended_by_person_id_persons_id_fk" FOREIGN KEY ("extended_by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_recorded_by_person_id_persons_id_fk" FOREIGN KEY ("recorded_by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_recipients" ADD CONSTRAINT "call_recipients_call_id_meeting_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."meeting_calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_recipients" ADD CONSTRAINT "call_recipients_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_recipients" ADD CONSTRAINT "call_recipients_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_recipients" ADD CONSTRAINT "call_recipients_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_recipients" ADD CONSTRAINT "call_recipients_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_recipients" ADD CONSTRAINT "call_recipients_letter_id_outbox_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."outbox"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_recorded_by_person_id_persons_id_fk" FOREIGN KEY ("recorded_by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_calls" ADD CONSTRAINT "meeting_calls_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_calls" ADD CONSTRAINT "meeting_calls_by_person_id_persons_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_calls" ADD CONSTRAINT "meeting_calls_by_organisation_id_organisations_id_fk" FOREIGN KEY ("by_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_polls" ADD CONSTRAINT "meeting_polls_table_id_working_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_polls" ADD CONSTRAINT "meeting_polls_by_person_id_persons_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_polls" ADD CONSTRAINT "meeting_polls_by_organisation_id_organisations_id_fk" FOREIGN KEY ("by_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_polls" ADD CONSTRAINT "meeting_polls_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_series" ADD CONSTRAINT "meeting_series_table_id_working_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_series" ADD CONSTRAINT "meeting_series_by_person_id_persons_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_series" ADD CONSTRAINT "meeting_series_by_organisation_id_organisations_id_fk" FOREIGN KEY ("by_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_table_id_working_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_series_id_meeting_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."meeting_series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_created_by_person_id_persons_id_fk" FOREIGN KEY ("created_by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_created_by_organisation_id_organisations_id_fk" FOREIGN KEY ("created_by_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_answers" ADD CONSTRAINT "poll_answers_poll_id_meeting_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."meeting_polls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_answers" ADD CONSTRAINT "poll_answers_option_id_poll_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."poll_options"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_answers" ADD CONSTRAINT "poll_answers_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_answers" ADD CONSTRAINT "poll_answers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_options" ADD CONSTRAINT "poll_options_poll_id_meeting_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."meeting_polls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "liaison_elements" ADD CONSTRAINT "liaison_elements_liaison_id_liaisons_id_fk" FOREIGN KEY ("liaison_id") REFERENCES "public"."liaisons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "liaison_elements" ADD CONSTRAINT "liaison_elements_theme_id_workshop_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."workshop_themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "liaison_elements" ADD CONSTRAINT "liaison_elements_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "liaison_elements" ADD CONSTRAINT "liaison_elements_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "liaison_reminders" ADD CONSTRAINT "liaison_reminders_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "liaison_reminders" ADD CONSTRAINT "liaison_reminders_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "liaisons" ADD CONSTRAINT "liaisons_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "liaisons" ADD CONSTRAINT "liaisons_by_person_id_persons_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_bodies" ADD CONSTRAINT "local_bodies_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_bodies" ADD CONSTRAINT "local_bodies_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_bodies" ADD CONSTRAINT "local_bodies_kept_by_organisation_id_organisations_id_fk" FOREIGN KEY ("kept_by_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_bodies" ADD CONSTRAINT "workshop_bodies_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_counts" ADD CONSTRAINT "workshop_counts_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_registrations" ADD CONSTRAINT "workshop_registrations_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_syntheses" ADD CONSTRAINT "workshop_syntheses_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_syntheses" ADD CONSTRAINT "workshop_syntheses_theme_id_workshop_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."workshop_themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_syntheses" ADD CONSTRAINT "workshop_syntheses_by_person_id_persons_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_steps" ADD CONSTRAINT "commitment_steps_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_steps" ADD CONSTRAINT "commitment_steps_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_steps" ADD CONSTRAINT "commitment_steps_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_table_id_working_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_recorded_by_person_id_persons_id_fk" FOREIGN KEY ("recorded_by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_mandate_id_mandates_id_fk" FOREIGN KEY ("mandate_id") REFERENCES "public"."mandates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_opened_by_person_id_persons_id_fk" FOREIGN KEY ("opened_by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reserves" ADD CONSTRAINT "reserves_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reserves" ADD CONSTRAINT "reserves_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reserves" ADD CONSTRAINT "reserves_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_amendments" ADD CONSTRAINT "minutes_amendments_minutes_id_minutes_id_fk" FOREIGN KEY ("minutes_id") REFERENCES "public"."minutes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_amendments" ADD CONSTRAINT "minutes_amendments_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_amendments" ADD CONSTRAINT "minutes_amendments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_amendments" ADD CONSTRAINT "minutes_amendments_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_amendments" ADD CONSTRAINT "minutes_amendments_answered_by_person_id_persons_id_fk" FOREIGN KEY ("answered_by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_begun_by_person_id_persons_id_fk" FOREIGN KEY ("begun_by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_begun_by_organisation_id_organisations_id_fk" FOREIGN KEY ("begun_by_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_approved_at_meeting_id_meetings_id_fk" FOREIGN KEY ("approved_at_meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_recipients" ADD CONSTRAINT "minutes_recipients_minutes_id_minutes_id_fk" FOREIGN KEY ("minutes_id") REFERENCES "public"."minutes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_recipients" ADD CONSTRAINT "minutes_recipients_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_recipients" ADD CONSTRAINT "minutes_recipients_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_papers" ADD CONSTRAINT "agenda_papers_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_papers" ADD CONSTRAINT "agenda_papers_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_papers" ADD CONSTRAINT "proposal_papers_proposal_id_agenda_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."agenda_proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_papers" ADD CONSTRAINT "proposal_papers_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forfeitures" ADD CONSTRAINT "forfeitures_table_id_working_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forfeitures" ADD CONSTRAINT "forfeitures_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forfeitures" ADD CONSTRAINT "forfeitures_decided_by_person_id_persons_id_fk" FOREIGN KEY ("decided_by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_partners" ADD CONSTRAINT "action_partners_action_id_plan_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."plan_actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_partners" ADD CONSTRAINT "action_partners_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objective_pillars" ADD CONSTRAINT "objective_pillars_objective_id_plan_objectives_id_fk" FOREIGN KEY ("objective_id") REFERENCES "public"."plan_objectives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objective_pillars" ADD CONSTRAINT "objective_pillars_pillar_id_plan_pillars_id_fk" FOREIGN KEY ("pillar_id") REFERENCES "public"."plan_pillars"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_strategy_id_plan_strategies_id_fk" FOREIGN KEY ("strategy_id") REFERENCES "public"."plan_strategies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_declared_by_affiliation_id_affiliations_id_fk" FOREIGN KEY ("declared_by_affiliation_id") REFERENCES "public"."affiliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_areas" ADD CONSTRAINT "plan_areas_edition_id_plan_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."plan_editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_imports" ADD CONSTRAINT "plan_imports_uploaded_by_person_id_persons_id_fk" FOREIGN KEY ("uploaded_by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_imports" ADD CONSTRAINT "plan_imports_edition_id_plan_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."plan_editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_objectives" ADD CONSTRAINT "plan_objectives_area_id_plan_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."plan_areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_pillars" ADD CONSTRAINT "plan_pillars_edition_id_plan_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."plan_editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_strategies" ADD CONSTRAINT "plan_strategies_objective_id_plan_objectives_id_fk" FOREIGN KEY ("objective_id") REFERENCES "public"."plan_objectives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_follows_objective" ADD CONSTRAINT "table_follows_objective_table_id_working_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_follows_objective" ADD CONSTRAINT "table_follows_objective_objective_id_plan_objectives_id_fk" FOREIGN KEY ("objective_id") REFERENCES "public"."plan_objectives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_addressees" ADD CONSTRAINT "guideline_addressees_version_id_guideline_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."guideline_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_addressees" ADD CONSTRAINT "guideline_addressees_table_id_working_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_addressees" ADD CONSTRAINT "guideline_addressees_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_answers" ADD CONSTRAINT "guideline_answers_addressee_id_guideline_addressees_id_fk" FOREIGN KEY ("addressee_id") REFERENCES "public"."guideline_addressees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_answers" ADD CONSTRAINT "guideline_answers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_answers" ADD CONSTRAINT "guideline_answers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_effects" ADD CONSTRAINT "guideline_effects_guideline_id_guidelines_id_fk" FOREIGN KEY ("guideline_id") REFERENCES "public"."guidelines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_effects" ADD CONSTRAINT "guideline_effects_action_id_plan_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."plan_actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_effects" ADD CONSTRAINT "guideline_effects_objective_id_plan_objectives_id_fk" FOREIGN KEY ("objective_id") REFERENCES "public"."plan_objectives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_effects" ADD CONSTRAINT "guideline_effects_strategy_id_plan_strategies_id_fk" FOREIGN KEY ("strategy_id") REFERENCES "public"."plan_strategies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_effects" ADD CONSTRAINT "guideline_effects_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_effects" ADD CONSTRAINT "guideline_effects_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_targets" ADD CONSTRAINT "guideline_targets_guideline_id_guidelines_id_fk" FOREIGN KEY ("guideline_id") REFERENCES "public"."guidelines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_targets" ADD CONSTRAINT "guideline_targets_objective_id_plan_objectives_id_fk" FOREIGN KEY ("objective_id") REFERENCES "public"."plan_objectives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_targets" ADD CONSTRAINT "guideline_targets_strategy_id_plan_strategies_id_fk" FOREIGN KEY ("strategy_id") REFERENCES "public"."plan_strategies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_versions" ADD CONSTRAINT "guideline_versions_guideline_id_guidelines_id_fk" FOREIGN KEY ("guideline_id") REFERENCES "public"."guidelines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_versions" ADD CONSTRAINT "guideline_versions_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_versions" ADD CONSTRAINT "guideline_versions_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_versions" ADD CONSTRAINT "guideline_versions_issued_by_person_id_persons_id_fk" FOREIGN KEY ("issued_by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_versions" ADD CONSTRAINT "guideline_versions_issued_by_organisation_id_organisations_id_fk" FOREIGN KEY ("issued_by_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guidelines" ADD CONSTRAINT "guidelines_table_id_working_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_resolutions" ADD CONSTRAINT "conflict_resolutions_item_id_policy_conflicts_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."policy_conflicts"("item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_resolutions" ADD CONSTRAINT "conflict_resolutions_prevailing_side_id_conflict_sides_id_fk" FOREIGN KEY ("prevailing_side_id") REFERENCES "public"."conflict_sides"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_resolutions" ADD CONSTRAINT "conflict_resolutions_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_resolutions" ADD CONSTRAINT "conflict_resolutions_guideline_id_guidelines_id_fk" FOREIGN KEY ("guideline_id") REFERENCES "public"."guidelines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_resolutions" ADD CONSTRAINT "conflict_resolutions_objective_id_plan_objectives_id_fk" FOREIGN KEY ("objective_id") REFERENCES "public"."plan_objectives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_resolutions" ADD CONSTRAINT "conflict_resolutions_strategy_id_plan_strategies_id_fk" FOREIGN KEY ("strategy_id") REFERENCES "public"."plan_strategies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_resolutions" ADD CONSTRAINT "conflict_resolutions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_resolutions" ADD CONSTRAINT "conflict_resolutions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_sides" ADD CONSTRAINT "conflict_sides_item_id_policy_conflicts_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."policy_conflicts"("item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_sides" ADD CONSTRAINT "conflict_sides_objective_id_plan_objectives_id_fk" FOREIGN KEY ("objective_id") REFERENCES "public"."plan_objectives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_sides" ADD CONSTRAINT "conflict_sides_strategy_id_plan_strategies_id_fk" FOREIGN KEY ("strategy_id") REFERENCES "public"."plan_strategies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_sides" ADD CONSTRAINT "conflict_sides_action_id_plan_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."plan_actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_sides" ADD CONSTRAINT "conflict_sides_guideline_id_guidelines_id_fk" FOREIGN KEY ("guideline_id") REFERENCES "public"."guidelines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_sides" ADD CONSTRAINT "conflict_sides_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_sides" ADD CONSTRAINT "conflict_sides_table_id_working_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_conflicts" ADD CONSTRAINT "policy_conflicts_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_decisions" ADD CONSTRAINT "application_decisions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_decisions" ADD CONSTRAINT "application_decisions_affiliation_id_affiliations_id_fk" FOREIGN KEY ("affiliation_id") REFERENCES "public"."affiliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_openings" ADD CONSTRAINT "application_openings_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_openings" ADD CONSTRAINT "application_openings_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_openings" ADD CONSTRAINT "application_openings_affiliation_id_affiliations_id_fk" FOREIGN KEY ("affiliation_id") REFERENCES "public"."affiliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_partners" ADD CONSTRAINT "application_partners_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_partners" ADD CONSTRAINT "application_partners_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_partners" ADD CONSTRAINT "application_partners_invited_by_affiliation_id_affiliations_id_fk" FOREIGN KEY ("invited_by_affiliation_id") REFERENCES "public"."affiliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_partners" ADD CONSTRAINT "application_partners_answered_by_affiliation_id_affiliations_id_fk" FOREIGN KEY ("answered_by_affiliation_id") REFERENCES "public"."affiliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_partners" ADD CONSTRAINT "application_partners_confirmed_by_affiliation_id_affiliations_id_fk" FOREIGN KEY ("confirmed_by_affiliation_id") REFERENCES "public"."affiliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_receipts" ADD CONSTRAINT "application_receipts_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_receipts" ADD CONSTRAINT "application_receipts_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_receipts" ADD CONSTRAINT "application_receipts_submitted_by_affiliation_id_affiliations_id_fk" FOREIGN KEY ("submitted_by_affiliation_id") REFERENCES "public"."affiliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_receipts" ADD CONSTRAINT "application_receipts_withdrawn_by_affiliation_id_affiliations_id_fk" FOREIGN KEY ("withdrawn_by_affiliation_id") REFERENCES "public"."affiliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_lead_organisation_id_organisations_id_fk" FOREIGN KEY ("lead_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_created_by_affiliation_id_affiliations_id_fk" FOREIGN KEY ("created_by_affiliation_id") REFERENCES "public"."affiliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_costs" ADD CONSTRAINT "budget_costs_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_costs" ADD CONSTRAINT "budget_costs_partner_id_application_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."application_partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_resources" ADD CONSTRAINT "budget_resources_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_resources" ADD CONSTRAINT "budget_resources_partner_id_application_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."application_partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_notices" ADD CONSTRAINT "procedure_notices_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_notices" ADD CONSTRAINT "procedure_notices_saved_by_affiliation_id_affiliations_id_fk" FOREIGN KEY ("saved_by_affiliation_id") REFERENCES "public"."affiliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_transitions" ADD CONSTRAINT "procedure_transitions_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_transitions" ADD CONSTRAINT "procedure_transitions_affiliation_id_affiliations_id_fk" FOREIGN KEY ("affiliation_id") REFERENCES "public"."affiliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_table_id_working_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."working_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_created_by_affiliation_id_affiliations_id_fk" FOREIGN KEY ("created_by_affiliation_id") REFERENCES "public"."affiliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declined_letters" ADD CONSTRAINT "declined_letters_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "journal_subject" ON "journal_entries" USING btree ("subject_kind","subject_id","seq");--> statement-breakpoint
CREATE INDEX "journal_act" ON "journal_entries" USING btree ("act","seq");--> statement-breakpoint
CREATE INDEX "attempts_expiry" ON "attempts" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "email_tokens_secret" ON "email_tokens" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "email_tokens_email" ON "email_tokens" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "persons_email" ON "persons" USING btree ("email");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "affiliation_files_affiliation" ON "affiliation_files" USING btree ("affiliation_id","at");--> statement-breakpoint
CREATE INDEX "affiliation_files_brought" ON "affiliation_files" USING btree ("brought_by");--> statement-breakpoint
CREATE INDEX "affiliations_person" ON "affiliations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "affiliations_organisation" ON "affiliations" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "claims_organisation" ON "claims" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "claims_person" ON "claims" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "contacts_organisation" ON "contacts" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "interests_organisation" ON "interests" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "network_members_network" ON "network_members" USING btree ("network_id");--> statement-breakpoint
CREATE INDEX "network_members_member" ON "network_members" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_slug" ON "organisations" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_fiscal_code" ON "organisations" USING btree ("fiscal_code");--> statement-breakpoint
CREATE INDEX "organisations_vat" ON "organisations" USING btree ("vat_number");--> statement-breakpoint
CREATE INDEX "organisations_runts" ON "organisations" USING btree ("runts_number");--> statement-breakpoint
CREATE INDEX "organisations_ipa" ON "organisations" USING btree ("ipa_code");--> statement-breakpoint
CREATE INDEX "registry_checks_organisation" ON "registry_checks" USING btree ("organisation_id","at");--> statement-breakpoint
CREATE INDEX "coverage_checks_table" ON "coverage_checks" USING btree ("table_id","at");--> statement-breakpoint
CREATE INDEX "coverage_tasks_table" ON "coverage_tasks" USING btree ("table_id");--> statement-breakpoint
CREATE INDEX "item_steps_item" ON "item_steps" USING btree ("item_id","at");--> statement-breakpoint
CREATE INDEX "items_origin" ON "items" USING btree ("origin_table_id");--> statement-breakpoint
CREATE INDEX "items_at" ON "items" USING btree ("at_table_id");--> statement-breakpoint
CREATE INDEX "join_requests_table" ON "join_requests" USING btree ("table_id");--> statement-breakpoint
CREATE INDEX "join_requests_organisation" ON "join_requests" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "mandate_files_mandate" ON "mandate_files" USING btree ("mandate_id","at");--> statement-breakpoint
CREATE INDEX "mandates_seat" ON "mandates" USING btree ("seat_id");--> statement-breakpoint
CREATE INDEX "mandates_affiliation" ON "mandates" USING btree ("affiliation_id");--> statement-breakpoint
CREATE INDEX "mapping_forms_campaign" ON "mapping_forms" USING btree ("campaign_id");--> statement-breakpoint
CREATE INDEX "mapping_forms_organisation" ON "mapping_forms" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "reorganisation_comments_of" ON "reorganisation_comments" USING btree ("reorganisation_id","at");--> statement-breakpoint
CREATE INDEX "seats_table" ON "seats" USING btree ("table_id");--> statement-breakpoint
CREATE INDEX "seats_organisation" ON "seats" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "table_relations_from" ON "table_relations" USING btree ("from_table_id");--> statement-breakpoint
CREATE INDEX "table_relations_to" ON "table_relations" USING btree ("to_table_id");--> statement-breakpoint
CREATE UNIQUE INDEX "table_rules_version" ON "table_rules" USING btree ("table_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "working_tables_slug" ON "working_tables" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "realtime_quarantine_document" ON "realtime_quarantine" USING btree ("document_id","at");--> statement-breakpoint
CREATE INDEX "document_files_document" ON "document_files" USING btree ("document_id","at");--> statement-breakpoint
CREATE INDEX "document_grants_document" ON "document_grants" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "document_grants_organisation" ON "document_grants" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "document_state_changes_document" ON "document_state_changes" USING btree ("document_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "document_versions_number" ON "document_versions" USING btree ("document_id","number");--> statement-breakpoint
CREATE INDEX "documents_scope" ON "documents" USING btree ("scope_kind","scope_id");--> statement-breakpoint
CREATE INDEX "document_corrections_corrects" ON "document_corrections" USING btree ("corrects_id");--> statement-breakpoint
CREATE UNIQUE INDEX "document_seals_document" ON "document_seals" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "document_seals_pdf" ON "document_seals" USING btree ("pdf_sha256");--> statement-breakpoint
CREATE INDEX "document_seals_record" ON "document_seals" USING btree ("record_sha256");--> statement-breakpoint
CREATE INDEX "document_seals_text" ON "document_seals" USING btree ("text_sha256");--> statement-breakpoint
CREATE INDEX "document_jobs_person" ON "document_jobs" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "document_jobs_expiry" ON "document_jobs" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "answers_document" ON "answers" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "answers_told" ON "answers" USING btree ("told_at","at");--> statement-breakpoint
CREATE INDEX "comment_edits_comment" ON "comment_edits" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "comment_threads_document" ON "comment_threads" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "comments_thread" ON "comments" USING btree ("thread_id");--> statement-breakpoint
CREATE UNIQUE INDEX "observations_number" ON "observations" USING btree ("document_id","number");--> statement-breakpoint
CREATE INDEX "observations_organisation" ON "observations" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "position_questions_document" ON "position_questions" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "positions_document" ON "positions" USING btree ("document_id");--> statement-breakpoint
CREATE UNIQUE INDEX "suggestions_mark" ON "suggestions" USING btree ("document_id","mark","person_id","organisation_id");--> statement-breakpoint
CREATE INDEX "suggestions_organisation" ON "suggestions" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "access_needs_person" ON "access_needs" USING btree ("meeting_id","person_id");--> statement-breakpoint
CREATE INDEX "agenda_items_meeting" ON "agenda_items" USING btree ("meeting_id","position");--> statement-breakpoint
CREATE INDEX "agenda_proposals_meeting" ON "agenda_proposals" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "agenda_proposals_table" ON "agenda_proposals" USING btree ("table_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attendance_replies_seat" ON "attendance_replies" USING btree ("meeting_id","seat_id");--> statement-breakpoint
CREATE INDEX "attendances_meeting" ON "attendances" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "attendances_person" ON "attendances" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "attendances_seat" ON "attendances" USING btree ("seat_id");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_token" ON "calendar_feeds" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "calendar_feeds_person" ON "calendar_feeds" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "call_recipients_call" ON "call_recipients" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "call_recipients_person" ON "call_recipients" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "conflict_declarations_meeting" ON "conflict_declarations" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_calls_meeting" ON "meeting_calls" USING btree ("meeting_id","at");--> statement-breakpoint
CREATE INDEX "meeting_polls_table" ON "meeting_polls" USING btree ("table_id");--> statement-breakpoint
CREATE INDEX "meeting_series_table" ON "meeting_series" USING btree ("table_id");--> statement-breakpoint
CREATE INDEX "meetings_table" ON "meetings" USING btree ("table_id","starts_at");--> statement-breakpoint
CREATE INDEX "meetings_starts" ON "meetings" USING btree ("starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "poll_answers_seat" ON "poll_answers" USING btree ("option_id","seat_id");--> statement-breakpoint
CREATE INDEX "poll_answers_poll" ON "poll_answers" USING btree ("poll_id");--> statement-breakpoint
CREATE INDEX "poll_options_poll" ON "poll_options" USING btree ("poll_id");--> statement-breakpoint
CREATE INDEX "liaison_elements_liaison" ON "liaison_elements" USING btree ("liaison_id");--> statement-breakpoint
CREATE UNIQUE INDEX "liaison_elements_item" ON "liaison_elements" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "liaisons_district" ON "liaisons" USING btree ("district","held_on");--> statement-breakpoint
CREATE INDEX "local_bodies_district" ON "local_bodies" USING btree ("district");--> statement-breakpoint
CREATE INDEX "local_bodies_organisation" ON "local_bodies" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "neighbourhoods_name" ON "neighbourhoods" USING btree ("district","name");--> statement-breakpoint
CREATE INDEX "workshop_bodies_key" ON "workshop_bodies" USING btree ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "workshop_registrations_secret" ON "workshop_registrations" USING btree ("secret_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "workshop_registrations_email" ON "workshop_registrations" USING btree ("workshop_id","email");--> statement-breakpoint
CREATE INDEX "workshop_syntheses_theme" ON "workshop_syntheses" USING btree ("theme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "workshop_themes_title" ON "workshop_themes" USING btree ("title");--> statement-breakpoint
CREATE INDEX "workshops_starts" ON "workshops" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "workshops_organisation" ON "workshops" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "workshops_district" ON "workshops" USING btree ("district");--> statement-breakpoint
CREATE INDEX "commitment_steps_commitment" ON "commitment_steps" USING btree ("commitment_id","at");--> statement-breakpoint
CREATE INDEX "commitments_table" ON "commitments" USING btree ("table_id","state");--> statement-breakpoint
CREATE INDEX "commitments_organisation" ON "commitments" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "commitments_meeting" ON "commitments" USING btree ("meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ballots_body" ON "ballots" USING btree ("decision_id","organisation_id");--> statement-breakpoint
CREATE INDEX "decisions_meeting" ON "decisions" USING btree ("meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reserves_body" ON "reserves" USING btree ("decision_id","organisation_id");--> statement-breakpoint
CREATE INDEX "minutes_amendments_minutes" ON "minutes_amendments" USING btree ("minutes_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "minutes_document" ON "minutes" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "minutes_meeting" ON "minutes" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "minutes_recipients_minutes" ON "minutes_recipients" USING btree ("minutes_id");--> statement-breakpoint
CREATE INDEX "minutes_recipients_person" ON "minutes_recipients" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_papers_document" ON "agenda_papers" USING btree ("agenda_item_id","document_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_papers_document" ON "proposal_papers" USING btree ("proposal_id","document_id");--> statement-breakpoint
CREATE INDEX "forfeitures_table" ON "forfeitures" USING btree ("table_id");--> statement-breakpoint
CREATE INDEX "forfeitures_seat" ON "forfeitures" USING btree ("seat_id");--> statement-breakpoint
CREATE UNIQUE INDEX "action_partners_once" ON "action_partners" USING btree ("action_id","organisation_id");--> statement-breakpoint
CREATE INDEX "action_partners_organisation" ON "action_partners" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "objective_pillars_objective" ON "objective_pillars" USING btree ("objective_id");--> statement-breakpoint
CREATE INDEX "objective_pillars_pillar" ON "objective_pillars" USING btree ("pillar_id");--> statement-breakpoint
CREATE INDEX "plan_actions_strategy" ON "plan_actions" USING btree ("strategy_id");--> statement-breakpoint
CREATE INDEX "plan_actions_organisation" ON "plan_actions" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_areas_number" ON "plan_areas" USING btree ("edition_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_editions_label" ON "plan_editions" USING btree ("label");--> statement-breakpoint
CREATE INDEX "plan_objectives_area" ON "plan_objectives" USING btree ("area_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_pillars_code" ON "plan_pillars" USING btree ("edition_id","code");--> statement-breakpoint
CREATE INDEX "plan_strategies_objective" ON "plan_strategies" USING btree ("objective_id");--> statement-breakpoint
CREATE INDEX "table_follows_objective_table" ON "table_follows_objective" USING btree ("table_id");--> statement-breakpoint
CREATE INDEX "table_follows_objective_objective" ON "table_follows_objective" USING btree ("objective_id");--> statement-breakpoint
CREATE INDEX "guideline_addressees_version" ON "guideline_addressees" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "guideline_addressees_table" ON "guideline_addressees" USING btree ("table_id");--> statement-breakpoint
CREATE INDEX "guideline_addressees_organisation" ON "guideline_addressees" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "guideline_answers_addressee" ON "guideline_answers" USING btree ("addressee_id","at");--> statement-breakpoint
CREATE INDEX "guideline_effects_guideline" ON "guideline_effects" USING btree ("guideline_id");--> statement-breakpoint
CREATE INDEX "guideline_effects_action" ON "guideline_effects" USING btree ("action_id");--> statement-breakpoint
CREATE INDEX "guideline_targets_guideline" ON "guideline_targets" USING btree ("guideline_id");--> statement-breakpoint
CREATE UNIQUE INDEX "guideline_versions_number" ON "guideline_versions" USING btree ("guideline_id","version");--> statement-breakpoint
CREATE INDEX "guideline_versions_item" ON "guideline_versions" USING btree ("item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "guidelines_number" ON "guidelines" USING btree ("table_id","number");--> statement-breakpoint
CREATE INDEX "conflict_resolutions_item" ON "conflict_resolutions" USING btree ("item_id","at");--> statement-breakpoint
CREATE INDEX "conflict_sides_item" ON "conflict_sides" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "application_decisions_application" ON "application_decisions" USING btree ("application_id","at");--> statement-breakpoint
CREATE INDEX "application_openings_procedure" ON "application_openings" USING btree ("procedure_id");--> statement-breakpoint
CREATE INDEX "application_partners_application" ON "application_partners" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "application_partners_organisation" ON "application_partners" USING btree ("organisation_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "application_receipts_sequence" ON "application_receipts" USING btree ("year","sequence");--> statement-breakpoint
CREATE INDEX "application_receipts_application" ON "application_receipts" USING btree ("application_id");--> statement-breakpoint
CREATE UNIQUE INDEX "applications_lead" ON "applications" USING btree ("procedure_id","lead_organisation_id");--> statement-breakpoint
CREATE INDEX "budget_costs_application" ON "budget_costs" USING btree ("application_id","position");--> statement-breakpoint
CREATE INDEX "budget_resources_application" ON "budget_resources" USING btree ("application_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "procedure_notices_version" ON "procedure_notices" USING btree ("procedure_id","version");--> statement-breakpoint
CREATE INDEX "procedure_transitions_procedure" ON "procedure_transitions" USING btree ("procedure_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "procedures_code" ON "procedures" USING btree ("code");--> statement-breakpoint
CREATE INDEX "procedures_state" ON "procedures" USING btree ("state","closes_at");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("sent_at","created_at");