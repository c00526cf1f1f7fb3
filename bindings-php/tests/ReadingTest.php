<?php

declare(strict_types=1);

namespace Memberferry\Tests;

use Memberferry\Exception\FileException;
use Memberferry\Exception\IntakeException;
use Memberferry\Exception\UsageException;
use Memberferry\Intake;
use Memberferry\Memberferry;
use Memberferry\Record\ColumnUseIgnored;
use Memberferry\Record\Limits;
use Memberferry\Record\Money;
use Memberferry\Record\OrderStatus;
use Memberferry\Record\Severity;
use Memberferry\Record\SubscriptionStatus;
use Memberferry\Source;

/** Every way in gives the same, and what is given the wrong way is said in PHP's terms. */
final class ReadingTest extends TestCase
{
    private const EXPORT = "Email;First Name;Tags\nada@example.com;Zoë;Gold,VIP\nGrace@Example.com;Grace;\nnobody;;\n";

    private const EXPECTED = [['ada@example.com', 'Zoë', ['Gold', 'VIP']], ['Grace@Example.com', 'Grace', []]];

    public function testAPathAStringAStreamAndChunksReadTheSame(): void
    {
        $path = $this->folder() . '/list.csv';
        file_put_contents($path, self::EXPORT);
        $memory = fopen('php://memory', 'w+b');
        fwrite($memory, self::EXPORT);
        rewind($memory);
        $packed = fopen($path, 'rb');
        $sources = [
            $path,
            new \SplFileInfo($path),
            Source::path($path),
            self::EXPORT,
            Source::bytes(self::EXPORT),
            $packed,
            $memory,
            [self::EXPORT],
            new \ArrayIterator(str_split(self::EXPORT, 5)),
        ];
        foreach ($sources as $number => $source) {
            $intake = Memberferry::readContacts($source);
            $this->same(self::EXPECTED, self::rows($intake), "source {$number}");
            $this->same(1, $intake->stats->setAside);
        }
        $this->that(is_resource($packed), 'a stream is its opener\'s to close');
    }

    public function testEveryWayOfCuttingTheInputReadsTheSame(): void
    {
        $whole = Memberferry::readContacts(self::EXPORT);
        foreach ([1, 2, 3, 7, 64, 1_000] as $size) {
            $cut = Memberferry::readContacts(str_split(self::EXPORT, $size));
            $this->same(self::rows($whole), self::rows($cut));
            $this->equal($whole->issues->toList(), $cut->issues->toList());
            $this->same($whole->setAsideCsv(), $cut->setAsideCsv());
        }
    }

    public function testProgressIsToldAfterEachChunk(): void
    {
        $told = [];
        $tell = static function (int $done, ?int $total) use (&$told): void {
            $told[] = [$done, $total];
        };
        Memberferry::readContacts([substr(self::EXPORT, 0, 20), substr(self::EXPORT, 20)], onProgress: $tell);
        $this->same([[20, null], [strlen(self::EXPORT), null]], $told);
        $path = $this->folder() . '/list.csv';
        file_put_contents($path, "ignored\n" . self::EXPORT);
        $stream = fopen($path, 'rb');
        fseek($stream, 8);
        Memberferry::readContacts($stream, onProgress: $tell);
        $this->same([strlen(self::EXPORT), strlen(self::EXPORT)], end($told));
    }

    public function testWhatWasDetectedIsSaidAndAMappingGoesBack(): void
    {
        $intake = Memberferry::readContacts(self::EXPORT);
        $this->same(['UTF-8', ';'], [$intake->detection->encoding->name, $intake->detection->dialect?->delimiter]);
        $columns = array_map(
            static fn ($column) => $column->header === 'Tags' ? $column->with(use: new ColumnUseIgnored()) : $column,
            $intake->mapping->columns,
        );
        $again = Memberferry::readContacts(self::EXPORT, mapping: $intake->mapping->with(columns: $columns));
        $this->same([[], []], array_column(self::rows($again), 2));
    }

    public function testSettingsAreThoseOfTheLibrary(): void
    {
        $export = "Email,Created\nada@example.com,3/4/2024\n";
        $contacts = Memberferry::readContacts($export, dayFirst: true, timezone: 'Europe/Vienna')->contacts;
        $this->same('2024-04-02T22:00:00+00:00', $contacts->get(0)->createdAt?->format(DATE_ATOM));
        $unknown = $this->thrown(UsageException::class, static fn () => Memberferry::readContacts($export, profile: 'keep'));
        $this->contains('`keep` is not a known source', $unknown->getMessage());
        $this->contains('keap', $unknown->help);
        $this->same('argument-invalid', $unknown->code);
    }

    public function testTheNameOfAFileCounts(): void
    {
        $header = 'Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,LEID,EUID,NOTES,TAGS';
        $path = $this->folder() . '/unsubscribed_members_export_1a2b3c.csv';
        file_put_contents($path, "{$header}\nada@example.com,Ada,L,2,,,1,a,,\n");
        $this->same('unsubscribed', Memberferry::readContacts($path)->contacts->get(0)->marketing->status->value);
    }

    public function testAGeneratorThatThrowsIsHeard(): void
    {
        $breaking = static function (): \Generator {
            yield self::EXPORT;
            throw new \LengthException('the network went away');
        };
        $caught = $this->thrown(\LengthException::class, static fn () => Memberferry::readContacts($breaking()));
        $this->same('the network went away', $caught->getMessage());
        $stopped = $this->thrown(\DomainException::class, static fn () => Memberferry::readContacts(
            self::EXPORT,
            onProgress: static fn () => throw new \DomainException('enough'),
        ));
        $this->same('enough', $stopped->getMessage());
    }

