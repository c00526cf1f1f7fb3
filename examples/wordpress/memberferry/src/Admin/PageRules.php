<?php

declare(strict_types=1);

namespace MemberferryPlugin\Admin;

use MemberferryPlugin\Problem;
use MemberferryPlugin\SiteStore;

/** The box beside a post that says who may see it. What it says is checked by the library with the whole site before it is kept. */
final class PageRules
{
    private const BOX = 'memberferry-rules';
    private const CAPABILITY = 'edit_others_pages';
    /** Kinds of rules that the box has fields for; any other is shown as JSON. */
    private const TAGGED = ['has-any', 'has-all', 'missing-any', 'missing-all'];

    public static function hook(): void
    {
        add_action('add_meta_boxes', static function (string $type): void {
            if (SiteStore::isThere() && current_user_can(self::CAPABILITY) && is_post_type_viewable($type)) {
                add_meta_box(self::BOX, __('Who may see this', 'memberferry'), self::show(...), $type, 'side');
            }
        });
        add_action('save_post', self::save(...), 10, 2);
        add_action('before_delete_post', static function (int $post): void {
            if (SiteStore::pageOf($post) !== null) {
                SiteStore::guard($post, null);
            }
        });
    }

    private static function show(\WP_Post $post): void
    {
        $json = SiteStore::pageOf($post->ID);
        $page = $json === null ? null : json_decode($json, false, 512, JSON_THROW_ON_ERROR);
        $rule = $page->rule ?? null;
        $kind = match (true) {
            $page === null => '',
            isset($page->module) => 'module',
            $rule === null && isset($page->offering) => 'offering',
            $rule === null => 'public',
            in_array($rule->kind, ['public', 'logged-in', ...self::TAGGED], true) => $rule->kind,
            default => 'other',
        };
        $said = get_transient(self::said($post->ID));
        if (is_string($said)) {
            delete_transient(self::said($post->ID));
            Html::notice('error', $said);
        }
        wp_nonce_field(self::BOX, '_memberferry_rules');
        self::labelled('memberferry[kind]', __('Open to', 'memberferry'));
        Html::select('memberferry[kind]', [
            '' => __('everybody (not guarded)', 'memberferry'),
            'logged-in' => __('whoever is logged in', 'memberferry'),
            'has-any' => __('whoever has any of the tags', 'memberferry'),
            'has-all' => __('whoever has all of the tags', 'memberferry'),
            'missing-any' => __('whoever lacks any of the tags', 'memberferry'),
            'missing-all' => __('whoever lacks all of the tags', 'memberferry'),
            'offering' => __('whoever has the offering', 'memberferry'),
            'module' => __('whom the module has opened for', 'memberferry'),
            'public' => __('everybody, under the rules of the site', 'memberferry'),
            'other' => __('whom the rule below says', 'memberferry'),
        ], $kind, '', 'widefat');
        self::area('tags', __('Tags, one a line', 'memberferry'), implode("\n", $rule->tags ?? []));
        self::labelled('memberferry[part]', __('Offering or module', 'memberferry'));
        Html::select('memberferry[part]', self::parts(), trim(($page->offering ?? '') . ' ' . ($page->module ?? '')), '', 'widefat');
        self::area('forbid', __('Never who has one of these tags, one a line', 'memberferry'), implode("\n", $page->forbid ?? []));
        self::labelled('memberferry[inherit]', __('The page above it', 'memberferry'));
        Html::select('memberferry[inherit]', [
            'own' => __('does not matter', 'memberferry'),
            'parent-and-own' => __('has to be open as well', 'memberferry'),
            'parent' => __('decides alone', 'memberferry'),
        ], $page->inherit ?? 'own', '', 'widefat');
        $always = array_values(array_filter($page->redirects ?? [], static fn ($redirect) => !isset($redirect->reason)));
        printf('<p><label>%s<input class="widefat" name="memberferry[redirect]" value="%s"></label></p>', esc_html__('Send everybody else to', 'memberferry'), esc_attr($always[0]->to ?? ''));
        self::area('rule', __('Rule, as JSON', 'memberferry'), $kind === 'other' ? (string) json_encode($rule, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE) : '');
    }

