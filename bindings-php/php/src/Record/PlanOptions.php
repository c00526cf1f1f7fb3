<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What the owner decides before a plan is made. */
final readonly class PlanOptions extends Record
{
    public const FIELDS = [
        'now' => 'instant',
        'migrateAllRecords' => null,
        'importAllContacts' => null,
        'keepMaintenanceMode' => null,
        'existingUsers' => ExistingUsers::class,
        'dripContinuity' => DripContinuity::class,
        'duplicates' => DuplicatesPolicy::class,
        'defaultRole' => null,
        'protectedRoles' => ['list', null],
        'passwordPolicy' => PasswordPolicy::class,
        'notify' => Notify::class,
        'batchSize' => null,
        'environment' => Environment::class,
        'operatorEmail' => null,
        'passwordRules' => PasswordRules::class,
        'sourceClock' => DripProfile::class,
        'target' => TargetProfile::class,
        'waivers' => ['list', Waiver::class],
    ];

    /**
     * @param \DateTimeImmutable $now The instant the plan is made. Clocks count from it.
     * @param bool $migrateAllRecords Whether the plan holds operations. False is verification only: everything is counted and every issue is found, and there is nothing to apply. Default true.
     * @param bool $importAllContacts Whether every contact is taken. False takes members and buyers only: those who hold an offering's access, module or purchase tag, have an order or a subscription, or are users of the target already. Default false.
     * @param bool $keepMaintenanceMode Whether the site stays in maintenance mode at the end, so that nobody buys while the move is looked over. Default false.
     * @param ExistingUsers $existingUsers What becomes of contacts that are users of the target already. Default update.
     * @param DripContinuity $dripContinuity How release timers go on. Default continue from the last released module.
     * @param DuplicatesPolicy $duplicates Which value wins where several records of one person differ. Default newest.
     * @param string $defaultRole The role a new user gets. Default subscriber.
     * @param list<string> $protectedRoles Whoever has one of these roles on the target is left alone, as every administrator is; whoever has one on the source gets no user made for them. Default administrator.
     * @param PasswordPolicy $passwordPolicy What password a new user gets. Default a random one, quietly.
     * @param Notify $notify Who may be sent mail. Default nobody.
     * @param int $batchSize The most operations in one batch, at least 1. Does not change what is planned, nor the digest. Default 100.
     * @param Environment|null $environment Which copy of the site the plan is for; the site document's, where absent.
     * @param string|null $operatorEmail The person who runs the migration; left alone.
     * @param PasswordRules|null $passwordRules What a password must be like, made up or kept from a field.
     * @param DripProfile|null $sourceClock The system whose clock opens modules at the source, where it has one that gives no tags (LearnDash, MemberPress and the like): what it has opened by now is open, under the continuities that keep or continue clocks. Where absent, what is open at the source is told by the tags of modules alone.
     * @param TargetProfile|null $target What kind of system the target is. Default generic: one that stores what it is given.
     * @param list<Waiver> $waivers Codes whose errors do not stop the plan, each with a reason.
     */
    public function __construct(
        public \DateTimeImmutable $now,
        public bool $migrateAllRecords = true,
        public bool $importAllContacts = false,
        public bool $keepMaintenanceMode = false,
        public ExistingUsers $existingUsers = ExistingUsers::Update,
        public DripContinuity $dripContinuity = DripContinuity::ContinueFromLastReleased,
        public DuplicatesPolicy $duplicates = DuplicatesPolicy::Newest,
        public string $defaultRole = 'subscriber',
        public array $protectedRoles = ['administrator'],
        public PasswordPolicy $passwordPolicy = PasswordPolicy::ResetQuietly,
        public Notify $notify = Notify::Nobody,
        public int $batchSize = 100,
        public ?Environment $environment = null,
        public ?string $operatorEmail = null,
        public ?PasswordRules $passwordRules = null,
        public ?DripProfile $sourceClock = null,
        public ?TargetProfile $target = null,
        public array $waivers = [],
    ) {
    }
}