    public function testWhatCannotBeReadIsRefusedInWords(): void
    {
        $folder = $this->folder();
        $read = static fn (mixed $source) => static fn () => Memberferry::readContacts($source);
        $this->contains('No such file or directory', $this->thrown(FileException::class, $read("{$folder}/not-there.csv"))->getMessage());
        $this->contains('is a directory', $this->thrown(FileException::class, $read($folder))->getMessage());
        $closed = fopen('php://memory', 'r+b');
        fclose($closed);
        $this->contains('the stream is closed', $this->thrown(UsageException::class, $read($closed))->getMessage());
        foreach (['http://example.com/list.csv', 'phar://x.phar/list.csv', 'php://filter/resource=x', 'data://text/plain,x'] as $url) {
            $this->contains('a URL is not opened', $this->thrown(UsageException::class, $read($url))->getMessage());
        }
        $this->contains('it yielded a int', $this->thrown(\TypeError::class, $read(["Email\n", 17]))->getMessage());
        foreach ([null, 17, 1.5, new \stdClass(), true] as $wrong) {
            $this->contains('cannot be read', $this->thrown(\TypeError::class, $read($wrong))->getMessage());
        }
        $writeOnly = fopen("{$folder}/write-only", 'wb');
        $this->thrown(FileException::class, $read($writeOnly));
        [$silent] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0) ?: [];
        [$quiet, $other] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0) ?: [];
        stream_set_blocking($quiet, false);
        $this->contains('no bytes ready', $this->thrown(UsageException::class, $read($quiet))->getMessage());
        stream_set_blocking($quiet, true);
        stream_set_timeout($quiet, 0, 10_000);
        $this->contains('timed out', $this->thrown(FileException::class, $read($quiet))->getMessage());
    }

    public function testAConnectionThatBreaksIsNotTakenForAnEnd(): void
    {
        [$here, $there] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0) ?: [];
        fwrite($here, 'what the other side never reads');
        fwrite($there, self::EXPORT);
        fclose($there);
        $caught = $this->thrown(FileException::class, static fn () => Memberferry::readContacts($here));
        $this->contains('cannot be read to its end', $caught->getMessage());
    }

    public function testAnInputThatIsNoneIsAnIntakeException(): void
    {
        foreach (['', "\n\n", "\x89PNG\r\n\x1a\n" . str_repeat("\0", 2_000)] as $content) {
            $caught = $this->thrown(IntakeException::class, static fn () => Memberferry::readContacts($content));
            $this->same('intake', $caught->category);
            $this->that(str_starts_with($caught->code, 'input-') && $caught->getCode() === $caught->code);
        }
    }

    public function testALimitNamesItselfAndItsPlace(): void
    {
        foreach ([['records' => 1], new Limits(records: 1)] as $limits) {
            $caught = $this->thrown(IntakeException::class, static fn () => Memberferry::readContacts(self::EXPORT, limits: $limits));
            $this->same(['limit-exceeded', 3], [$caught->code, $caught->location?->line]);
        }
    }

    public function testAStreamIsLeftWhereItWasByALook(): void
    {
        $stream = fopen('php://memory', 'w+b');
        fwrite($stream, self::EXPORT);
        rewind($stream);
        $found = Memberferry::detect($stream);
        $this->same(';', $found->detection->dialect?->delimiter);
        $this->same(0, ftell($stream));
        $this->same(self::EXPECTED, self::rows(Memberferry::readContacts($stream)));
    }

    public function testOrdersSubscriptionsTablesAndRecordsAreRead(): void
    {
        $export = "Order ID,Email,Total,Status\n17,ada@example.com,\"EUR 1.049,50\",paid\n18,,,\n";
        $orders = Memberferry::readOrders($export)->orders;
        $this->same([2, '17', '18'], [count($orders), $orders->get(0)->id, $orders->get(1)->id]);
        $this->equal(new Money(minorUnits: 104_950, currency: 'EUR'), $orders->get(0)->total);
        $this->same(OrderStatus::Paid, $orders->toList()[0]->status);
        $this->thrown(\OutOfRangeException::class, static fn () => $orders->get(2));
        $export = "Subscription ID,Email,Status,Amount,Currency,Interval\ns-1,ada@example.com,past due,9.00,eur,month\n";
        $intake = Memberferry::readSubscriptions($export);
        $this->same([SubscriptionStatus::PastDue, 1], [$intake->subscriptions->get(0)->status, $intake->stats->kept]);
        $this->same([['1', '2']], Memberferry::readTable("a;b\n1;2\n")->rows);
        $answer = str_split('[{"email": "ada@example.com", "tags": ["Gold"]}, {"email": "nobody"}]', 9);
        $intake = Memberferry::readRecords($answer);
        $this->same([['ada@example.com', null, ['Gold']]], self::rows($intake));
        $this->same(1, $intake->stats->setAside);
    }

    public function testIssuesAreCountedAndLookedAt(): void
    {
        $issues = Memberferry::readContacts(self::EXPORT)->issues;
        $this->same(count($issues), array_sum($issues->counts()));
        $errors = array_values(array_filter($issues->toList(), static fn ($issue) => $issue->severity === Severity::Error));
        $this->same(['email-invalid', 4, 'nobody'], [$errors[0]->code->value, $errors[0]->location?->line, $errors[0]->value]);
        $this->same(range(0, count($issues) - 1), array_keys(iterator_to_array($issues)));
    }

    /** @return list<array{string, ?string, list<string>}> */
    private static function rows(Intake $intake): array
    {
        $rows = [];
        foreach ($intake->contacts as $contact) {
            $rows[] = [$contact->email, $contact->firstName, $contact->tags];
        }

        return $rows;
    }
}
