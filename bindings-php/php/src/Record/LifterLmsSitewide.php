<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** The membership that the whole site asks for, and what page of the site this is. */
final readonly class LifterLmsSitewide extends Record
{
    public const FIELDS = [
        'membership' => null,
        'page' => LifterLmsPage::class,
        'redirect' => LifterLmsRedirect::class,
    ];

    /**
     * @param string $membership The membership.
     * @param LifterLmsPage|null $page What page this is: some stay open, so that people can join.
     * @param LifterLmsRedirect|null $redirect Where it sends those who are shut out.
     */
    public function __construct(
        public string $membership,
        public ?LifterLmsPage $page = null,
        public ?LifterLmsRedirect $redirect = null,
    ) {
    }
}
