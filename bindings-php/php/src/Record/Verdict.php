<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** What becomes of a member's access to a page within a span of time. */
enum Verdict: string
{
    /**
     * There is an instant at which only the site before lets them in, and from there on the site after never does; or that is
     * the first instant of the span: what they have is taken from them, be it only for a while.
     */
    case Lost = 'lost';
    /**
     * There is an instant at which only the site before lets them in, not the first of the span, and the site after does so at a later
     * one, whichever such instant it is: they wait longer for what they do not have yet.
     */
    case Later = 'later';
    /**
     * Whenever the site before lets them in, so does the site after; it does at an instant at which the site before does not, and
     * from the first one on the site before never does.
     */
    case Gained = 'gained';
    /** The same, but the site before lets them in at a later instant. */
    case Earlier = 'earlier';
    /** Both let them in at the very same instants. */
    case Unchanged = 'unchanged';
}
