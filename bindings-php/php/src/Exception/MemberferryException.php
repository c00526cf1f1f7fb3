<?php

declare(strict_types=1);

namespace Memberferry\Exception;

use Memberferry\Record\Failure;
use Memberferry\Record\Issue;
use Memberferry\Record\Location;

/**
 * A call that was refused: there is no result. Each area of the library has its class below this one.
 *
 * `code` is stable, so that is what to compare; the message may be worded otherwise in any release.
 */
class MemberferryException extends \Exception implements ExceptionInterface
{
    private const CLASSES = [
        'intake' => IntakeException::class,
        'contact' => ContactException::class,
        'payment' => PaymentException::class,
        'site' => SiteException::class,
        'automation' => AutomationException::class,
        'plan' => PlanException::class,
        'run' => RunException::class,
        'proof' => ProofException::class,
        'readiness' => ReadinessException::class,
        'usage' => UsageException::class,
        'internal' => InternalException::class,
    ];

    /**
     * The stable code, such as `input-empty`. `getCode()` gives it as well.
     *
     * @var string
     */
    public $code = '';

    /** The area it belongs to; each has its class. */
    public readonly string $category;

    /** What to do about it. */
    public readonly string $help;

    /** Where in the input, as far as known: `record` counts from 0, everything else from 1. */
    public readonly ?Location $location;

    /**
     * Every issue behind it, where it stands for several.
     *
     * @var list<Issue>
     */
    public readonly array $issues;

    final public function __construct(Failure $failure)
    {
        parent::__construct($failure->message);
        $this->code = $failure->code->value;
        $this->category = $failure->category->value;
        $this->help = $failure->help;
        $this->location = $failure->location;
        $this->issues = $failure->issues;
    }

    /**
     * The exception of a failure as the library writes it.
     *
     * @internal
     * @param array<string, mixed> $failure
     */
    public static function fromWire(array $failure): self
    {
        $class = self::CLASSES[$failure['category'] ?? ''] ?? self::class;

        return new $class(Failure::fromWire($failure));
    }

    public function __toString(): string
    {
        $place = [];
        foreach ($this->location === null ? [] : get_object_vars($this->location->toWire()) as $name => $value) {
            $place[] = $name . ' ' . (is_scalar($value) ? $value : json_encode($value));
        }
        $text = "{$this->message} ({$this->code})" . ($place === [] ? '' : ' at ' . implode(', ', $place));
        $text .= $this->help === '' ? '' : ": {$this->help}";

        return static::class . ": {$text} in {$this->file}:{$this->line}\nStack trace:\n{$this->getTraceAsString()}";
    }
}
