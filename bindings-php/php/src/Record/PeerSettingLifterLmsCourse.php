<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `PeerSetting` of the kind `lifterlms-course`.
 *
 * LifterLMS: a course with the memberships that enroll in it.
 */
final readonly class PeerSettingLifterLmsCourse extends PeerSetting
{
    public const KIND = 'lifterlms-course';

    public const FIELDS = [
        'course' => null,
        'grantedBy' => ['list', null],
    ];

    /**
     * @param string $course The course.
     * @param list<string> $grantedBy The memberships that enroll in it.
     */
    public function __construct(
        public string $course,
        public array $grantedBy = [],
    ) {
        parent::__construct(self::KIND);
    }
}
