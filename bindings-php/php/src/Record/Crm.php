<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** A CRM that AccessAlly integrates with. */
enum Crm: string
{
    /** Kit, ConvertKit until 2024. */
    case Kit = 'kit';
    /** Keap, Infusionsoft until 2019. */
    case Keap = 'keap';
    /** Ontraport. */
    case Ontraport = 'ontraport';
    /** ActiveCampaign. */
    case Activecampaign = 'activecampaign';
    /** Drip. */
    case Drip = 'drip';
}
