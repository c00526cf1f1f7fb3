<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A form of the site's own. */
final readonly class Form extends Record
{
    public const FIELDS = [
        'id' => null,
        'kind' => FormKind::class,
        'offering' => null,
        'operations' => ['list', CustomOperation::class],
        'url' => null,
    ];

    /**
     * @param string $id Unique within the site.
     * @param FormKind $kind Whether something is bought on it.
     * @param string|null $offering The offering it is for.
     * @param list<CustomOperation> $operations What is done when it is submitted, in order.
     * @param string|null $url Where it is on the site.
     */
    public function __construct(
        public string $id,
        public FormKind $kind,
        public ?string $offering = null,
        public array $operations = [],
        public ?string $url = null,
    ) {
    }
}
