<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A membership site as data: offerings, pages, rules and tags. `Site` is one that has been checked. */
final readonly class SiteDocument extends Record
{
    public const FIELDS = [
        'format' => null,
        'name' => null,
        'timezone' => null,
        'automations' => ['list', Automation::class],
        'environment' => Environment::class,
        'forbid' => ['list', null],
        'forms' => ['list', Form::class],
        'offerings' => ['list', Offering::class],
        'pages' => ['list', Page::class],
        'passwordField' => null,
        'payments' => PaymentSettings::class,
        'tagMap' => ['list', TagMapEntry::class],
        'tags' => ['list', null],
        'webhooks' => ['list', Webhook::class],
    ];

    /**
     * @param int $format The version of this format: `FORMAT`.
     * @param string $name As people call the site.
     * @param string $timezone The zone its calendar runs in.
     * @param list<Automation> $automations The CRM's automations that deliver the offerings.
     * @param Environment|null $environment Which copy of the site this is; where absent, nobody said.
     * @param list<string> $forbid Tags that shut whoever holds one out of every page, the public ones too (Memberium's site ban); administrators apart.
     * @param list<Form> $forms The site's own forms.
     * @param list<Offering> $offerings What is sold or given.
     * @param list<Page> $pages What is guarded.
     * @param string|null $passwordField The custom field of the CRM that passwords are stored in; where absent, they are stored in none.
     * @param PaymentSettings|null $payments How it takes money; where absent, nobody said.
     * @param list<TagMapEntry> $tagMap What becomes of the source's tags.
     * @param list<string> $tags Tags that exist although no offering or module declares them.
     * @param list<Webhook> $webhooks What a CRM sets off on the site.
     */
    public function __construct(
        public int $format,
        public string $name,
        public string $timezone,
        public array $automations = [],
        public ?Environment $environment = null,
        public array $forbid = [],
        public array $forms = [],
        public array $offerings = [],
        public array $pages = [],
        public ?string $passwordField = null,
        public ?PaymentSettings $payments = null,
        public array $tagMap = [],
        public array $tags = [],
        public array $webhooks = [],
    ) {
    }
}
