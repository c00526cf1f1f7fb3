<?php

declare(strict_types=1);

namespace MemberferryPlugin\Admin;

use MemberferryPlugin\Mailer;
use MemberferryPlugin\Maintenance;
use MemberferryPlugin\Move;
use MemberferryPlugin\Plugin;
use MemberferryPlugin\Problem;
use MemberferryPlugin\Protection;
use MemberferryPlugin\Readiness;
use MemberferryPlugin\Refused;
use MemberferryPlugin\Report;
use MemberferryPlugin\SiteStore;
use MemberferryPlugin\Ticks;
use MemberferryPlugin\Upload;

/** What the forms of the wizard ask for. Each is checked, done, and answered by the page that it came from. */
final class Actions
{
    private const TICK_SECONDS = 5.0;
    /** From what a form asks for to the step that shows what came of it. */
    private const VERBS = [
        'site' => 'site', 'redirects' => 'site', 'upload' => 'export', 'read' => 'export', 'answer' => 'checklist', 'plan' => 'plan',
        'approve' => 'run', 'start' => 'run', 'abort' => 'run', 'maintenance' => 'run', 'report' => 'proof', 'resend' => 'proof',
        'back' => 'proof', 'start-back' => 'proof', 'discard' => 'export',
    ];

    /** Where it is another one that says what is wrong. */
    private const REFUSED = ['approve' => 'plan'];

    public static function hook(): void
    {
        add_action('admin_post_memberferry', self::post(...));
        add_action('wp_ajax_memberferry_tick', self::tick(...));
    }

    private static function post(): void
    {
        $verb = is_string($_GET['verb'] ?? null) ? $_GET['verb'] : '';
        $step = self::VERBS[$verb] ?? wp_die('', '', ['response' => 404]);
        try {
            if (($_SERVER['REQUEST_METHOD'] ?? '') !== 'POST') {
                wp_die('', '', ['response' => 405]);
            }
            if ($_POST === [] && (int) ($_SERVER['CONTENT_LENGTH'] ?? 0) > 0 && current_user_can(Plugin::CAPABILITY)) {
                // PHP threw the body away, and with it what would show who sent it. Nothing is done.
                throw Upload::tooLarge();
            }
            Guard::check($verb);
            $method = lcfirst(str_replace('-', '', ucwords($verb, '-')));
            Wizard::say('success', self::$method());
        } catch (\Throwable $error) {
            Wizard::say('error', Problem::text($error));
            $step = self::REFUSED[$verb] ?? $step;
        }
        wp_safe_redirect(Wizard::url($step));
        exit;
    }

    /** A tick that the open window asks for: it does some work, and tells how far it is. */
    private static function tick(): void
    {
        if (!current_user_can(Plugin::CAPABILITY)) {
            wp_send_json_error(null, 403);
        }
        if (!check_ajax_referer(Guard::action('tick'), 'nonce', false)) {
            wp_send_json_error(null, 403);
        }
        try {
            Ticks::tick(self::TICK_SECONDS);
        } catch (\Throwable $error) {
            Ticks::note($error);
        }
        $move = Move::current();
        wp_send_json_success([
            'running' => $move !== null && $move->isUnderWay(),
            'html' => $move === null ? '' : Steps\Run::progress($move),
        ]);
    }

    private static function site(): string
    {
        $document = self::text('document', 4 << 20);
        try {
            $found = SiteStore::replace($document);
        } catch (\Throwable $error) {
            Steps\Site::keepDraft($document);
            throw $error;
        }

        /* translators: %d: number of pages */
        $matched = sprintf(_n('%d page guards a post', '%d pages guard posts', $found['matched'], 'memberferry'), $found['matched']);
        /* translators: %d: number of pages */
        $unmatched = sprintf(_n('%d has no post here', '%d have no post here', $found['unmatched'], 'memberferry'), $found['unmatched']);

        return sprintf('%s %s, %s.', __('Kept.', 'memberferry'), $matched, $unmatched);
    }

    private static function redirects(): string
    {
        $kept = [];
        foreach (['login', 'upsell', 'not-yet'] as $case) {
            $to = sanitize_url(self::text($case, 2_000), ['http', 'https']);
            if ($to !== '') {
                $kept[$case] = $to;
            }
        }
        update_option(Protection::REDIRECTS, $kept, true);

        return __('Kept.', 'memberferry');
    }

    private static function upload(): string
    {
        Move::begin(static fn (string $to) => Upload::take((array) ($_FILES['export'] ?? []), $to));

        return __('The export is here. Look at what it was taken for.', 'memberferry');
    }

