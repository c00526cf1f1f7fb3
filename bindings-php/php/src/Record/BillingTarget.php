<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** What a site moves to. */
enum BillingTarget: string
{
    /** AccessAlly Managed, which takes orders on its own forms alone. */
    case Managed = 'managed';
    /** AccessAlly with a CRM beside it: the forms of the CRM and of carts go on. */
    case CrmIntegrated = 'crm-integrated';
}
