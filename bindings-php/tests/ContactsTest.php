<?php

declare(strict_types=1);

namespace Memberferry\Tests;

use Memberferry\Contacts;
use Memberferry\Exception\UsageException;
use Memberferry\Memberferry;
use Memberferry\Record\Contact;
use Memberferry\Record\Marketing;
use Memberferry\Record\MarketingStatus;
use Memberferry\Site;

/** Contacts on their ways in and out, a site, and the functions that ask one operation. */
final class ContactsTest extends TestCase
{
    public function testBatchesColumnsAndRecordsAreTheSamePeople(): void
    {
        $contacts = Moving::contacts(2_345);
        $emails = [];
        foreach ($contacts as $place => $contact) {
            $this->same($place, count($emails));
            $emails[] = $contact->email;
        }
        $this->same(2_345, count($emails));
        $batched = [];
        foreach ($contacts->batches(1_000) as $batch) {
            $this->that(count($batch) <= 1_000);
            array_push($batched, ...array_map(static fn (Contact $contact) => $contact->email, $batch));
        }
        $this->same($emails, $batched);
        $columns = ['email' => [], 'firstName' => [], 'tags' => []];
        foreach ($contacts->columns(['email', 'firstName', 'tags']) as $part) {
            $this->same(array_keys($columns), array_keys($part));
            $columns = array_merge_recursive($columns, $part);
        }
        $this->same($emails, $columns['email']);
        $this->same(['M7', ['Gold'], ['Gold', 'VIP']], [$columns['firstName'][7], $columns['tags'][7], $columns['tags'][8]]);
        $this->same(['Gold', 'VIP'], $contacts->tags());
        $unknown = $this->thrown(UsageException::class, static fn () => $contacts->columns(['nickname'])->current());
        $this->contains('`nickname`', $unknown->getMessage());
        $this->thrown(UsageException::class, static fn () => $contacts->batches(0)->current());
        $this->thrown(\OutOfRangeException::class, static fn () => $contacts->get(2_345));
        $this->same([], iterator_to_array(Contacts::fromRecords([])->columns()));
    }

    public function testEveryFieldOfAContactComesBackAsItWas(): void
    {
        $contact = new Contact(
            email: 'zoë@example.org',
            marketing: new Marketing(MarketingStatus::Subscribed),
            createdAt: new \DateTimeImmutable('2024-04-02T22:00:00.25Z'),
            custom: ['Shoe size' => '42', '7' => 'seven', 'Note' => "two\nlines / \u{2028} \"quoted\""],
            firstName: "Zoë\u{1F600}",
            tags: ['Gold', 'A,B'],
        );
        $contacts = Contacts::fromRecords([$contact, ['email' => 'ada@example.com', 'custom' => []]]);
        $this->equal($contact, $contacts->get(0));
        $this->same('7', (string) array_keys($contacts->get(0)->custom)[1]);
        $this->same(['Shoe size', '7', 'Note'], $contacts->customFields());
        [$part] = iterator_to_array($contacts->columns(['custom', 'createdAt', 'lastName', 'addressLine1']));
        $this->same($contact->custom, $part['custom'][0]);
        $this->same([1_712_095_200_250_000, null], $part['createdAt']);
        $this->same([null, null], $part['lastName']);
        $this->same('ada@example.com', $contact->with(email: 'ada@example.com')->email);
    }

    public function testAColumnIsTheSameHoweverManyAreAskedFor(): void
    {
        $ada = ['email' => 'ada@example.com', 'externalId' => '7', 'createdAt' => '2024-04-02T22:00:00Z', 'tags' => ['Gold', 'VIP', 'Été']];
        $contacts = Contacts::fromRecords([$ada, ['email' => 'grace@example.com', 'phone' => '+12125550123'], ...Moving::contacts(40)]);
        $all = [];
        foreach ($contacts->columns(size: 7) as $part) {
            $all = array_merge_recursive($all, $part);
        }
        $this->that(count($all) === 29 && count($all['email']) === 42);
        foreach ($all as $name => $values) {
            $found = [];
            foreach ($contacts->columns([$name], 5) as $part) {
                array_push($found, ...$part[$name]);
            }
            $this->same($values, $found, $name);
        }
    }

