<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Happening` of the kind `email-sent`.
 *
 * An email goes out.
 */
final readonly class HappeningEmailSent extends Happening
{
    public const KIND = 'email-sent';

    public const FIELDS = [
        'subject' => null,
        'purpose' => EmailPurpose::class,
        'password' => PasswordState::class,
    ];

    /**
     * @param string $subject Its subject.
     * @param EmailPurpose $purpose What it is for.
     * @param PasswordState|null $password Of an email about logging in, whether there is a password to show.
     */
    public function __construct(
        public string $subject,
        public EmailPurpose $purpose,
        public ?PasswordState $password = null,
    ) {
        parent::__construct(self::KIND);
    }
}
