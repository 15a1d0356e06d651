-- Weeks with their steps, late hours, comments; entries from a start to an end; projects for members only; what is decided
-- about people. Drafted by drizzle-kit. Added by hand: WITHOUT ROWID, and what the columns hold for rows that were there.
CREATE TABLE `comments` (
	`person` text NOT NULL,
	`week` text NOT NULL,
	`id` text NOT NULL,
	`author` text NOT NULL,
	`author_name` text,
	`note` text NOT NULL,
	`at` text NOT NULL,
	`received` text NOT NULL,
	`version` text NOT NULL,
	`number` integer NOT NULL,
	PRIMARY KEY(`person`, `week`, `id`),
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `comments_feed` ON `comments` (`person`,`number`);--> statement-breakpoint
CREATE INDEX `comments_news` ON `comments` (`number`);--> statement-breakpoint
CREATE TABLE `lates` (
	`id` text NOT NULL,
	`person` text NOT NULL,
	`week` text NOT NULL,
	`entry` text NOT NULL,
	`wants` text NOT NULL,
	`base` text,
	`before` text,
	`project` text NOT NULL,
	`date` text NOT NULL,
	`zone` text,
	`start` text,
	`end` text,
	`minutes` integer NOT NULL,
	`note` text NOT NULL,
	`status` text NOT NULL,
	`reason` text NOT NULL,
	`by` text,
	`by_name` text,
	`at` text NOT NULL,
	`received` text NOT NULL,
	`version` text NOT NULL,
	`number` integer NOT NULL,
	PRIMARY KEY(`id`, `person`),
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `lates_feed` ON `lates` (`person`,`number`);--> statement-breakpoint
CREATE INDEX `lates_news` ON `lates` (`number`);--> statement-breakpoint
CREATE INDEX `lates_entry` ON `lates` (`person`,`entry`);--> statement-breakpoint
CREATE INDEX `lates_week` ON `lates` (`person`,`week`);--> statement-breakpoint
CREATE TABLE `weeks` (
	`person` text NOT NULL,
	`monday` text NOT NULL,
	`status` text NOT NULL,
	`note` text NOT NULL,
	`by` text NOT NULL,
	`by_name` text,
	`since` text NOT NULL,
	`changed` integer NOT NULL,
	`settled` text,
	`was` text,
	`version` text NOT NULL,
	`number` integer NOT NULL,
	PRIMARY KEY(`person`, `monday`),
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `weeks_feed` ON `weeks` (`person`,`number`);--> statement-breakpoint
CREATE INDEX `weeks_news` ON `weeks` (`number`);--> statement-breakpoint
CREATE INDEX `weeks_waiting` ON `weeks` (`monday`,`person`) WHERE "weeks"."status" = 'submitted';--> statement-breakpoint
ALTER TABLE `entries` ADD `start` text;--> statement-breakpoint
ALTER TABLE `entries` ADD `end` text;--> statement-breakpoint
ALTER TABLE `people` ADD `from` text;--> statement-breakpoint
ALTER TABLE `people` ADD `until` text;--> statement-breakpoint
ALTER TABLE `people` ADD `target` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `manager` text;--> statement-breakpoint
ALTER TABLE `people` ADD `deputy` text;--> statement-breakpoint
ALTER TABLE `people` ADD `active` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `linked` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `version` text DEFAULT '' NOT NULL;--> statement-breakpoint
-- The feed begins after number 0.
ALTER TABLE `people` ADD `number` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `first_number` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `people_feed` ON `people` (`number`);--> statement-breakpoint
UPDATE `people` SET `version` = `id`, `active` = `deactivated` IS NULL;--> statement-breakpoint
ALTER TABLE `people` DROP COLUMN `deactivated`;--> statement-breakpoint
ALTER TABLE `projects` ADD `members` text;--> statement-breakpoint
ALTER TABLE `projects` ADD `known` text DEFAULT '[]' NOT NULL;