    public function testCsvReadsBack(): void
    {
        $path = $this->folder() . '/contacts.csv';
        Moving::contacts()->writeCsv($path);
        $again = Memberferry::readContacts($path)->contacts;
        $this->equal(Moving::contacts()->toRecords(), iterator_to_array($again));
        $stream = fopen('php://memory', 'w+b');
        Contacts::fromRecords([['email' => 'ada@example.com']])->writeCsv($stream);
        rewind($stream);
        $this->same("email,marketing-status\r\nada@example.com,unknown\r\n", stream_get_contents($stream));
    }

    public function testWhatIsNoContactIsRefusedWithItsPlace(): void
    {
        $caught = $this->thrown(UsageException::class, static fn () => Contacts::fromRecords([['email' => 'ada@example.com'], ['email' => 'nobody']]));
        $this->same([1, 'email'], [$caught->location?->record, $caught->location?->path]);
        $this->thrown(UsageException::class, static fn () => Contacts::fromRecords([['email' => "\xFF@example.com"]]));
        foreach ([['ada@example.com'], [17], [new \stdClass()], [['email' => 'ada@example.com', 'tags' => [fopen('php://memory', 'rb')]]]] as $wrong) {
            $this->thrown(\TypeError::class, static fn () => Contacts::fromRecords($wrong));
        }
        $typo = $this->thrown(\Memberferry\Exception\MemberferryException::class, static fn () => Contacts::fromRecords([['email' => 'ada@example.com', 'fistName' => 'Ada']]));
        $this->contains('firstName', $typo->help . $typo->getMessage());
    }

    public function testListsAreMergedAndJoined(): void
    {
        $one = Contacts::fromRecords([['email' => 'ada@example.com', 'tags' => ['Gold']]]);
        $other = Contacts::fromRecords([['email' => 'Ada@Example.com', 'tags' => ['VIP']]]);
        $merged = Memberferry::mergeContacts([$one, $other], policy: 'newest');
        $this->same(['Gold', 'VIP'], $merged->contacts->get(0)->tags);
        $this->same(1, count(Memberferry::mergeContacts([$one, $other])->contacts));
        $this->same(1, count(Memberferry::joinContacts($one, $other)->contacts));
        $this->thrown(\TypeError::class, static fn () => Memberferry::mergeContacts([$one, 'ada']));
    }

    public function testASiteDecides(): void
    {
        $site = Moving::site();
        $at = new \DateTimeImmutable('2024-05-01T00:00:00Z');
        $this->same('login-required', $site->decide([], 'inner', $at)->reason->value);
        $this->that($site->decide(['loggedIn' => true, 'tags' => ['VIP']], 'vip', $at)->allowed);
        $table = $site->decideAll(Moving::contacts(), $at);
        $this->same(['front', 'inner', 'vip'], $table->pages);
        $this->same([12, 6, [0, 2, 4, 6, 8, 10]], [$table->countOf('front'), $table->countOf('vip'), $table->membersOf('vip')]);
        $this->same([true, false], [$table->allows(0, 'vip'), $table->allows(1, 'vip')]);
        [$part] = iterator_to_array($table->columns());
        $this->same(['m1@example.com', false], [$part['email'][1], $part['vip'][1]]);
        $this->thrown(UsageException::class, static fn () => $table->countOf('cellar'));
        // The document goes round, its empty lists and maps too.
        $this->equal($site->document(), Site::load($site->document())->document());
        $this->same('Harbour Academy', Site::load((string) json_encode(Moving::SITE))->name());
        $path = $this->folder() . '/site.json';
        file_put_contents($path, json_encode(Moving::SITE));
        $this->same([], Site::load($path)->issues());
        $this->same('Harbour Academy', Site::load(fopen($path, 'rb'))->name());
        $broken = ['pages' => [['id' => 'a', 'title' => 'A', 'rule' => ['kind' => 'released', 'offering' => 'none', 'module' => 'x']]]] + Moving::SITE;
        $caught = $this->thrown(\Memberferry\Exception\SiteException::class, static fn () => Site::load($broken));
        $this->that($caught->issues !== [] && $caught->issues[0]->location !== null);
    }

