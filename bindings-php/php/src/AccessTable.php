<?php

declare(strict_types=1);

namespace Memberferry;

use Memberferry\Exception\UsageException;

/** Who gets to see which page at one instant: a row for each contact, in their order. */
final class AccessTable extends Handle implements \Countable
{
    /**
     * The ids of the pages, in the order of the document.
     *
     * @var list<string>
     */
    public readonly array $pages;

    /** @var array<string, int> */
    private readonly array $places;

    /** @internal */
    public function __construct(private readonly Native\AccessTable $handle)
    {
        $this->pages = Wire::ask(static fn () => $handle->pages());
        $this->places = array_flip($this->pages);
    }

    /** Whether a contact, by its place from 0, gets to see a page. */
    public function allows(int $member, string $page): bool
    {
        if ($member < 0 || $member >= count($this)) {
            throw new \OutOfRangeException('there are ' . count($this) . " contacts, and none at {$member}");
        }

        return $this->handle->allows($member, $this->place($page));
    }

    /** How many contacts get to see a page. */
    public function countOf(string $page): int
    {
        return $this->handle->count($this->place($page));
    }

    /**
     * The places of the contacts who get to see a page, in order.
     *
     * @return list<int>
     */
    public function membersOf(string $page): array
    {
        return $this->handle->membersOf($this->place($page));
    }

    /**
     * The table as columns: `email`, and one of yes and no for each page by its id (`page:email`, where a page is called that), so many
     * contacts at a time.
     *
     * @return \Generator<int, array<string, list<mixed>>>
     */
    public function columns(int $size = 1_000): \Generator
    {
        $columns = Wire::ask(fn () => $this->handle->columns(max($size, 1)));
        while (($part = Wire::ask(static fn () => $columns->next())) !== null) {
            yield $part;
        }
    }

    /** The number of contacts. */
    public function count(): int
    {
        return $this->handle->length();
    }

    public function __debugInfo(): array
    {
        return ['contacts' => count($this), 'pages' => $this->pages];
    }

    private function place(string $page): int
    {
        return $this->places[$page] ?? throw UsageException::of("there is no page `{$page}`", 'use one of ' . implode(', ', $this->pages));
    }
}
