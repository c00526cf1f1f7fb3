<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** The system whose arithmetic a schedule follows. */
enum DripProfile: string
{
    /** AccessAlly's timers, and all that the rules of this library can say. */
    case Accessally = 'accessally';
    /** The Series add-on of Paid Memberships Pro. */
    case PmproSeries = 'pmpro-series';
    /** MemberPress's rules. */
    case Memberpress = 'memberpress';
    /** LearnDash's lessons. */
    case Learndash = 'learndash';
    /** LifterLMS's lessons. */
    case LifterLms = 'lifterlms';
    /** Sensei's Content Drip. */
    case Sensei = 'sensei';
    /** An automation of ConvertKit (Kit) with delays and AccessAlly's webhook. */
    case ConvertkitAutomation = 'convertkit-automation';
}
