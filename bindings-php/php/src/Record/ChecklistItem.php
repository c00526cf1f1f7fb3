<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * One thing that has to be known or true before a migration is started. On the wire its kebab-case name. The order of the variants is that
 * of the checklist.
 */
enum ChecklistItem: string
{
    /** Where orders are placed. */
    case CrmOrderForms = 'crm-order-forms';
    /** Whether there are subscriptions. */
    case SubscriptionsDetected = 'subscriptions-detected';
    /** Whether the CRM's automations do anything. */
    case CrmAutomations = 'crm-automations';
    /** Whether there are teams that no offering knows. */
    case Teams = 'teams';
    /** Whether the CRM activates coupon codes. */
    case CrmCouponCodes = 'crm-coupon-codes';
    /** Who sends newsletters and sequences. */
    case EmailProvider = 'email-provider';
    /** Somebody who can log in whatever becomes of passwords. */
    case BackupAdministrator = 'backup-administrator';
    /** Whether they really can. */
    case BackupAdministratorTested = 'backup-administrator-tested';
    /** A way to the database besides the site. */
    case DatabaseAccess = 'database-access';
    /** A way to the files besides the site. */
    case FtpAccess = 'ftp-access';
    /** A backup that can be restored. */
    case BackupVerified = 'backup-verified';
    /** A copy to try on. */
    case StagingSite = 'staging-site';
    /** That the copy cannot write to the live site. */
    case StagingOwnDatabase = 'staging-own-database';
    /** That nobody finds the copy. */
    case StagingNotIndexed = 'staging-not-indexed';
    /** That the copy may run. */
    case StagingLicence = 'staging-licence';
    /** That all of it went well once. */
    case StagingRehearsed = 'staging-rehearsed';
    /** That modules open by themselves. */
    case ReleaseTimers = 'release-timers';
    /** That the site sends the emails of its offerings. */
    case EmailsOn = 'emails-on';
    /** That they arrive. */
    case DeliveryService = 'delivery-service';
    /** That what is paid for can be bought. */
    case OrderForms = 'order-forms';
    /** That what is free can be had. */
    case OptInForms = 'opt-in-forms';
    /** That money can be taken. */
    case Processor = 'processor';
    /** What the CRM has set off so far. */
    case WebhookLog = 'webhook-log';
    /** What was there before. */
    case CountsDocumented = 'counts-documented';
    /** Somebody to try with. */
    case TestContact = 'test-contact';
    /** Whom to look at afterwards. */
    case TenContacts = 'ten-contacts';
}
