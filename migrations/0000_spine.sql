-- The spine: people and how the tenant names them, projects, entries, and the ledger with its chains.
-- Drafted by drizzle-kit from worker/store/schema.ts. Added by hand, because drizzle-kit cannot say them:
-- WITHOUT ROWID (one written row less per insert) and the triggers at the end.
CREATE TABLE `chains` (
	`id` text PRIMARY KEY NOT NULL,
	`head` integer NOT NULL,
	`hash` text NOT NULL,
	CONSTRAINT "head_is_as_read" CHECK("chains"."head" >= 0)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `entries` (
	`person` text NOT NULL,
	`id` text NOT NULL,
	`project` text NOT NULL,
	`date` text NOT NULL,
	`zone` text,
	`minutes` integer NOT NULL,
	`note` text NOT NULL,
	`version` text NOT NULL,
	`number` integer NOT NULL,
	`deleted` integer NOT NULL,
	PRIMARY KEY(`person`, `id`),
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `entries_list` ON `entries` (`person`,`date`,`id`) WHERE "entries"."deleted" = 0;--> statement-breakpoint
CREATE INDEX `entries_feed` ON `entries` (`person`,`number`);--> statement-breakpoint
CREATE TABLE `identities` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`person` text NOT NULL,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `ledger` (
	`number` integer PRIMARY KEY NOT NULL,
	`chain` text NOT NULL,
	`place` integer NOT NULL,
	`change` text NOT NULL,
	`actor` text NOT NULL,
	`client` text NOT NULL,
	`kind` text NOT NULL,
	`thing` text,
	`digest` text NOT NULL,
	`verdict` text NOT NULL,
	`problem` text,
	`was` text,
	`became` text,
	`note` text,
	`salt` text,
	`at` text,
	`received` text NOT NULL,
	`previous` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_change` ON `ledger` (`chain`,`change`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	`email` text,
	`deactivated` text
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `projects` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`client` text NOT NULL,
	`code` text NOT NULL,
	`colour` text NOT NULL,
	`archived` integer NOT NULL,
	`version` text NOT NULL,
	`number` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `projects_feed` ON `projects` (`number`);--> statement-breakpoint
CREATE TABLE `tenant_keys` (
	`issuer` text PRIMARY KEY NOT NULL,
	`keys` text NOT NULL,
	`fetched` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
-- History is never rewritten. Only a note and its salt may be erased, on legal demand: the hash does not cover them.
CREATE TRIGGER `ledger_is_never_rewritten`
BEFORE UPDATE OF `number`, `chain`, `place`, `change`, `actor`, `client`, `kind`, `thing`, `digest`, `verdict`, `problem`, `was`, `became`, `at`, `received`, `previous`, `hash` ON `ledger`
BEGIN SELECT RAISE(ABORT, 'the ledger is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `ledger_notes_are_only_erased`
BEFORE UPDATE OF `note`, `salt` ON `ledger` WHEN NEW.`note` IS NOT NULL OR NEW.`salt` IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the ledger is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `ledger_is_never_shortened` BEFORE DELETE ON `ledger`
BEGIN SELECT RAISE(ABORT, 'the ledger is never shortened'); END;
--> statement-breakpoint
-- The chain of what belongs to nobody: projects.
INSERT INTO `chains` (`id`, `head`, `hash`) VALUES ('company', 0, '');
