<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/**
 * Something that is guarded: a page, post or lesson.
 *
 * A page without a `rule` is guarded by what it belongs to. A page of a module asks for the module's access tag, or, where
 * it has none, for its release; a page of an offering asks for the offering's access tag, or, where it has none, for
 * enrollment. A page that belongs to nothing is public.
 */
final readonly class Page extends Record
{
    public const FIELDS = [
        'id' => null,
        'title' => null,
        'forbid' => ['list', null],
        'inherit' => Inherit::class,
        'module' => null,
        'offering' => null,
        'parent' => null,
        'redirects' => ['list', Redirect::class],
        'rule' => Rule::class,
        'url' => null,
    ];

    /**
     * @param string $id Unique within the site.
     * @param string $title As readers see it.
     * @param list<string> $forbid Tags that deny, whatever else is held, in addition to the offering's revoke tag.
     * @param Inherit|null $inherit Whether the parent's rules hold too; its own alone, where absent.
     * @param string|null $module The module of that offering it belongs to.
     * @param string|null $offering The offering it belongs to.
     * @param string|null $parent The page it lies under.
     * @param list<Redirect> $redirects Where to send those who are denied; the first that fits is taken.
     * @param Rule|null $rule What must hold.
     * @param string|null $url Where it is on the site.
     */
    public function __construct(
        public string $id,
        public string $title,
        public array $forbid = [],
        public ?Inherit $inherit = null,
        public ?string $module = null,
        public ?string $offering = null,
        public ?string $parent = null,
        public array $redirects = [],
        public ?Rule $rule = null,
        public ?string $url = null,
    ) {
    }
}
