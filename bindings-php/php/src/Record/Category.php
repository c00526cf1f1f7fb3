<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** The area a code belongs to; a host makes one exception class of each. */
enum Category: string
{
    /** Reading an export. */
    case Intake = 'intake';
    /** One contact's data. */
    case Contact = 'contact';
    /** One order's or subscription's data, and whose it is. */
    case Payment = 'payment';
    /** The site document. */
    case Site = 'site';
    /** An automation of a CRM. */
    case Automation = 'automation';
    /** Building or reading a plan. */
    case Plan = 'plan';
    /** Carrying a plan out: batches, outcomes, journal. */
    case Run = 'run';
    /** Comparing what was planned with what is there. */
    case Proof = 'proof';
    /** Whether a site is ready to be moved. */
    case Readiness = 'readiness';
    /** A call made the wrong way. */
    case Usage = 'usage';
    /** A mistake of this library. */
    case Internal = 'internal';
}
