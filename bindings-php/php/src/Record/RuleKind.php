<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

enum RuleKind: string
{
    case Public = 'public';
    case LoggedIn = 'logged-in';
    case HasAny = 'has-any';
    case HasAll = 'has-all';
    case MissingAny = 'missing-any';
    case MissingAll = 'missing-all';
    case Enrolled = 'enrolled';
    case Released = 'released';
    case Role = 'role';
    case And = 'and';
    case Or = 'or';
    case Not = 'not';
    case During = 'during';
}
