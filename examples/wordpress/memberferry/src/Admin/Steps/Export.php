<?php

declare(strict_types=1);

namespace MemberferryPlugin\Admin\Steps;

use Memberferry\Record\Field;
use MemberferryPlugin\Admin\Html;
use MemberferryPlugin\Move;
use MemberferryPlugin\TimeZone;
use MemberferryPlugin\Upload;

/** The export: what it is, what each of its columns is for, what is wrong with it, and the first people in it. */
final class Export
{
    private const PREVIEW = 5;

    public static function show(?Move $move): void
    {
        if ($move === null || !is_file($move->file('export'))) {
            self::upload();

            return;
        }
        $intake = $move->intake();
        $source = $intake->detection->source;
        /* translators: %s: name of a file */
        printf('<h2>%s</h2>', esc_html(sprintf(__('The export %s', 'memberferry'), $move->get('name'))));
        Html::table(__('What it is', 'memberferry'), [__('What', 'memberferry'), __('Found', 'memberferry')], [
            [__('System', 'memberferry'), "{$source->profile} ({$source->score} %)"],
            [__('Why', 'memberferry'), implode('; ', $source->reasons)],
            [__('Encoding', 'memberferry'), $intake->detection->encoding->name],
            [__('Records', 'memberferry'), $intake->stats->records],
            [__('People', 'memberferry'), $intake->stats->contacts],
            [__('Set aside', 'memberferry'), $intake->stats->setAside],
        ]);
        printf('<h2>%s</h2>', esc_html__('What is wrong, or was decided', 'memberferry'));
        Html::issues(__('Issues of the export', 'memberferry'), $intake->issues);
        printf('<h2>%s</h2>', esc_html__('The first people', 'memberferry'));
        Html::table(
            __('The first people', 'memberferry'),
            [__('Address', 'memberferry'), __('Name', 'memberferry'), __('Tags', 'memberferry'), __('May be mailed', 'memberferry')],
            (static function () use ($intake): \Generator {
                foreach ($intake->contacts->batches(self::PREVIEW) as $batch) {
                    foreach ($batch as $contact) {
                        yield [$contact->email, trim("{$contact->firstName} {$contact->lastName}"), implode(', ', $contact->tags), $contact->marketing?->status->value ?? ''];
                    }

                    return;
                }
            })(),
        );
        self::reading($move, $intake);
        Html::form('discard');
        Html::end(__('Delete this export and begin anew', 'memberferry'), 'button button-link-delete', !$move->isUnderWay());
    }

    private static function upload(): void
    {
        printf('<h2>%s</h2>', esc_html__('Send an export', 'memberferry'));
        Html::form('upload', 'enctype="multipart/form-data"');
        printf(
            '<p><label for="mf-export">%s</label></p><p><input type="file" id="mf-export" name="export" required aria-describedby="mf-export-help"></p><p class="description" id="mf-export-help">%s</p>',
            esc_html__('The contacts that your CRM or plugin exported', 'memberferry'),
            esc_html(sprintf(
                /* translators: %s: a size, such as 64 MB */
                __('At most %s. It is kept outside of what the web server gives away, and deleted when the move is over.', 'memberferry'),
                size_format(min(Upload::limit(), wp_max_upload_size())),
            )),
        );
        Html::end(__('Send', 'memberferry'));
    }

    private static function reading(Move $move, \Memberferry\Intake $intake): void
    {
        printf('<h2>%s</h2>', esc_html__('What each column is for', 'memberferry'));
        $fields = ['' => __('keep under its own name', 'memberferry'), '-' => __('leave out', 'memberferry')];
        foreach (Field::cases() as $field) {
            $fields[$field->value] = str_replace('-', ' ', $field->value);
        }
        $reading = (array) $move->get('reading', []);
        Html::form('read');
        printf('<table class="widefat striped"><thead><tr><th scope="col">%s</th><th scope="col">%s</th><th scope="col">%s</th></tr></thead><tbody>', esc_html__('Column', 'memberferry'), esc_html__('Is', 'memberferry'), esc_html__('Because', 'memberferry'));
        foreach ($intake->mapping->columns as $place => $column) {
            $use = $column->use->toWire();
            $chosen = match ($use->kind) {
                'field' => $use->field,
                'ignored' => '-',
                default => $use->kind === 'sensitive' ? '-' : '',
            };
            printf('<tr><th scope="row">%s</th><td>', esc_html($column->header));
            /* translators: %s: name of a column */
            Html::select("columns[{$place}]", $fields, $chosen, sprintf(__('What %s is for', 'memberferry'), $column->header));
            printf('</td><td>%s (%d %%)</td></tr>', esc_html($column->reason->value), (int) $column->score);
        }
        echo '</tbody></table><table class="form-table" role="presentation">';
        Html::text('profile', __('System', 'memberferry'), (string) ($reading['profile'] ?? ''), __('Left empty: as recognised.', 'memberferry'));
        Html::text('timezone', __('Time zone of its dates', 'memberferry'), (string) ($reading['timezone'] ?? TimeZone::ofSite() ?? ''));
        printf('<tr><th scope="row">%s</th><td>', esc_html__('3/4/2024 is', 'memberferry'));
        Html::select('day-first', ['' => __('as recognised', 'memberferry'), 'no' => __('the 4th of March', 'memberferry'), 'yes' => __('the 3rd of April', 'memberferry')], match ($reading['dayFirst'] ?? null) {
            true => 'yes',
            false => 'no',
            default => '',
        }, __('Order of day and month', 'memberferry'));
        echo '</td></tr></table>';
        Html::end(__('Read it so', 'memberferry'), 'button', !$move->isUnderWay());
    }
}
