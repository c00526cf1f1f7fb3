<?php

declare(strict_types=1);

namespace Memberferry\Exception;

/** A comparison of what was planned with what is there. */
final class ProofException extends MemberferryException
{
}
