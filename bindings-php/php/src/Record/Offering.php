<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What is sold or given: a course, a membership, a bundle or a team center. */
final readonly class Offering extends Record
{
    public const FIELDS = [
        'id' => null,
        'name' => null,
        'kind' => OfferingKind::class,
        'price' => Price::class,
        'accessTag' => null,
        'expiry' => ReleaseRule::class,
        'failedPaymentTag' => null,
        'instantAccessTag' => null,
        'modules' => ['list', Module::class],
        'optInForm' => null,
        'orderForm' => null,
        'products' => ['list', null],
        'purchaseTag' => null,
        'revokeTag' => null,
        'startsAt' => 'instant',
        'welcomeEmail' => null,
    ];

    /**
     * @param string $id Unique within the site.
     * @param string $name As members read it.
     * @param OfferingKind $kind Course, membership, bundle or team center; a course where absent.
     * @param Price $price Paid or free; paid where absent.
     * @param string|null $accessTag The tag that says a member has the offering.
     * @param ReleaseRule|null $expiry When access to the whole of it ends; never by the clock, where absent. `Anchor::PreviousRelease` is the enrollment there.
     * @param string|null $failedPaymentTag The tag a failed payment adds.
     * @param string|null $instantAccessTag The tag that opens every page of the offering, whatever the timers say.
     * @param list<Module> $modules In the order members meet them; the first is the base module.
     * @param string|null $optInForm The form it is given for.
     * @param string|null $orderForm The form it is bought on.
     * @param list<string> $products The products that sell it, as shops write them: their ids or their names, compared without case. Orders for them are evidence of when a member enrolled.
     * @param string|null $purchaseTag The tag a purchase or an opt-in adds.
     * @param string|null $revokeTag The tag that closes every page of the offering, whatever other tags say.
     * @param \DateTimeImmutable|null $startsAt When it starts for everybody, for rules that count from it.
     * @param string|null $welcomeEmail The name of the email sent on enrollment.
     */
    public function __construct(
        public string $id,
        public string $name,
        public OfferingKind $kind = OfferingKind::Course,
        public Price $price = Price::Paid,
        public ?string $accessTag = null,
        public ?ReleaseRule $expiry = null,
        public ?string $failedPaymentTag = null,
        public ?string $instantAccessTag = null,
        public array $modules = [],
        public ?string $optInForm = null,
        public ?string $orderForm = null,
        public array $products = [],
        public ?string $purchaseTag = null,
        public ?string $revokeTag = null,
        public ?\DateTimeImmutable $startsAt = null,
        public ?string $welcomeEmail = null,
    ) {
    }
}
