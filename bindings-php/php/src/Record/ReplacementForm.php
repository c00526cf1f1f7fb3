<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Replacement` of the kind `form`.
 *
 * The operation on an order form or opt-in form.
 */
final readonly class ReplacementForm extends Replacement
{
    public const KIND = 'form';

    public const FIELDS = [
        'formKind' => FormKind::class,
        'state' => ReplacementState::class,
        'form' => null,
    ];

    /**
     * @param FormKind $formKind Whether something is bought on it.
     * @param ReplacementState $state Whether the form does it already, or has to be told.
     * @param string|null $form The form; absent where the document has none, and one has to be made.
     */
    public function __construct(
        public FormKind $formKind,
        public ReplacementState $state,
        public ?string $form = null,
    ) {
        parent::__construct(self::KIND);
    }
}
