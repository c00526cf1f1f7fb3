<?php

declare(strict_types=1);

namespace MemberferryPlugin\Admin;

/** The few pieces that the pages of the wizard are made of, in WordPress's own looks. Every text that goes in is escaped. */
final class Html
{
    /**
     * A table with a caption and a head.
     *
     * @param list<string> $head
     * @param iterable<list<string|int|null>> $rows
     */
    public static function table(string $caption, array $head, iterable $rows): void
    {
        printf('<table class="widefat striped"><caption class="screen-reader-text">%s</caption><thead><tr>', esc_html($caption));
        foreach ($head as $cell) {
            printf('<th scope="col">%s</th>', esc_html($cell));
        }
        echo '</tr></thead><tbody>';
        $isEmpty = true;
        foreach ($rows as $row) {
            $isEmpty = false;
            echo '<tr><th scope="row">', esc_html((string) array_shift($row)), '</th>';
            foreach ($row as $cell) {
                echo '<td>', esc_html((string) $cell), '</td>';
            }
            echo '</tr>';
        }
        if ($isEmpty) {
            printf('<tr><td colspan="%d">%s</td></tr>', count($head), esc_html__('Nothing.', 'memberferry'));
        }
        echo '</tbody></table>';
    }

    /** The beginning of a form; what it is for is in its address, so that one whose body was too large is still known. */
    public static function form(string $verb, string $extra = ''): void
    {
        $to = add_query_arg(['action' => 'memberferry', 'verb' => $verb], admin_url('admin-post.php'));
        printf('<form method="post" action="%s" %s>%s', esc_url($to), $extra, Guard::fields($verb));
    }

    public static function end(string $label, string $class = 'button button-primary', bool $isEnabled = true): void
    {
        printf('<p class="submit"><button class="%s" %s>%s</button></p></form>', esc_attr($class), $isEnabled ? '' : 'disabled', esc_html($label));
    }

    public static function notice(string $kind, string $text): void
    {
        printf('<div class="notice notice-%s inline"><p>%s</p></div>', esc_attr($kind), esc_html(ucfirst($text)));
    }

    public static function text(string $name, string $label, string $value = '', string $help = ''): void
    {
        printf(
            '<tr><th scope="row"><label for="mf-%1$s">%2$s</label></th><td><input class="regular-text" id="mf-%1$s" name="%1$s" value="%3$s"%5$s>%4$s</td></tr>',
            esc_attr($name),
            esc_html($label),
            esc_attr($value),
            $help === '' ? '' : sprintf('<p class="description" id="mf-%s-help">%s</p>', esc_attr($name), esc_html($help)),
            $help === '' ? '' : sprintf(' aria-describedby="mf-%s-help"', esc_attr($name)),
        );
    }

    /** @param array<string, string> $choices */
    public static function select(string $name, array $choices, string $chosen, string $label = '', string $class = ''): void
    {
        printf('<select name="%s" id="mf-%s" class="%s" %s>', esc_attr($name), esc_attr(sanitize_html_class($name)), esc_attr($class), $label === '' ? '' : sprintf('aria-label="%s"', esc_attr($label)));
        foreach ($choices as $value => $text) {
            printf('<option value="%s"%s>%s</option>', esc_attr((string) $value), selected((string) $value, $chosen, false), esc_html($text));
        }
        echo '</select>';
    }

    public static function checkbox(string $name, string $label, bool $isOn): void
    {
        printf('<p><label><input type="checkbox" name="%s" value="1"%s> %s</label></p>', esc_attr($name), checked($isOn, true, false), esc_html($label));
    }

    /**
     * Issues of the library, the gravest first; the same kind once, with how often it was found.
     *
     * @param iterable<\Memberferry\Record\Issue> $issues
     */
    public static function issues(string $caption, iterable $issues): void
    {
        $grave = ['error' => 0, 'warning' => 1, 'info' => 2];
        $kinds = [];
        foreach ($issues as $issue) {
            $kinds[$issue->code->value] ??= ['issue' => $issue, 'count' => 0, 'where' => []];
            $kinds[$issue->code->value]['count']++;
            if (count($kinds[$issue->code->value]['where']) < 5) {
                $line = $issue->location?->line;
                $place = $line === null ? (string) ($issue->location?->path ?? $issue->location?->field ?? '') : sprintf(/* translators: %d: number of a line */ __('line %d', 'memberferry'), $line);
                $kinds[$issue->code->value]['where'][] = trim($place . ' ' . ($issue->value ?? ''));
            }
        }
        uasort($kinds, static fn ($a, $b) => ($grave[$a['issue']->severity->value] ?? 9) <=> ($grave[$b['issue']->severity->value] ?? 9));
        self::table(
            $caption,
            [__('Severity', 'memberferry'), __('What', 'memberferry'), __('How many', 'memberferry'), __('Where', 'memberferry'), __('What to do', 'memberferry')],
            array_map(static fn ($kind) => [
                $kind['issue']->severity->value,
                "{$kind['issue']->message} ({$kind['issue']->code->value})",
                $kind['count'],
                implode('; ', array_filter($kind['where'])),
                $kind['issue']->help,
            ], array_values($kinds)),
        );
    }
}
