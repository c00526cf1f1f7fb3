<?php

declare(strict_types=1);

namespace Memberferry;

/**
 * Subscriptions, in the order of the records of their export.
 *
 * @extends Records<Record\Subscription>
 */
final class Subscriptions extends Records
{
    protected const RECORD = Record\Subscription::class;
}
