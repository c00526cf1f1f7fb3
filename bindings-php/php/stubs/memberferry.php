<?php

// What the extension `memberferry` has, for editors and analysers; nothing loads this. Made of the extension's own reflection by
// `tests/write_stubs.php`; a test compares the two.

namespace Memberferry\Native;

function call(string $name, string $request, ?Site $site = null, ?Contacts $contacts = null, ?Snapshot $users = null, ?Plan $plan = null): string
{
}

function operations(): array
{
}

function version(): string
{
}

class Failure extends \Exception
{
    public function __construct()
    {
    }
}

final class AccessTable
{
    public function pages(): array
    {
    }

    public function length(): int
    {
    }

    public function allows(int $member, int $page): bool
    {
    }

    public function count(int $page): int
    {
    }

    public function membersOf(int $page): array
    {
    }

    public function columns(int $size): Columns
    {
    }

    private function __construct()
    {
    }
}

final class Columns
{
    public function next(): ?array
    {
    }

    private function __construct()
    {
    }
}

final class Contacts
{
    public static function merge(array $lists, string $options): Merged
    {
    }

    public function join(Contacts $users, string $options): Merged
    {
    }

    public function length(): int
    {
    }

    public function jsonLines(int $first, int $count): string
    {
    }

    public static function columnNames(): array
    {
    }

    public function columns(array $names, int $size): Columns
    {
    }

    public function csv(string $options): Csv
    {
    }

    public function tags(): array
    {
    }

    public function customFields(): array
    {
    }

    public function liveBytes(): int
    {
    }

    private function __construct()
    {
    }
}

final class ContactsBuilder
{
    public function push(string $lines): void
    {
    }

    public function finish(): Contacts
    {
    }

    public function __construct()
    {
    }
}

final class Csv
{
    public function chunk(int $first, int $length): string
    {
    }

    private function __construct()
    {
    }
}

final class Merged
{
    public function contacts(): Contacts
    {
    }

    public function issues(): Issues
    {
    }

    private function __construct()
    {
    }
}

final class TagDates
{
    public function length(): int
    {
    }

    private function __construct()
    {
    }
}

final class ContactReader
{
    public function push(string $chunk): void
    {
    }

    public function progress(): array
    {
    }

    public function finish(): Intake
    {
    }

    public function __construct(string $options)
    {
    }
}

final class OrderReader
{
    public function push(string $chunk): void
    {
    }

    public function progress(): array
    {
    }

    public function finish(): OrderIntake
    {
    }

    public function __construct(string $options)
    {
    }
}

final class SubscriptionReader
{
    public function push(string $chunk): void
    {
    }

    public function progress(): array
    {
    }

    public function finish(): SubscriptionIntake
    {
    }

    public function __construct(string $options)
    {
    }
}

final class RecordReader
{
    public function push(string $chunk): void
    {
    }

    public function progress(): array
    {
    }

    public function finish(): Intake
    {
    }

    public function __construct(string $options, array $related)
    {
    }
}

final class Intake
{
    public function contacts(): Contacts
    {
    }

    public function tagDates(): TagDates
    {
    }

    public function issues(): Issues
    {
    }

    public function detection(): string
    {
    }

    public function mapping(): string
    {
    }

    public function stats(): string
    {
    }

    public function setAsideCsv(): string
    {
    }

    private function __construct()
    {
    }
}

final class OrderIntake
{
    public function orders(): Orders
    {
    }

    public function issues(): Issues
    {
    }

    public function detection(): string
    {
    }

    public function mapping(): string
    {
    }

    public function stats(): string
    {
    }

    public function setAsideCsv(): string
    {
    }

    private function __construct()
    {
    }
}

final class SubscriptionIntake
{
    public function subscriptions(): Subscriptions
    {
    }

    public function issues(): Issues
    {
    }

    public function detection(): string
    {
    }

    public function mapping(): string
    {
    }

    public function stats(): string
    {
    }

    public function setAsideCsv(): string
    {
    }

    private function __construct()
    {
    }
}

final class Issues
{
    public function length(): int
    {
    }

    public function part(int $first, int $count): string
    {
    }

    public function counts(): string
    {
    }

    private function __construct()
    {
    }
}

final class Orders
{
    public function length(): int
    {
    }

    public function part(int $first, int $count): string
    {
    }

    private function __construct()
    {
    }
}

final class Subscriptions
{
    public function length(): int
    {
    }

    public function part(int $first, int $count): string
    {
    }

    private function __construct()
    {
    }
}

final class Plan
{
    public static function build(Site $site, Contacts $contacts, Snapshot $snapshot, string $options, string $ties, ?TagDates $tag_dates = null, ?Orders $orders = null): Plan
    {
    }

    public function chunk(int $first, int $length): string
    {
    }

    public function digest(): string
    {
    }

    public function header(): string
    {
    }

    public function summary(): string
    {
    }

    public function environment(): string
    {
    }

    public function issues(): string
    {
    }

    public function blockers(): string
    {
    }

    public function length(): int
    {
    }

    public function operations(int $first, int $count): string
    {
    }

    public function diff(Plan $other): string
    {
    }

    private function __construct()
    {
    }
}

final class PlanReader
{
    public function push(string $chunk): void
    {
    }

    public function finish(): Plan
    {
    }

    public function __construct()
    {
    }
}

final class Batch
{
    public function length(): int
    {
    }

    public function document(): string
    {
    }

    private function __construct()
    {
    }
}

final class NewPassword
{
    public function kind(): string
    {
    }

    public function expose(): string
    {
    }

    private function __construct()
    {
    }
}

final class Passwords
{
    public function __construct(Plan $plan, Contacts $contacts, string $seed)
    {
    }
}

final class Run
{
    public static function start(Plan $plan, string $options, string $at): Run
    {
    }

    public static function resume(Plan $plan, string $journal, string $options): Run
    {
    }

    public function opening(): string
    {
    }

    public function validBytes(): int
    {
    }

    public function torn(): ?string
    {
    }

    public function nextBatch(): ?Batch
    {
    }

    public function record(Batch $batch, string $outcomes): string
    {
    }

    public function password(Batch $batch, int $place, Passwords $passwords): ?NewPassword
    {
    }

    public function abort(string $at): string
    {
    }

    public function status(): string
    {
    }

    public function progress(): string
    {
    }

    public function rollbackPlan(Snapshot $snapshot, string $at): Plan
    {
    }

    private function __construct()
    {
    }
}

final class Site
{
    public static function kept(string $document): Site
    {
    }

    public function document(): string
    {
    }

    public function issues(): string
    {
    }

    public function name(): string
    {
    }

    public function decideAll(Contacts $contacts, string $at): AccessTable
    {
    }

    public function __construct(string $document)
    {
    }
}

final class Snapshot
{
    public function length(): int
    {
    }

    public function jsonLines(): string
    {
    }

    public function digest(): string
    {
    }

    private function __construct()
    {
    }
}

final class SnapshotBuilder
{
    public function push(string $lines): void
    {
    }

    public function finish(): Snapshot
    {
    }

    public function __construct()
    {
    }
}
