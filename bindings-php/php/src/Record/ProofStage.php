<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** When the target holds what a request says. */
enum ProofStage: string
{
    /** After the plan was carried out. */
    case Found = 'found';
    /** Before that: the proof is of what is foreseen. */
    case Foreseen = 'foreseen';
}
