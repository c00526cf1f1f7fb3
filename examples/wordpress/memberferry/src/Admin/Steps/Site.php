<?php

declare(strict_types=1);

namespace MemberferryPlugin\Admin\Steps;

use MemberferryPlugin\Admin\Html;
use MemberferryPlugin\Move;
use MemberferryPlugin\Problem;
use MemberferryPlugin\Protection;
use MemberferryPlugin\SiteStore;
use MemberferryPlugin\TimeZone;

/** What the site sells and gives, and which posts it guards. */
final class Site
{
    private const DRAFT = 'memberferry_draft_';
    private const JSON = JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES;

    public static function show(?Move $move): void
    {
        echo '<h2>', esc_html__('What this site sells and guards', 'memberferry'), '</h2>';
        if (SiteStore::isThere()) {
            self::overview();
        }
        Html::form('site', 'enctype="multipart/form-data"');
        printf('<p><label for="mf-document">%s</label></p>', esc_html__('The site document, as JSON: offerings with their modules and tags, and pages with their rules. Pages whose address is that of a post here guard that post.', 'memberferry'));
        printf('<textarea id="mf-document" name="document" rows="14" class="large-text code" spellcheck="false">%s</textarea>', esc_textarea(self::draft() ?? (SiteStore::isThere() ? self::pretty() : self::beginning())));
        printf('<details><summary>%s</summary><pre>%s</pre></details>', esc_html__('What an offering and a page look like', 'memberferry'), esc_html(self::example()));
        Html::end(__('Check and keep', 'memberferry'));
        echo '<h2>', esc_html__('Where people are sent who may not see a page', 'memberferry'), '</h2>';
        $kept = (array) get_option(Protection::REDIRECTS, []);
        Html::form('redirects');
        echo '<table class="form-table" role="presentation">';
        Html::text('login', __('Who has to log in', 'memberferry'), (string) ($kept['login'] ?? ''), __('Left empty: WordPress’s login page.', 'memberferry'));
        Html::text('upsell', __('Who does not have it', 'memberferry'), (string) ($kept['upsell'] ?? ''), __('Left empty: they are told so.', 'memberferry'));
        Html::text('not-yet', __('For whom it is not open yet', 'memberferry'), (string) ($kept['not-yet'] ?? ''), __('Left empty: they are told when it opens.', 'memberferry'));
        echo '</table>';
        Html::end(__('Keep', 'memberferry'), 'button');
    }

    /** Keeps a document that could not be used, so that it is there to be mended. */
    public static function keepDraft(string $document): void
    {
        set_transient(self::DRAFT . get_current_user_id(), $document, HOUR_IN_SECONDS);
    }

    private static function draft(): ?string
    {
        $name = self::DRAFT . get_current_user_id();
        $draft = get_transient($name);
        delete_transient($name);

        return is_string($draft) ? $draft : null;
    }

    private static function overview(): void
    {
        try {
            $site = SiteStore::site();
        } catch (\Throwable $error) {
            Html::notice('error', Problem::text($error));

            return;
        }
        $document = $site->document();
        Html::table(
            __('Offerings', 'memberferry'),
            [__('Offering', 'memberferry'), __('Kind', 'memberferry'), __('Access tag', 'memberferry'), __('Modules', 'memberferry')],
            array_map(static fn ($offering) => [$offering['name'], $offering['kind'] ?? '', $offering['accessTag'] ?? '', count($offering['modules'] ?? [])], $document['offerings'] ?? []),
        );
        Html::table(
            __('Pages', 'memberferry'),
            [__('Page', 'memberferry'), __('Address', 'memberferry'), __('Guards', 'memberferry')],
            array_map(static function ($page) {
                $post = SiteStore::postOf($page['id']);

                return [$page['title'], $page['url'] ?? '', $post === 0 ? __('no post here', 'memberferry') : get_the_title($post)];
            }, $document['pages'] ?? []),
        );
        $issues = $site->issues();
        if ($issues !== []) {
            Html::issues(__('Worth knowing', 'memberferry'), $issues);
        }
    }

    private static function pretty(): string
    {
        return json_encode(json_decode(SiteStore::json()), self::JSON) ?: '';
    }

    /** A course of two modules, and a page that goes with the second. */
    private static function example(): string
    {
        $module = static fn (string $id, string $name, array $release) => ['id' => $id, 'name' => $name, 'release' => $release];
        $later = ['kind' => 'timer', 'offset' => ['amount' => 7, 'unit' => 'days']];

        return json_encode([
            'offerings' => [['id' => 'watercolour', 'name' => 'Watercolour', 'accessTag' => 'Course: Watercolour', 'modules' => [$module('washes', 'Washes', ['kind' => 'at-once']), $module('edges', 'Edges', $later)]]],
            'pages' => [['id' => 'edges', 'title' => 'Edges', 'url' => '/edges', 'offering' => 'watercolour', 'module' => 'edges']],
        ], self::JSON) ?: '';
    }

    /** What a document begins with. */
    private static function beginning(): string
    {
        $kind = wp_get_environment_type() === 'production' ? 'live' : 'staging';

        return json_encode([
            'format' => 1,
            'name' => get_bloginfo('name'),
            'timezone' => TimeZone::ofSite() ?? 'UTC',
            'environment' => ['kind' => $kind, 'url' => home_url()],
            'tags' => [],
            'offerings' => [],
            'pages' => [],
        ], self::JSON) ?: '';
    }
}
