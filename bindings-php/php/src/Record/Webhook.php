<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/**
 * An operation that a CRM sets off.
 *
 * Where it has a tag, the site runs the operation when the tag is added to a contact, and removes the tag afterwards. Where it has none, the
 * CRM posts to its address.
 */
final readonly class Webhook extends Record
{
    public const FIELDS = [
        'id' => null,
        'operation' => CustomOperation::class,
        'crm' => Crm::class,
        'lastRunAt' => 'instant',
        'runs' => null,
        'tag' => null,
    ];

    /**
     * @param string $id Unique within the site.
     * @param CustomOperation $operation What is done.
     * @param Crm|null $crm The CRM that runs it, if somebody said.
     * @param \DateTimeImmutable|null $lastRunAt When the log has it for the last time.
     * @param int|null $runs How often the log has it.
     * @param string|null $tag The tag that sets it off; used for nothing else.
     */
    public function __construct(
        public string $id,
        public CustomOperation $operation,
        public ?Crm $crm = null,
        public ?\DateTimeImmutable $lastRunAt = null,
        public ?int $runs = null,
        public ?string $tag = null,
    ) {
    }
}
