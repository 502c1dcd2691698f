CREATE TABLE `journal_entries` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	`organisation_id` text,
	`capacity` text NOT NULL,
	`act` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`data` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `journal_subject` ON `journal_entries` (`subject_kind`,`subject_id`,`seq`);--> statement-breakpoint
CREATE INDEX `journal_act` ON `journal_entries` (`act`,`seq`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`points` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attempts_expiry` ON `attempts` (`expires_at`);--> statement-breakpoint
CREATE TABLE `email_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`secret_hash` text NOT NULL,
	`person_id` text,
	`email` text NOT NULL,
	`organisation_id` text,
	`capacity` text,
	`powers` text,
	`label` text,
	`created_by` text,
	`created_by_affiliation_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `email_tokens_secret` ON `email_tokens` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `email_tokens_email` ON `email_tokens` (`email`);--> statement-breakpoint
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`email` text NOT NULL,
	`password_hash` text,
	`administrator` integer DEFAULT false NOT NULL,
	`locale` text DEFAULT 'it' NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `persons_email` ON `persons` (`email`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`affiliation_id` text,
	`created_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `affiliation_files` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`media_type` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`scanned` integer NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`affiliation_id` text,
	`brought_by` text,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`affiliation_id`) REFERENCES `affiliations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `affiliation_files_affiliation` ON `affiliation_files` (`affiliation_id`,`at`);--> statement-breakpoint
CREATE INDEX `affiliation_files_brought` ON `affiliation_files` (`brought_by`);--> statement-breakpoint
CREATE TABLE `affiliations` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`capacity` text NOT NULL,
	`powers` text NOT NULL,
	`role_label` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`evidence` text,
	`ended_reason` text,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `affiliations_person` ON `affiliations` (`person_id`);--> statement-breakpoint
CREATE INDEX `affiliations_organisation` ON `affiliations` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text,
	`person_id` text NOT NULL,
	`fiscal_code` text,
	`data` text,
	`capacity` text NOT NULL,
	`role_label` text NOT NULL,
	`evidence` text NOT NULL,
	`asked_at` integer NOT NULL,
	`outcome` text,
	`reason` text,
	`answered_at` integer,
	`answered_by_person_id` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `claims_organisation` ON `claims` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `claims_person` ON `claims` (`person_id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`label` text NOT NULL,
	`visibility` text NOT NULL,
	`added_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contacts_organisation` ON `contacts` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `expiry_reminders` (
	`subject_id` text NOT NULL,
	`person_id` text NOT NULL,
	`days` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`subject_id`, `person_id`, `days`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `interests` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`holder` text NOT NULL,
	`what` text NOT NULL,
	`declared_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `interests_organisation` ON `interests` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `network_members` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`member_id` text NOT NULL,
	`source` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	FOREIGN KEY (`network_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `network_members_network` ON `network_members` (`network_id`);--> statement-breakpoint
CREATE INDEX `network_members_member` ON `network_members` (`member_id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`ets_category` text,
	`runts_number` text,
	`runts_section` text,
	`fiscal_code` text,
	`vat_number` text,
	`ipa_code` text,
	`pec` text,
	`legal_representative` text,
	`art5_letters` text NOT NULL,
	`territory` text NOT NULL,
	`purpose` text,
	`represents` text NOT NULL,
	`size` text,
	`source` text NOT NULL,
	`checked_at` integer,
	`checked_by_person_id` text,
	`source_date` integer,
	`enrolment` text,
	`enrolment_from` integer,
	`created_at` integer NOT NULL,
	`merged_into_id` text,
	`closed_at` integer,
	FOREIGN KEY (`checked_by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_slug` ON `organisations` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_fiscal_code` ON `organisations` (`fiscal_code`);--> statement-breakpoint
CREATE INDEX `organisations_vat` ON `organisations` (`vat_number`);--> statement-breakpoint
CREATE INDEX `organisations_runts` ON `organisations` (`runts_number`);--> statement-breakpoint
CREATE INDEX `organisations_ipa` ON `organisations` (`ipa_code`);--> statement-breakpoint
CREATE TABLE `registry_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`at` integer NOT NULL,
	`outcome` text NOT NULL,
	`since` integer,
	`note` text,
	`by_person_id` text NOT NULL,
	`import_id` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `registry_imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `registry_checks_organisation` ON `registry_checks` (`organisation_id`,`at`);--> statement-breakpoint
CREATE TABLE `registry_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`list` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`list_date` integer NOT NULL,
	`complete` integer NOT NULL,
	`rows` text NOT NULL,
	`refused` text NOT NULL,
	`uploaded_by_person_id` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	`confirmed_at` integer,
	`discarded_at` integer,
	`outcome` text,
	FOREIGN KEY (`uploaded_by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `coverage_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`table_id` text NOT NULL,
	`at` integer NOT NULL,
	`by_person_id` text NOT NULL,
	`next_check` integer NOT NULL,
	FOREIGN KEY (`table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `coverage_checks_table` ON `coverage_checks` (`table_id`,`at`);--> statement-breakpoint
CREATE TABLE `coverage_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`check_id` text NOT NULL,
	`table_id` text NOT NULL,
	`dimension` text NOT NULL,
	`value` text NOT NULL,
	`candidate_ids` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`decided_at` integer,
	FOREIGN KEY (`check_id`) REFERENCES `coverage_checks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `coverage_tasks_table` ON `coverage_tasks` (`table_id`);--> statement-breakpoint
CREATE TABLE `item_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`at` integer NOT NULL,
	`step` text NOT NULL,
	`from_table_id` text,
	`to_table_id` text,
	`reason` text,
	`person_id` text NOT NULL,
	`organisation_id` text,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `item_steps_item` ON `item_steps` (`item_id`,`at`);--> statement-breakpoint
CREATE TABLE `items` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`kind` text NOT NULL,
	`origin_table_id` text,
	`raised_by_organisation_id` text NOT NULL,
	`raised_by_person_id` text NOT NULL,
	`raised_at` integer NOT NULL,
	`at_table_id` text,
	`state` text NOT NULL,
	`due` integer,
	FOREIGN KEY (`origin_table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`raised_by_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`raised_by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`at_table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `items_origin` ON `items` (`origin_table_id`);--> statement-breakpoint
CREATE INDEX `items_at` ON `items` (`at_table_id`);--> statement-breakpoint
CREATE TABLE `join_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`table_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`asked_by_affiliation_id` text NOT NULL,
	`motivation` text NOT NULL,
	`asked_at` integer NOT NULL,
	`outcome` text,
	`reason` text,
	`answered_at` integer,
	`answered_by_affiliation_id` text,
	`seat_id` text,
	FOREIGN KEY (`table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_affiliation_id`) REFERENCES `affiliations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_affiliation_id`) REFERENCES `affiliations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `join_requests_table` ON `join_requests` (`table_id`);--> statement-breakpoint
CREATE INDEX `join_requests_organisation` ON `join_requests` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `mandate_files` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`media_type` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`scanned` integer NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`mandate_id` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mandate_id`) REFERENCES `mandates`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mandate_files_mandate` ON `mandate_files` (`mandate_id`,`at`);--> statement-breakpoint
CREATE TABLE `mandates` (
	`id` text PRIMARY KEY NOT NULL,
	`seat_id` text NOT NULL,
	`affiliation_id` text NOT NULL,
	`capacity` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`evidence` text,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`affiliation_id`) REFERENCES `affiliations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mandates_seat` ON `mandates` (`seat_id`);--> statement-breakpoint
CREATE INDEX `mandates_affiliation` ON `mandates` (`affiliation_id`);--> statement-breakpoint
CREATE TABLE `mapping_campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`opens_at` integer NOT NULL,
	`due` integer NOT NULL,
	`dormant_months` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE TABLE `mapping_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`table_id` text,
	`table_name` text NOT NULL,
	`answers` text,
	`saved_at` integer,
	`returned_at` integer,
	`returned_by_person_id` text,
	`applied_at` integer,
	FOREIGN KEY (`campaign_id`) REFERENCES `mapping_campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`returned_by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mapping_forms_campaign` ON `mapping_forms` (`campaign_id`);--> statement-breakpoint
CREATE INDEX `mapping_forms_organisation` ON `mapping_forms` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `overlap_decisions` (
	`first_table_id` text NOT NULL,
	`second_table_id` text NOT NULL,
	`finding` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by_person_id` text NOT NULL,
	PRIMARY KEY(`first_table_id`, `second_table_id`, `finding`),
	FOREIGN KEY (`first_table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reorganisation_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`reorganisation_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`reorganisation_id`) REFERENCES `reorganisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reorganisation_comments_of` ON `reorganisation_comments` (`reorganisation_id`,`at`);--> statement-breakpoint
CREATE TABLE `reorganisations` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`moves` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`by_organisation_id` text,
	`comments_until` integer,
	`act` text,
	`approved_at` integer,
	FOREIGN KEY (`by_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `seats` (
	`id` text PRIMARY KEY NOT NULL,
	`table_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`role` text NOT NULL,
	`kind` text NOT NULL,
	`basis` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`ended_reason` text,
	FOREIGN KEY (`table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `seats_table` ON `seats` (`table_id`);--> statement-breakpoint
CREATE INDEX `seats_organisation` ON `seats` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `table_relations` (
	`id` text PRIMARY KEY NOT NULL,
	`from_table_id` text NOT NULL,
	`to_table_id` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	FOREIGN KEY (`from_table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `table_relations_from` ON `table_relations` (`from_table_id`);--> statement-breakpoint
CREATE INDEX `table_relations_to` ON `table_relations` (`to_table_id`);--> statement-breakpoint
CREATE TABLE `table_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`table_id` text NOT NULL,
	`version` integer NOT NULL,
	`rules` text NOT NULL,
	`act` text NOT NULL,
	`from` integer NOT NULL,
	`by_person_id` text NOT NULL,
	`by_organisation_id` text,
	FOREIGN KEY (`table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `table_rules_version` ON `table_rules` (`table_id`,`version`);--> statement-breakpoint
CREATE TABLE `working_tables` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`level` text NOT NULL,
	`object` text NOT NULL,
	`participants` text,
	`criteria` text,
	`periodicity` text,
	`method` text,
	`status_sources` text NOT NULL,
	`status_resolution` text,
	`good_practice` text,
	`plan_areas` text NOT NULL,
	`pillars` text NOT NULL,
	`sensitive` integer DEFAULT false NOT NULL,
	`owner_organisation_id` text,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`owner_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `working_tables_slug` ON `working_tables` (`slug`);--> statement-breakpoint
CREATE TABLE `realtime_bases` (
	`document_id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`state` blob NOT NULL,
	`sha256` text NOT NULL,
	`summary` blob,
	`summary_sha256` text,
	FOREIGN KEY (`document_id`) REFERENCES `realtime_documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `realtime_bindings` (
	`document_id` text NOT NULL,
	`client` integer NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text,
	`first_seq` integer NOT NULL,
	PRIMARY KEY(`document_id`, `client`),
	FOREIGN KEY (`document_id`) REFERENCES `realtime_documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `realtime_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`epoch` integer NOT NULL,
	`head_seq` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `realtime_epochs` (
	`document_id` text NOT NULL,
	`epoch` integer NOT NULL,
	`after_seq` integer NOT NULL,
	`at` integer NOT NULL,
	`cause` text NOT NULL,
	PRIMARY KEY(`document_id`, `epoch`),
	FOREIGN KEY (`document_id`) REFERENCES `realtime_documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `realtime_quarantine` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`at` integer NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text,
	`connection_id` text NOT NULL,
	`reason` text NOT NULL,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `realtime_documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `realtime_quarantine_document` ON `realtime_quarantine` (`document_id`,`at`);--> statement-breakpoint
CREATE TABLE `realtime_quarantine_resolutions` (
	`quarantine_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`person_id` text NOT NULL,
	`note` text NOT NULL,
	FOREIGN KEY (`quarantine_id`) REFERENCES `realtime_quarantine`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `realtime_set_aside` (
	`document_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`document_id`, `seq`),
	FOREIGN KEY (`document_id`) REFERENCES `realtime_documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `realtime_updates` (
	`document_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text,
	`session_id` text,
	`connection_id` text NOT NULL,
	`kind` text NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`document_id`, `seq`),
	FOREIGN KEY (`document_id`) REFERENCES `realtime_documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `document_attributions` (
	`document_id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`state` blob NOT NULL,
	`ledger` blob NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `document_files` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`media_type` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`scanned` integer NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text,
	`at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	`withdrawn_by_person_id` text,
	`withdrawn_by_organisation_id` text,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `document_files_document` ON `document_files` (`document_id`,`at`);--> statement-breakpoint
CREATE TABLE `document_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`access` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `document_grants_document` ON `document_grants` (`document_id`);--> statement-breakpoint
CREATE INDEX `document_grants_organisation` ON `document_grants` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `document_state_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`from_state` text NOT NULL,
	`to_state` text NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	`organisation_id` text,
	`reason` text,
	`ends_at` integer,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `document_state_changes_document` ON `document_state_changes` (`document_id`,`at`);--> statement-breakpoint
CREATE TABLE `document_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`cause` text NOT NULL,
	`name` text,
	`reason` text,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	`organisation_id` text,
	`writers` text NOT NULL,
	`state` blob NOT NULL,
	`text` text NOT NULL,
	`sha256` text NOT NULL,
	`authorship` text,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `document_versions_number` ON `document_versions` (`document_id`,`number`);--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`scope_kind` text NOT NULL,
	`scope_id` text NOT NULL,
	`template` text NOT NULL,
	`state` text NOT NULL,
	`consultation_ends_at` integer,
	`superseded_by_id` text,
	`visibility` text NOT NULL,
	`schema_version` integer NOT NULL,
	`created_by_person_id` text,
	`created_by_organisation_id` text,
	`created_at` integer NOT NULL,
	`locked_at` integer,
	`locked_reason` text,
	`lock_lifted_at` integer,
	`governed_by` text,
	`closed_at` integer,
	`comments_must_close` integer,
	`versioned_seq` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`created_by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `documents_scope` ON `documents` (`scope_kind`,`scope_id`);--> statement-breakpoint
CREATE TABLE `document_corrections` (
	`document_id` text PRIMARY KEY NOT NULL,
	`corrects_id` text NOT NULL,
	`record_sha256` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`corrects_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `document_corrections_corrects` ON `document_corrections` (`corrects_id`);--> statement-breakpoint
CREATE TABLE `document_seals` (
	`version_id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	`organisation_id` text,
	`organisation_name` text NOT NULL,
	`protocol` text,
	`text_sha256` text NOT NULL,
	`record_sha256` text NOT NULL,
	`pdf_sha256` text NOT NULL,
	`journal_seq` integer NOT NULL,
	FOREIGN KEY (`version_id`) REFERENCES `document_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `document_seals_document` ON `document_seals` (`document_id`);--> statement-breakpoint
CREATE INDEX `document_seals_pdf` ON `document_seals` (`pdf_sha256`);--> statement-breakpoint
CREATE INDEX `document_seals_record` ON `document_seals` (`record_sha256`);--> statement-breakpoint
CREATE INDEX `document_seals_text` ON `document_seals` (`text_sha256`);--> statement-breakpoint
CREATE TABLE `document_job_files` (
	`job_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`job_id`) REFERENCES `document_jobs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `document_jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text,
	`document_id` text,
	`title` text NOT NULL,
	`wish` text NOT NULL,
	`state` text NOT NULL,
	`step` text NOT NULL,
	`step_number` integer NOT NULL,
	`steps` integer NOT NULL,
	`because` text,
	`values` text,
	`result` text,
	`at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `document_jobs_person` ON `document_jobs` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `document_jobs_expiry` ON `document_jobs` (`expires_at`);--> statement-breakpoint
CREATE TABLE `answer_readings` (
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`until` integer NOT NULL,
	PRIMARY KEY(`person_id`, `organisation_id`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `answers` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`at` integer NOT NULL,
	`suggestion_id` text,
	`observation_id` text,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	`told_at` integer,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`suggestion_id`) REFERENCES `suggestions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`observation_id`) REFERENCES `observations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answers_document` ON `answers` (`document_id`);--> statement-breakpoint
CREATE INDEX `answers_told` ON `answers` (`told_at`,`at`);--> statement-breakpoint
CREATE TABLE `comment_edits` (
	`id` text PRIMARY KEY NOT NULL,
	`comment_id` text NOT NULL,
	`text` text NOT NULL,
	`until` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comment_edits_comment` ON `comment_edits` (`comment_id`);--> statement-breakpoint
CREATE TABLE `comment_threads` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`at` integer NOT NULL,
	`anchor` text NOT NULL,
	`resolved_at` integer,
	`resolved_by_person_id` text,
	`resolved_by_organisation_id` text,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolved_by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolved_by_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comment_threads_document` ON `comment_threads` (`document_id`);--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`thread_id`) REFERENCES `comment_threads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comments_thread` ON `comments` (`thread_id`);--> statement-breakpoint
CREATE TABLE `observations` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`at` integer NOT NULL,
	`number` integer NOT NULL,
	`section_id` text,
	`section_title` text,
	`text` text NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `observations_number` ON `observations` (`document_id`,`number`);--> statement-breakpoint
CREATE INDEX `observations_organisation` ON `observations` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `position_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`at` integer NOT NULL,
	`section_id` text,
	`note` text NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `position_questions_document` ON `position_questions` (`document_id`);--> statement-breakpoint
CREATE TABLE `positions` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`at` integer NOT NULL,
	`section_id` text,
	`section_title` text,
	`stance` text NOT NULL,
	`condition` text,
	`sha256` text NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `positions_document` ON `positions` (`document_id`);--> statement-breakpoint
CREATE TABLE `suggestions` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`at` integer NOT NULL,
	`mark` text NOT NULL,
	`first` text NOT NULL,
	`words` text NOT NULL,
	`seen_seq` integer NOT NULL,
	`gone_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `suggestions_mark` ON `suggestions` (`document_id`,`mark`,`person_id`,`organisation_id`);--> statement-breakpoint
CREATE INDEX `suggestions_organisation` ON `suggestions` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `access_needs` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`person_id` text NOT NULL,
	`needs` text NOT NULL,
	`asked_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_needs_person` ON `access_needs` (`meeting_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`text` text,
	`minutes` integer NOT NULL,
	`kind` text NOT NULL,
	`proposer_organisation_id` text,
	`document_id` text,
	`item_id` text,
	`source_kind` text,
	`source_id` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposer_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agenda_items_meeting` ON `agenda_items` (`meeting_id`,`position`);--> statement-breakpoint
CREATE TABLE `agenda_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`table_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`minutes` integer NOT NULL,
	`document_id` text,
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`outcome` text,
	`reason` text,
	`answered_at` integer,
	`answered_by_person_id` text,
	`agenda_item_id` text,
	FOREIGN KEY (`table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agenda_proposals_meeting` ON `agenda_proposals` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `agenda_proposals_table` ON `agenda_proposals` (`table_id`);--> statement-breakpoint
CREATE TABLE `attendance_replies` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`person_id` text NOT NULL,
	`answer` text NOT NULL,
	`note` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attendance_replies_seat` ON `attendance_replies` (`meeting_id`,`seat_id`);--> statement-breakpoint
CREATE TABLE `attendances` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`seat_id` text,
	`mandate_id` text,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`capacity` text NOT NULL,
	`remote` integer DEFAULT false NOT NULL,
	`arrived_at` integer NOT NULL,
	`left_at` integer,
	`because` text,
	`extension_reason` text,
	`extended_by_person_id` text,
	`recorded_by_person_id` text NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mandate_id`) REFERENCES `mandates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`extended_by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attendances_meeting` ON `attendances` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `attendances_person` ON `attendances` (`person_id`);--> statement-breakpoint
CREATE INDEX `attendances_seat` ON `attendances` (`seat_id`);--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_token` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE INDEX `calendar_feeds_person` ON `calendar_feeds` (`person_id`);--> statement-breakpoint
CREATE TABLE `call_recipients` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text,
	`capacity` text,
	`letter_id` text,
	FOREIGN KEY (`call_id`) REFERENCES `meeting_calls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`letter_id`) REFERENCES `outbox`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `call_recipients_call` ON `call_recipients` (`call_id`);--> statement-breakpoint
CREATE INDEX `call_recipients_person` ON `call_recipients` (`person_id`);--> statement-breakpoint
CREATE TABLE `conflict_declarations` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`agenda_item_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`interest` text NOT NULL,
	`declared_at` integer NOT NULL,
	`recorded_by_person_id` text,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `conflict_declarations_meeting` ON `conflict_declarations` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`kind` text NOT NULL,
	`sequence` integer NOT NULL,
	`at` integer NOT NULL,
	`free_days` integer NOT NULL,
	`needed_days` integer NOT NULL,
	`urgent_reason` text,
	`reason` text,
	`content` text NOT NULL,
	`by_person_id` text NOT NULL,
	`by_organisation_id` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_calls_meeting` ON `meeting_calls` (`meeting_id`,`at`);--> statement-breakpoint
CREATE TABLE `meeting_polls` (
	`id` text PRIMARY KEY NOT NULL,
	`table_id` text NOT NULL,
	`title` text NOT NULL,
	`minutes` integer NOT NULL,
	`note` text,
	`answers_by` integer NOT NULL,
	`created_at` integer NOT NULL,
	`by_person_id` text NOT NULL,
	`by_organisation_id` text,
	`closed_at` integer,
	`meeting_id` text,
	FOREIGN KEY (`table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_polls_table` ON `meeting_polls` (`table_id`);--> statement-breakpoint
CREATE TABLE `meeting_series` (
	`id` text PRIMARY KEY NOT NULL,
	`table_id` text NOT NULL,
	`recurrence` text NOT NULL,
	`created_at` integer NOT NULL,
	`by_person_id` text NOT NULL,
	`by_organisation_id` text,
	FOREIGN KEY (`table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_series_table` ON `meeting_series` (`table_id`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`table_id` text NOT NULL,
	`series_id` text,
	`title` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`mode` text NOT NULL,
	`place` text,
	`link` text,
	`note` text,
	`call_id` text,
	`sequence` integer DEFAULT 0 NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`created_by_person_id` text NOT NULL,
	`created_by_organisation_id` text,
	`changed_at` integer NOT NULL,
	`announced_at` integer,
	`convened_at` integer,
	`opened_at` integer,
	`second_call_at` integer,
	`closed_at` integer,
	`cancelled_at` integer,
	`cancelled_reason` text,
	FOREIGN KEY (`table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`series_id`) REFERENCES `meeting_series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meetings_table` ON `meetings` (`table_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `meetings_starts` ON `meetings` (`starts_at`);--> statement-breakpoint
CREATE TABLE `poll_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`poll_id` text NOT NULL,
	`option_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`person_id` text NOT NULL,
	`answer` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`poll_id`) REFERENCES `meeting_polls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`option_id`) REFERENCES `poll_options`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `poll_answers_seat` ON `poll_answers` (`option_id`,`seat_id`);--> statement-breakpoint
CREATE INDEX `poll_answers_poll` ON `poll_answers` (`poll_id`);--> statement-breakpoint
CREATE TABLE `poll_options` (
	`id` text PRIMARY KEY NOT NULL,
	`poll_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	FOREIGN KEY (`poll_id`) REFERENCES `meeting_polls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `poll_options_poll` ON `poll_options` (`poll_id`);--> statement-breakpoint
CREATE TABLE `liaison_elements` (
	`id` text PRIMARY KEY NOT NULL,
	`liaison_id` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`theme_id` text,
	`neighbourhood_id` text,
	`workshop_ids` text NOT NULL,
	`voices` integer,
	`added_at` integer NOT NULL,
	`item_id` text,
	`kept_reason` text,
	FOREIGN KEY (`liaison_id`) REFERENCES `liaisons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`theme_id`) REFERENCES `workshop_themes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`neighbourhood_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `liaison_elements_liaison` ON `liaison_elements` (`liaison_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `liaison_elements_item` ON `liaison_elements` (`item_id`);--> statement-breakpoint
CREATE TABLE `liaison_reminders` (
	`item_id` text NOT NULL,
	`person_id` text NOT NULL,
	`occasion` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`item_id`, `person_id`, `occasion`),
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `liaisons` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`district` integer NOT NULL,
	`title` text NOT NULL,
	`held_on` integer NOT NULL,
	`note` text,
	`created_at` integer NOT NULL,
	`by_person_id` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `liaisons_district` ON `liaisons` (`district`,`held_on`);--> statement-breakpoint
CREATE TABLE `local_bodies` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`district` integer NOT NULL,
	`neighbourhood_id` text,
	`note` text,
	`kept_by_organisation_id` text NOT NULL,
	`added_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`neighbourhood_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kept_by_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `local_bodies_district` ON `local_bodies` (`district`);--> statement-breakpoint
CREATE INDEX `local_bodies_organisation` ON `local_bodies` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `neighbourhoods` (
	`id` text PRIMARY KEY NOT NULL,
	`district` integer NOT NULL,
	`name` text NOT NULL,
	`code` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `neighbourhoods_name` ON `neighbourhoods` (`district`,`name`);--> statement-breakpoint
CREATE TABLE `workshop_bodies` (
	`workshop_id` text NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`workshop_id`, `key`),
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `workshop_bodies_key` ON `workshop_bodies` (`key`);--> statement-breakpoint
CREATE TABLE `workshop_counts` (
	`workshop_id` text NOT NULL,
	`kind` text NOT NULL,
	`registered` integer NOT NULL,
	`attended` integer NOT NULL,
	`unregistered` integer NOT NULL,
	PRIMARY KEY(`workshop_id`, `kind`),
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `workshop_registrations` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`kind` text NOT NULL,
	`body_name` text,
	`secret_hash` text NOT NULL,
	`locale` text NOT NULL,
	`asked_at` integer NOT NULL,
	`confirmed_at` integer,
	`place` text,
	`attended_at` integer,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workshop_registrations_secret` ON `workshop_registrations` (`secret_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `workshop_registrations_email` ON `workshop_registrations` (`workshop_id`,`email`);--> statement-breakpoint
CREATE TABLE `workshop_syntheses` (
	`workshop_id` text NOT NULL,
	`theme_id` text NOT NULL,
	`text` text,
	`written_at` integer,
	`by_person_id` text,
	PRIMARY KEY(`workshop_id`, `theme_id`),
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`theme_id`) REFERENCES `workshop_themes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `workshop_syntheses_theme` ON `workshop_syntheses` (`theme_id`);--> statement-breakpoint
CREATE TABLE `workshop_themes` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workshop_themes_title` ON `workshop_themes` (`title`);--> statement-breakpoint
CREATE TABLE `workshops` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`organisation_id` text NOT NULL,
	`district` integer,
	`neighbourhood_id` text,
	`place` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`capacity` integer NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer,
	`cancelled_at` integer,
	`cancelled_reason` text,
	`attendance_closed_at` integer,
	`synthesis_published_at` integer,
	`forgotten_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`neighbourhood_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `workshops_starts` ON `workshops` (`starts_at`);--> statement-breakpoint
CREATE INDEX `workshops_organisation` ON `workshops` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `workshops_district` ON `workshops` (`district`);--> statement-breakpoint
CREATE TABLE `commitment_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`commitment_id` text NOT NULL,
	`at` integer NOT NULL,
	`step` text NOT NULL,
	`note` text,
	`due` integer,
	`person_id` text NOT NULL,
	`organisation_id` text,
	FOREIGN KEY (`commitment_id`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `commitment_steps_commitment` ON `commitment_steps` (`commitment_id`,`at`);--> statement-breakpoint
CREATE TABLE `commitments` (
	`id` text PRIMARY KEY NOT NULL,
	`table_id` text NOT NULL,
	`meeting_id` text,
	`agenda_item_id` text,
	`what` text NOT NULL,
	`organisation_id` text NOT NULL,
	`due` integer NOT NULL,
	`state` text NOT NULL,
	`taken_at` integer NOT NULL,
	`recorded_by_person_id` text NOT NULL,
	FOREIGN KEY (`table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `commitments_table` ON `commitments` (`table_id`,`state`);--> statement-breakpoint
CREATE INDEX `commitments_organisation` ON `commitments` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `commitments_meeting` ON `commitments` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `ballots` (
	`id` text PRIMARY KEY NOT NULL,
	`decision_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`mandate_id` text,
	`person_id` text NOT NULL,
	`choice` text NOT NULL,
	`conflict` integer NOT NULL,
	`public_body` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mandate_id`) REFERENCES `mandates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ballots_body` ON `ballots` (`decision_id`,`organisation_id`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`agenda_item_id` text NOT NULL,
	`text` text NOT NULL,
	`method` text NOT NULL,
	`document_id` text,
	`opened_at` integer NOT NULL,
	`opened_by_person_id` text NOT NULL,
	`closed_at` integer,
	`outcome` text,
	`reason` text,
	`entitled` integer,
	`present` integer,
	`needed` integer,
	`tally` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decisions_meeting` ON `decisions` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `reserves` (
	`id` text PRIMARY KEY NOT NULL,
	`decision_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reserves_body` ON `reserves` (`decision_id`,`organisation_id`);--> statement-breakpoint
CREATE TABLE `minutes_amendments` (
	`id` text PRIMARY KEY NOT NULL,
	`minutes_id` text NOT NULL,
	`agenda_item_id` text,
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`text` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`outcome` text,
	`answer` text,
	`answered_at` integer,
	`answered_by_person_id` text,
	FOREIGN KEY (`minutes_id`) REFERENCES `minutes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `minutes_amendments_minutes` ON `minutes_amendments` (`minutes_id`,`at`);--> statement-breakpoint
CREATE TABLE `minutes` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`document_id` text NOT NULL,
	`corrects_id` text,
	`corrects_sha256` text,
	`correction_reason` text,
	`begun_at` integer NOT NULL,
	`begun_by_person_id` text NOT NULL,
	`begun_by_organisation_id` text,
	`circulated_at` integer,
	`amendable_until` integer,
	`written_block_ids` text NOT NULL,
	`approved_at` integer,
	`approval` text,
	`approved_at_meeting_id` text,
	`sealed_at` integer,
	`publication` text,
	`published_at` integer,
	`publication_reason` text,
	`extract` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`begun_by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`begun_by_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_at_meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_document` ON `minutes` (`document_id`);--> statement-breakpoint
CREATE INDEX `minutes_meeting` ON `minutes` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `minutes_recipients` (
	`id` text PRIMARY KEY NOT NULL,
	`minutes_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`minutes_id`) REFERENCES `minutes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `minutes_recipients_minutes` ON `minutes_recipients` (`minutes_id`);--> statement-breakpoint
CREATE INDEX `minutes_recipients_person` ON `minutes_recipients` (`person_id`);--> statement-breakpoint
CREATE TABLE `agenda_papers` (
	`agenda_item_id` text NOT NULL,
	`document_id` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agenda_papers_document` ON `agenda_papers` (`agenda_item_id`,`document_id`);--> statement-breakpoint
CREATE TABLE `proposal_papers` (
	`proposal_id` text NOT NULL,
	`document_id` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `agenda_proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposal_papers_document` ON `proposal_papers` (`proposal_id`,`document_id`);--> statement-breakpoint
CREATE TABLE `forfeitures` (
	`id` text PRIMARY KEY NOT NULL,
	`table_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`missed_ids` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	`decided_at` integer NOT NULL,
	`decided_by_person_id` text NOT NULL,
	FOREIGN KEY (`table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `forfeitures_table` ON `forfeitures` (`table_id`);--> statement-breakpoint
CREATE INDEX `forfeitures_seat` ON `forfeitures` (`seat_id`);--> statement-breakpoint
CREATE TABLE `action_partners` (
	`id` text PRIMARY KEY NOT NULL,
	`action_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `plan_actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `action_partners_once` ON `action_partners` (`action_id`,`organisation_id`);--> statement-breakpoint
CREATE INDEX `action_partners_organisation` ON `action_partners` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `objective_pillars` (
	`id` text PRIMARY KEY NOT NULL,
	`objective_id` text NOT NULL,
	`pillar_id` text,
	`label` text NOT NULL,
	`position` integer NOT NULL,
	`ended_at` integer,
	`ended_reason` text,
	FOREIGN KEY (`objective_id`) REFERENCES `plan_objectives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pillar_id`) REFERENCES `plan_pillars`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `objective_pillars_objective` ON `objective_pillars` (`objective_id`);--> statement-breakpoint
CREATE INDEX `objective_pillars_pillar` ON `objective_pillars` (`pillar_id`);--> statement-breakpoint
CREATE TABLE `plan_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`strategy_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`districts` text NOT NULL,
	`starts_on` integer NOT NULL,
	`ends_on` integer,
	`state` text NOT NULL,
	`declared_by_affiliation_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	FOREIGN KEY (`strategy_id`) REFERENCES `plan_strategies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`declared_by_affiliation_id`) REFERENCES `affiliations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `plan_actions_strategy` ON `plan_actions` (`strategy_id`);--> statement-breakpoint
CREATE INDEX `plan_actions_organisation` ON `plan_actions` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `plan_areas` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`number` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`ended_at` integer,
	`ended_reason` text,
	FOREIGN KEY (`edition_id`) REFERENCES `plan_editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_areas_number` ON `plan_areas` (`edition_id`,`number`);--> statement-breakpoint
CREATE TABLE `plan_editions` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_import_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_editions_label` ON `plan_editions` (`label`);--> statement-breakpoint
CREATE TABLE `plan_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`source` text NOT NULL,
	`plan` text NOT NULL,
	`revision` integer NOT NULL,
	`uploaded_by_person_id` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	`edition_id` text,
	`confirmed_at` integer,
	`discarded_at` integer,
	FOREIGN KEY (`uploaded_by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`) REFERENCES `plan_editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `plan_objectives` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`review` integer NOT NULL,
	`source_line` integer,
	`ended_at` integer,
	`ended_reason` text,
	FOREIGN KEY (`area_id`) REFERENCES `plan_areas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `plan_objectives_area` ON `plan_objectives` (`area_id`);--> statement-breakpoint
CREATE TABLE `plan_pillars` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`code` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`short_title` text NOT NULL,
	`ended_at` integer,
	`ended_reason` text,
	FOREIGN KEY (`edition_id`) REFERENCES `plan_editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_pillars_code` ON `plan_pillars` (`edition_id`,`code`);--> statement-breakpoint
CREATE TABLE `plan_strategies` (
	`id` text PRIMARY KEY NOT NULL,
	`objective_id` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`review` integer NOT NULL,
	`source_line` integer,
	`ended_at` integer,
	`ended_reason` text,
	FOREIGN KEY (`objective_id`) REFERENCES `plan_objectives`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `plan_strategies_objective` ON `plan_strategies` (`objective_id`);--> statement-breakpoint
CREATE TABLE `table_follows_objective` (
	`id` text PRIMARY KEY NOT NULL,
	`table_id` text NOT NULL,
	`objective_id` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`ended_reason` text,
	FOREIGN KEY (`table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`objective_id`) REFERENCES `plan_objectives`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `table_follows_objective_table` ON `table_follows_objective` (`table_id`);--> statement-breakpoint
CREATE INDEX `table_follows_objective_objective` ON `table_follows_objective` (`objective_id`);--> statement-breakpoint
CREATE TABLE `guideline_addressees` (
	`id` text PRIMARY KEY NOT NULL,
	`version_id` text NOT NULL,
	`table_id` text,
	`organisation_id` text,
	`actors` text,
	FOREIGN KEY (`version_id`) REFERENCES `guideline_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `guideline_addressees_version` ON `guideline_addressees` (`version_id`);--> statement-breakpoint
CREATE INDEX `guideline_addressees_table` ON `guideline_addressees` (`table_id`);--> statement-breakpoint
CREATE INDEX `guideline_addressees_organisation` ON `guideline_addressees` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `guideline_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`addressee_id` text NOT NULL,
	`answer` text NOT NULL,
	`text` text,
	`at` integer NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	FOREIGN KEY (`addressee_id`) REFERENCES `guideline_addressees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `guideline_answers_addressee` ON `guideline_answers` (`addressee_id`,`at`);--> statement-breakpoint
CREATE TABLE `guideline_effects` (
	`id` text PRIMARY KEY NOT NULL,
	`guideline_id` text NOT NULL,
	`action_id` text,
	`objective_id` text,
	`strategy_id` text,
	`note` text,
	`at` integer NOT NULL,
	`ended_at` integer,
	`person_id` text NOT NULL,
	`organisation_id` text,
	FOREIGN KEY (`guideline_id`) REFERENCES `guidelines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_id`) REFERENCES `plan_actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`objective_id`) REFERENCES `plan_objectives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`strategy_id`) REFERENCES `plan_strategies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `guideline_effects_guideline` ON `guideline_effects` (`guideline_id`);--> statement-breakpoint
CREATE INDEX `guideline_effects_action` ON `guideline_effects` (`action_id`);--> statement-breakpoint
CREATE TABLE `guideline_targets` (
	`id` text PRIMARY KEY NOT NULL,
	`guideline_id` text NOT NULL,
	`objective_id` text,
	`strategy_id` text,
	`added_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`guideline_id`) REFERENCES `guidelines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`objective_id`) REFERENCES `plan_objectives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`strategy_id`) REFERENCES `plan_strategies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `guideline_targets_guideline` ON `guideline_targets` (`guideline_id`);--> statement-breakpoint
CREATE TABLE `guideline_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`guideline_id` text NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`reason` text NOT NULL,
	`item_id` text,
	`decision_id` text,
	`act` text,
	`effective_on` integer NOT NULL,
	`answer_by` integer,
	`revision` integer NOT NULL,
	`written_at` integer NOT NULL,
	`issued_at` integer,
	`issued_by_person_id` text,
	`issued_by_organisation_id` text,
	FOREIGN KEY (`guideline_id`) REFERENCES `guidelines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `guideline_versions_number` ON `guideline_versions` (`guideline_id`,`version`);--> statement-breakpoint
CREATE INDEX `guideline_versions_item` ON `guideline_versions` (`item_id`);--> statement-breakpoint
CREATE TABLE `guidelines` (
	`id` text PRIMARY KEY NOT NULL,
	`table_id` text NOT NULL,
	`number` integer NOT NULL,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	FOREIGN KEY (`table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `guidelines_number` ON `guidelines` (`table_id`,`number`);--> statement-breakpoint
CREATE TABLE `conflict_resolutions` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`resolution` text NOT NULL,
	`prevailing_side_id` text,
	`referred_to` text,
	`reason` text NOT NULL,
	`decision_id` text,
	`guideline_id` text,
	`objective_id` text,
	`strategy_id` text,
	`at` integer NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text,
	FOREIGN KEY (`item_id`) REFERENCES `policy_conflicts`(`item_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`prevailing_side_id`) REFERENCES `conflict_sides`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`guideline_id`) REFERENCES `guidelines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`objective_id`) REFERENCES `plan_objectives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`strategy_id`) REFERENCES `plan_strategies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `conflict_resolutions_item` ON `conflict_resolutions` (`item_id`,`at`);--> statement-breakpoint
CREATE TABLE `conflict_sides` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`objective_id` text,
	`strategy_id` text,
	`action_id` text,
	`guideline_id` text,
	`decision_id` text,
	`table_id` text,
	`name` text,
	FOREIGN KEY (`item_id`) REFERENCES `policy_conflicts`(`item_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`objective_id`) REFERENCES `plan_objectives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`strategy_id`) REFERENCES `plan_strategies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_id`) REFERENCES `plan_actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`guideline_id`) REFERENCES `guidelines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `conflict_sides_item` ON `conflict_sides` (`item_id`);--> statement-breakpoint
CREATE TABLE `policy_conflicts` (
	`item_id` text PRIMARY KEY NOT NULL,
	`nature` text NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `application_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`affiliation_id` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`affiliation_id`) REFERENCES `affiliations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `application_decisions_application` ON `application_decisions` (`application_id`,`at`);--> statement-breakpoint
CREATE TABLE `application_openings` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`procedure_id` text NOT NULL,
	`affiliation_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`procedure_id`) REFERENCES `procedures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`affiliation_id`) REFERENCES `affiliations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `application_openings_procedure` ON `application_openings` (`procedure_id`);--> statement-breakpoint
CREATE TABLE `application_partners` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`role` text NOT NULL,
	`state` text NOT NULL,
	`invited_at` integer NOT NULL,
	`invited_by_affiliation_id` text NOT NULL,
	`answered_at` integer,
	`answered_by_affiliation_id` text,
	`left_at` integer,
	`left_reason` text,
	`share` integer,
	`declaration` text,
	`confirmed_at` integer,
	`confirmed_by_affiliation_id` text,
	`confirmed_digest` text,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by_affiliation_id`) REFERENCES `affiliations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_affiliation_id`) REFERENCES `affiliations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by_affiliation_id`) REFERENCES `affiliations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `application_partners_application` ON `application_partners` (`application_id`);--> statement-breakpoint
CREATE INDEX `application_partners_organisation` ON `application_partners` (`organisation_id`,`state`);--> statement-breakpoint
CREATE TABLE `application_receipts` (
	`number` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`sequence` integer NOT NULL,
	`application_id` text NOT NULL,
	`procedure_id` text NOT NULL,
	`received_at` integer NOT NULL,
	`submitted_by_affiliation_id` text NOT NULL,
	`package_bytes` blob NOT NULL,
	`package_sha256` text NOT NULL,
	`receipt_bytes` blob NOT NULL,
	`receipt_sha256` text NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by_affiliation_id` text,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`procedure_id`) REFERENCES `procedures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by_affiliation_id`) REFERENCES `affiliations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by_affiliation_id`) REFERENCES `affiliations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `application_receipts_sequence` ON `application_receipts` (`year`,`sequence`);--> statement-breakpoint
CREATE INDEX `application_receipts_application` ON `application_receipts` (`application_id`);--> statement-breakpoint
CREATE TABLE `applications` (
	`id` text PRIMARY KEY NOT NULL,
	`procedure_id` text NOT NULL,
	`lead_organisation_id` text NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`document_id` text NOT NULL,
	`budget_version` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`created_by_affiliation_id` text NOT NULL,
	FOREIGN KEY (`procedure_id`) REFERENCES `procedures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_affiliation_id`) REFERENCES `affiliations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `applications_lead` ON `applications` (`procedure_id`,`lead_organisation_id`);--> statement-breakpoint
CREATE TABLE `budget_costs` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`partner_id` text NOT NULL,
	`position` integer NOT NULL,
	`action` text NOT NULL,
	`category` text NOT NULL,
	`year` integer NOT NULL,
	`resource_class` text NOT NULL,
	`amount` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `application_partners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `budget_costs_application` ON `budget_costs` (`application_id`,`position`);--> statement-breakpoint
CREATE TABLE `budget_resources` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`partner_id` text NOT NULL,
	`position` integer NOT NULL,
	`resource_class` text NOT NULL,
	`source` text NOT NULL,
	`year` integer NOT NULL,
	`amount` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `application_partners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `budget_resources_application` ON `budget_resources` (`application_id`,`position`);--> statement-breakpoint
CREATE TABLE `procedure_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`procedure_id` text NOT NULL,
	`version` integer NOT NULL,
	`occasion` text NOT NULL,
	`content` text NOT NULL,
	`reason` text,
	`saved_at` integer NOT NULL,
	`saved_by_affiliation_id` text NOT NULL,
	FOREIGN KEY (`procedure_id`) REFERENCES `procedures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by_affiliation_id`) REFERENCES `affiliations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `procedure_notices_version` ON `procedure_notices` (`procedure_id`,`version`);--> statement-breakpoint
CREATE TABLE `procedure_transitions` (
	`id` text PRIMARY KEY NOT NULL,
	`procedure_id` text NOT NULL,
	`event` text NOT NULL,
	`from_state` text,
	`to_state` text NOT NULL,
	`at` integer NOT NULL,
	`affiliation_id` text,
	`reason` text,
	FOREIGN KEY (`procedure_id`) REFERENCES `procedures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`affiliation_id`) REFERENCES `affiliations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `procedure_transitions_procedure` ON `procedure_transitions` (`procedure_id`,`at`);--> statement-breakpoint
CREATE TABLE `procedures` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`organisation_id` text NOT NULL,
	`table_id` text,
	`objectives` text NOT NULL,
	`state` text NOT NULL,
	`opens_at` integer,
	`closes_at` integer,
	`created_at` integer NOT NULL,
	`created_by_affiliation_id` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`table_id`) REFERENCES `working_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_affiliation_id`) REFERENCES `affiliations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `procedures_code` ON `procedures` (`code`);--> statement-breakpoint
CREATE INDEX `procedures_state` ON `procedures` (`state`,`closes_at`);--> statement-breakpoint
CREATE TABLE `declined_letters` (
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `kind`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`attachments` text,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer,
	`failed_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`sent_at`,`created_at`);