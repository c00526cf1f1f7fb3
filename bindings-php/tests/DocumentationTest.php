<?php

declare(strict_types=1);

namespace Memberferry\Tests;

/** Every example of PHP in the documents runs, each in a process of its own. */
final class DocumentationTest extends TestCase
{
    public function testTheExamplesRun(): void
    {
        $root = (string) realpath(__DIR__ . '/../..');
        foreach (['README.md' => 1, 'bindings-php/README.md' => 3] as $document => $least) {
            preg_match_all('/^```php\n(.*?)^```/ms', (string) file_get_contents("{$root}/{$document}"), $examples);
            $this->that(count($examples[1]) >= $least, "{$document} has too few examples");
            foreach ($examples[1] as $number => $example) {
                $said = $this->run($example, "{$document}, example {$number}");
                $this->that($said !== '' && preg_match('/Warning|Notice|Deprecated/', $said) === 0, "{$document}, example {$number}:\n{$said}");
            }
        }
    }

    /** The blocks of the tutorial are one program, and each prints what stands below it. */
    public function testTheTutorialPrintsWhatItSays(): void
    {
        $page = (string) file_get_contents(__DIR__ . '/../../docs/src/tutorial/php.md');
        preg_match_all('/^```php\n(.*?)^```(?:\n\n```text\n(.*?)^```)?/ms', $page, $blocks, PREG_SET_ORDER);
        $this->that(count($blocks) >= 6, 'the tutorial has too few blocks');
        $program = implode("echo \"\\f\";\n", array_column($blocks, 1));
        $said = explode("\f", $this->run($program, 'the tutorial'));
        foreach ($blocks as $number => $block) {
            $this->same($block[2] ?? '', $said[$number], "block {$number} of the tutorial");
        }
    }

    /** What an example prints, in a folder that has the sample. */
    private function run(string $example, string $what): string
    {
        $folder = $this->folder();
        symlink((string) realpath(__DIR__ . '/../../examples'), "{$folder}/examples");
        $load = "<?php\nrequire " . var_export(__DIR__ . '/autoload.php', true) . ";\n";
        file_put_contents("{$folder}/example.php", $load . $example);
        $settings = ['-d', 'extension=' . self::extension(), '-d', 'error_reporting=-1', '-d', 'display_errors=1', '-d', 'html_errors=0'];
        $process = proc_open([PHP_BINARY, ...$settings, 'example.php'], [1 => ['pipe', 'w'], 2 => ['pipe', 'w']], $pipes, $folder);
        $said = stream_get_contents($pipes[1]) . stream_get_contents($pipes[2]);
        $this->that(is_resource($process) && proc_close($process) === 0, "{$what}:\n{$said}");

        return $said;
    }
}
