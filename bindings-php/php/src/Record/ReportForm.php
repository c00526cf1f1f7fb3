<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** What a report is wanted as. */
enum ReportForm: string
{
    case Document = 'document';
    case Markdown = 'markdown';
    case Html = 'html';
}
