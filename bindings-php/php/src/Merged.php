<?php

declare(strict_types=1);

namespace Memberferry;

/** One list made of several, and what was merged and overruled in it. */
final class Merged extends Handle
{
    public readonly Contacts $contacts;

    public readonly Issues $issues;

    /** @internal */
    public function __construct(Native\Merged $handle)
    {
        $this->contacts = new Contacts($handle->contacts());
        $this->issues = new Issues($handle->issues());
    }

    public function __debugInfo(): array
    {
        return ['contacts' => $this->contacts, 'issues' => $this->issues];
    }
}