    private static function read(): string
    {
        $move = Move::required();
        $chosen = self::texts('columns');
        $columns = [];
        foreach ($move->intake()->mapping->columns as $place => $column) {
            $to = $chosen[$place] ?? '';
            $was = $column->toWire();
            $is = match (true) {
                $to === '' => $was->use->kind === 'custom' ? $was->use : ['kind' => 'custom', 'name' => $column->header],
                $to === '-' => in_array($was->use->kind, ['ignored', 'sensitive'], true) ? $was->use : ['kind' => 'ignored'],
                default => ['kind' => 'field', 'field' => $to],
            };
            $columns[] = ['header' => $column->header, 'use' => (array) $is];
        }
        $dayFirst = self::text('day-first', 8);
        $move->readAs([
            'profile' => self::text('profile', 60),
            'timezone' => self::text('timezone', 60),
            'dayFirst' => $dayFirst === '' ? null : $dayFirst === 'yes',
            'mapping' => ['format' => 1, 'columns' => $columns],
        ]);

        return __('Read so.', 'memberferry');
    }

    private static function answer(): string
    {
        $notes = self::texts('notes');
        $answers = [];
        foreach (self::texts('answers') as $item => $answer) {
            $answers[$item] = ['answer' => $answer, 'note' => sanitize_text_field($notes[$item] ?? '')];
        }
        (new Readiness(Move::required()))->answer($answers);

        return __('Kept.', 'memberferry');
    }

    private static function plan(): string
    {
        $waivers = [];
        foreach (self::texts('waivers') as $code => $reason) {
            if (trim($reason) !== '') {
                $waivers[] = ['code' => (string) $code, 'reason' => sanitize_text_field($reason)];
            }
        }
        $plan = Move::required()->makePlan(array_filter([
            'importAllContacts' => isset($_POST['all']),
            'keepMaintenanceMode' => isset($_POST['keep-maintenance']),
            'notify' => isset($_POST['notify']) ? 'mailable' : 'nobody',
            'passwordPolicy' => self::text('passwords', 40),
            'existingUsers' => self::text('existing', 40),
            'dripContinuity' => self::text('drip', 60),
            'waivers' => $waivers,
        ]));

        return $plan->blockers() === []
            ? __('The plan is made. Look it over.', 'memberferry')
            : __('The plan is made, and something blocks it.', 'memberferry');
    }

    private static function approve(): string
    {
        Move::required()->approve(self::text('digest', 64), Steps\Access::filled(self::texts('losses')), Steps\Access::filled(self::texts('gains')));

        return __('Approved.', 'memberferry');
    }

    private static function start(): string
    {
        $move = Move::required();
        $reason = sanitize_text_field(self::text('in-spite', 400));
        $move->change([
            'hasBackup' => isset($_POST['backup']),
            'inSpite' => $reason === '' ? $move->get('inSpite') : ['reason' => $reason, 'by' => Move::operator(), 'at' => gmdate('c')],
        ]);
        if (!$move->hasBackup()) {
            throw new Refused(__('make a backup of the database first, and try to restore it.', 'memberferry'));
        }
        $move->start();

        return __('Started.', 'memberferry');
    }

    private static function abort(): string
    {
        Move::required()->abort();

        return __('Given up. What was done stays until you take it back.', 'memberferry');
    }

    private static function maintenance(): string
    {
        Maintenance::set(self::text('state', 3) === 'on');

        return Maintenance::isOn() ? __('Visitors are kept out.', 'memberferry') : __('The site is open.', 'memberferry');
    }

    private static function report(): string
    {
        $text = Report::of(Move::required(), key: isset($_POST['pseudonyms']) ? bin2hex(random_bytes(32)) : null);
        nocache_headers();
        header('Content-Type: text/html; charset=utf-8');
        header('Content-Disposition: attachment; filename="memberferry-report.html"');
        header('X-Content-Type-Options: nosniff');
        header("Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; sandbox");
        echo $text;
        exit;
    }

    private static function resend(): string
    {
        $users = array_filter(array_map('intval', self::texts('users')));
        $listed = array_column(Mailer::listing(10_000), 'id');
        $known = array_intersect($users, $listed);
        foreach ($known as $user) {
            Mailer::again($user);
        }

        /* translators: %d: number of mails */
        return sprintf(__('%d mails wait to be sent.', 'memberferry'), count($known));
    }

    private static function back(): string
    {
        Move::required()->planBack();

        return __('The way back is planned. Look it over.', 'memberferry');
    }

    private static function startBack(): string
    {
        Move::required()->startBack(self::text('digest', 64));

        return __('Started.', 'memberferry');
    }

    private static function discard(): string
    {
        $move = Move::required();
        if ($move->isUnderWay()) {
            throw new Refused(__('the run is under way. Give it up first.', 'memberferry'));
        }
        $move->discard();

        return __('Deleted.', 'memberferry');
    }

    private static function text(string $name, int $limit): string
    {
        $value = wp_unslash($_POST[$name] ?? '');
        if (!is_string($value) || strlen($value) > $limit || preg_match('//u', $value) !== 1) {
            throw new Refused(__('this is not what the form has to send.', 'memberferry'));
        }

        return $value;
    }

    /** @return array<string> */
    private static function texts(string $name): array
    {
        $values = wp_unslash($_POST[$name] ?? []);

        return is_array($values) ? array_filter($values, is_string(...)) : [];
    }
}
