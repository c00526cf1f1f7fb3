<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** What says since when a member is enrolled, the best first. */
enum EnrolledAtEvidence: string
{
    /** The source says when it gave the access tag, or else the purchase tag. */
    case TagDate = 'tag-date';
    /** The earliest order for the offering that was paid and not given back. */
    case Order = 'order';
    /** When the source first knew the contact: a guess, for whoever bought later. */
    case CreatedAt = 'created-at';
    /** Nothing; the instant that the caller calls now. */
    case Assumed = 'assumed';
}
