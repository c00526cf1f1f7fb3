<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Why a site cannot do a step. */
enum UntranslatedReason: string
{
    /** It asks something of the contact, or stands within a step that does. */
    case Condition = 'condition';
    /** It waits for something else than a length of time, or where the site waits for nothing. */
    case Wait = 'wait';
    /** It opens a module, and nobody can say when. */
    case UnknownTime = 'unknown-time';
    /** It adds or removes a tag, and that opens no module. */
    case Tag = 'tag';
    /** It sets off a webhook, and the site runs none. */
    case Webhook = 'webhook';
    /** It writes a field. */
    case Field = 'field';
    /** It sends emails when nothing opens, or more than one, or none yet. */
    case Email = 'email';
    /** It leads back to where the contact has been, so that the automation never ends. */
    case Circle = 'circle';
    /** No contact ever comes to it, or nobody can say who does. */
    case Unreached = 'unreached';
}