    public function testFunctionsAskTheirOperation(): void
    {
        $this->same('ada@example.com', Memberferry::checkEmail(' Ada@Example.com')->key);
        $date = Memberferry::parseDate('3/4/2024', dayFirst: true, timezone: 'Europe/Vienna');
        $this->same('2024-04-02T22:00:00+00:00', $date->instant?->format(DATE_ATOM));
        $this->same(123_456, Memberferry::parseMoney('1.234,56', currency: 'EUR')->money?->minorUnits);
        $this->same('first-name', Memberferry::matchColumns(['Email', 'First Name'])->columns[1]->use->field->value);
        $this->same('intake', Memberferry::listCodes(['input-empty'])[0]->category->value);
        $at = new \DateTimeImmutable('2024-05-01T00:00:00Z');
        $decision = Memberferry::evaluateRule(['kind' => 'has-any', 'tags' => ['Gold']], ['loggedIn' => true], $at);
        $this->same('closed: a tag is missing (rule); needs the tag `Gold`', $decision->explanation);
        $rule = ['kind' => 'timer', 'anchor' => ['kind' => 'enrollment'], 'offset' => ['amount' => 1, 'unit' => 'months'], 'mode' => 'calendar'];
        $opens = Memberferry::releaseAt($rule, ['enrollment' => '2024-01-31T09:00:00Z'], 'UTC');
        $this->same('2024-02-29T09:00:00+00:00', $opens?->format(DATE_ATOM));
        $this->same([], Memberferry::webhookInventory(Moving::site(), $at));
        $this->same([], Memberferry::webhookInventory(Moving::SITE, $at));
        $readiness = Memberferry::assessReadiness(Moving::site(), Moving::contacts(), $at, users: []);
        $this->that($readiness->toWire() != new \stdClass());
        $markdown = Memberferry::report(Moving::site(), $at, form: 'markdown', contacts: Moving::contacts(), plan: Moving::plan());
        $this->contains('Harbour Academy', $markdown);
        $reading = Memberferry::readContacts("Email,Tags\nada@example.com,Gold\nnobody,Gold\n");
        $ofList = Memberferry::report(Moving::site(), $at, form: 'markdown', contacts: $reading->contacts, reading: $reading);
        $this->contains('email-invalid', $ofList);
        $proposed = Memberferry::proposeTagMap(Moving::SITE, [['email' => 'ada@example.com', 'marketing' => ['status' => 'unknown'], 'tags' => ['Level: GOLD']]]);
        $this->same('[{"kind":"rename","from":"Level: GOLD","to":"Gold"}]', json_encode($proposed));
        $released = Memberferry::performCustomOperation(Moving::site(), ['kind' => 'add-tags', 'tags' => ['VIP']], ['id' => '7', 'email' => 'ada@example.com'], $at);
        $this->same(['VIP'], $released->user?->tags);
        $this->same(12, count(Memberferry::inferEnrollments(Moving::site(), Moving::contacts(), $at)->enrollments));
        $orders = Memberferry::readOrders("Order ID,Email,Total,Status\n17,m3@example.com,9.00,paid\n18,x@example.com,9.00,paid\n")->orders;
        $this->same([3, null], Memberferry::tieOrders($orders, Moving::contacts(), 'of-another-system')->rows);
        $this->same([3], Memberferry::tieSubscriptions([['id' => 's', 'email' => 'm3@example.com', 'status' => 'active']], Moving::contacts(), 'of-contacts')->rows);
        $names = Memberferry::wordpressNames('zoë@example.org', 'a+b@example.org');
        $this->same(['zo@example.org', 'ab@example.org'], [$names->email, $names->username]);
        $this->same(1, preg_match('/^\d+\.\d+\.\d+/', Memberferry::version()));
    }
}
