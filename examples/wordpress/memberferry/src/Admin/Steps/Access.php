<?php

declare(strict_types=1);

namespace MemberferryPlugin\Admin\Steps;

use Memberferry\Record\AccessProof;
use MemberferryPlugin\AccessCheck;
use MemberferryPlugin\Admin\Html;

/** Who sees less or more by the move: a part of the steps that ask whether it is right, and whether it came true. */
final class Access
{
    public static function show(AccessProof $proof): void
    {
        printf('<h3>%s</h3>', esc_html__('Who sees less or more', 'memberferry'));
        Html::notice($proof->ok ? 'success' : 'error', $proof->ok ? __('Nobody sees less or more than was asked for.', 'memberferry') : AccessCheck::words($proof));
        if (!$proof->ok) {
            Html::table(
                __('Who sees less or more', 'memberferry'),
                [__('Page', 'memberferry'), __('What becomes of it', 'memberferry'), __('Before', 'memberferry'), __('After', 'memberferry'), __('People', 'memberferry'), __('Such as', 'memberferry')],
                array_map(static fn ($group) => [
                    $group['page'],
                    $group['isLoss'] ? __('closes to them', 'memberferry') : __('opens to them', 'memberferry'),
                    self::reason($group['before']),
                    self::reason($group['after']),
                    $group['count'],
                    implode(', ', $group['who']),
                ], AccessCheck::groups($proof)),
            );
        }
        $accepted = [...$proof->comparison->accepted, ...$proof->acceptedGains];
        if ($accepted !== []) {
            Html::table(
                __('What was accepted of it', 'memberferry'),
                [__('What', 'memberferry'), __('Why', 'memberferry'), __('How often', 'memberferry')],
                array_map(static fn ($each) => [self::named((array) $each->accepted->toWire()), $each->accepted->why, $each->count], $accepted),
            );
        }
    }

    /**
     * Fields to accept what nobody asked for, and what was accepted before, each with its reason.
     *
     * @param list<array<string, mixed>> $losses
     * @param list<array<string, mixed>> $gains
     */
    public static function fields(AccessProof $proof, array $losses, array $gains): void
    {
        $reasons = ['losses' => [], 'gains' => []];
        foreach (AccessCheck::groups($proof) as $group) {
            foreach (AccessCheck::acceptable($group) as $what) {
                $reasons[$group['isLoss'] ? 'losses' : 'gains'][self::key($what)] = '';
            }
        }
        foreach (['losses' => $losses, 'gains' => $gains] as $kind => $accepted) {
            foreach ($accepted as $each) {
                $reasons[$kind][self::key(array_diff_key($each, ['why' => 1]))] = $each['why'];
            }
        }
        foreach ($reasons as $kind => $each) {
            foreach ($each as $key => $why) {
                $named = self::named(self::read($key));
                /* translators: %s: a page, or a cause */
                $label = $kind === 'losses' ? __('Accept that people lose %s, because', 'memberferry') : __('Accept that people gain %s, because', 'memberferry');
                printf('<p><label>%s <input class="regular-text" name="%s[%s]" value="%s"></label></p>', esc_html(sprintf($label, $named)), esc_attr($kind), esc_attr($key), esc_attr($why));
            }
        }
    }

    /**
     * What was filled in, as the library has it.
     *
     * @param array<string> $reasons By what the field is called.
     * @return list<array<string, mixed>>
     */
    public static function filled(array $reasons): array
    {
        $accepted = [];
        foreach ($reasons as $key => $why) {
            if (trim($why) !== '') {
                $accepted[] = self::read((string) $key) + ['why' => sanitize_text_field($why)];
            }
        }

        return $accepted;
    }

    /** @param array<string, mixed> $what */
    private static function named(array $what): string
    {
        return ($what['kind'] ?? '') === 'page'
            ? "`{$what['page']}`"
            /* translators: 1: a reason, 2: a reason */
            : sprintf(__('whatever was “%1$s” before and is “%2$s” after', 'memberferry'), self::reason($what['before'] ?? null), self::reason($what['after'] ?? null));
    }

    private static function reason(?string $reason): string
    {
        return $reason === null ? __('no such page', 'memberferry') : strtr($reason, '-', ' ');
    }

    /** The name of a field: a page may be called by any characters. @param array<string, mixed> $what */
    private static function key(array $what): string
    {
        return bin2hex(json_encode($what, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES));
    }

    /** @return array<string, mixed> */
    private static function read(string $key): array
    {
        $what = json_decode((string) @hex2bin($key), true, 4);

        return is_array($what) ? $what : throw new \ValueError('not the name of a field');
    }
}