    private static function save(int $id, \WP_Post $post): void
    {
        $nonce = is_string($_POST['_memberferry_rules'] ?? null) ? $_POST['_memberferry_rules'] : '';
        $sent = wp_unslash($_POST['memberferry'] ?? null);
        if (!wp_verify_nonce($nonce, self::BOX) || !is_array($sent) || wp_is_post_revision($id) || wp_is_post_autosave($id)) {
            return;
        }
        if (!current_user_can(self::CAPABILITY) || !current_user_can('edit_post', $id)) {
            return;
        }
        $sent = array_filter($sent, is_string(...));
        try {
            SiteStore::guard($id, self::page($post, $sent));
        } catch (\Throwable $error) {
            /* translators: %s: what is wrong */
            set_transient(self::said($id), sprintf(__('The page’s rule was not kept: %s', 'memberferry'), Problem::text($error)), 300);
        }
    }

    /** @param array<string, string> $sent */
    private static function page(\WP_Post $post, array $sent): ?\stdClass
    {
        $kind = $sent['kind'] ?? '';
        if ($kind === '') {
            return null;
        }
        $before = json_decode(SiteStore::pageOf($post->ID) ?? '{}', false, 512, JSON_THROW_ON_ERROR);
        $title = trim(wp_strip_all_tags($post->post_title));
        $page = (object) [
            'id' => $before->id ?? "post-{$post->ID}",
            'title' => $title === '' ? "post {$post->ID}" : $title,
            'url' => (string) wp_parse_url((string) get_permalink($post), PHP_URL_PATH) ?: "/?p={$post->ID}",
        ];
        [$offering, $module] = explode(' ', $sent['part'] ?? '', 2) + ['', ''];
        match (true) {
            in_array($kind, self::TAGGED, true) => $page->rule = ['kind' => $kind, 'tags' => self::lines($sent['tags'] ?? '')],
            $kind === 'offering', $kind === 'module' => $page->offering = $offering,
            $kind === 'other' => $page->rule = json_decode($sent['rule'] ?? '', false, 64, JSON_THROW_ON_ERROR),
            default => $page->rule = ['kind' => $kind],
        };
        if ($kind === 'module') {
            $page->module = $module;
        }
        $forbid = self::lines($sent['forbid'] ?? '');
        if ($forbid !== []) {
            $page->forbid = $forbid;
        }
        $inherit = $sent['inherit'] ?? 'own';
        $above = $post->post_parent === 0 ? null : SiteStore::pageOf($post->post_parent);
        if ($inherit !== 'own' && $above !== null) {
            $page->inherit = $inherit;
            $page->parent = json_decode($above)->id;
        } elseif (isset($before->parent)) {
            $page->parent = $before->parent;
        }
        $redirects = array_values(array_filter($before->redirects ?? [], static fn ($redirect) => isset($redirect->reason)));
        $to = sanitize_url($sent['redirect'] ?? '', ['http', 'https']);
        if ($to !== '') {
            $redirects[] = ['to' => $to];
        }
        if ($redirects !== []) {
            $page->redirects = $redirects;
        }

        return $page;
    }

    /** Where it is kept why a rule was not. */
    private static function said(int $post): string
    {
        return 'memberferry_rules_' . get_current_user_id() . "_{$post}";
    }

    /** @return array<string, string> */
    private static function parts(): array
    {
        $parts = ['' => '—'];
        foreach (SiteStore::offerings()->document()['offerings'] ?? [] as $offering) {
            $parts[$offering['id']] = $offering['name'];
            foreach ($offering['modules'] ?? [] as $module) {
                $parts["{$offering['id']} {$module['id']}"] = "{$offering['name']}: {$module['name']}";
            }
        }

        return $parts;
    }

    /** @return list<string> */
    private static function lines(string $text): array
    {
        return array_values(array_filter(array_map('trim', preg_split('/\R/', $text) ?: [])));
    }

    private static function labelled(string $name, string $label): void
    {
        printf('<p><label for="mf-%s">%s</label></p>', esc_attr(sanitize_html_class($name)), esc_html($label));
    }

    private static function area(string $name, string $label, string $value): void
    {
        printf('<p><label>%s<textarea class="widefat" name="memberferry[%s]" rows="3">%s</textarea></label></p>', esc_html($label), esc_attr($name), esc_textarea($value));
    }
}
