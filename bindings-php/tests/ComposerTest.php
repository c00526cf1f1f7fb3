<?php

declare(strict_types=1);

namespace Memberferry\Tests;

/** The package as its users have it: installed by Composer into a project that has nothing else. Nothing is fetched from the network. */
final class ComposerTest extends TestCase
{
    public function testTheManifestsAreValid(): void
    {
        $this->composer(self::PACKAGE, ['validate', '--strict']);
        // The plugin takes the package of this repository, of whatever version.
        $this->composer(self::PLUGIN, ['validate', '--no-check-publish', '--no-check-lock']);
    }

    public function testAnEmptyProjectInstallsThePackageAndUsesIt(): void
    {
        $project = $this->project('{"require": {"memberferry/memberferry": "*@dev"}}');
        $this->composer($project, ['install']);
        $this->same('ada@example.com', $this->says($project, 'echo Memberferry\Memberferry::checkEmail(" Ada@Example.com")->key;'));
        $loaded = $this->says($project, 'echo (new ReflectionClass(Memberferry\Memberferry::class))->getFileName();');
        $this->that(str_starts_with($loaded, (string) realpath("{$project}/vendor")), "{$loaded} is not what Composer installed");
    }

    /** What the plugin for WordPress requires is what its folder `vendor` gets. */
    public function testThePluginInstallsWhatItRequires(): void
    {
        $project = $this->project((string) file_get_contents(self::PLUGIN . '/composer.json'));
        $this->composer($project, ['install']);
        $this->same('1', $this->says($project, 'echo (int) class_exists(Memberferry\Site::class);'));
    }

    public function testWithoutTheExtensionNothingIsInstalled(): void
    {
        $project = $this->project('{"require": {"memberferry/memberferry": "*@dev"}}');
        [$status, $said] = $this->run($project, ['composer', '--no-interaction', '--no-plugins', 'install']);
        $this->that($status !== 0, 'Composer installed it without the extension');
        $this->contains('ext-memberferry', $said);
    }

    private const PACKAGE = __DIR__ . '/../php';
    private const PLUGIN = __DIR__ . '/../../examples/wordpress/memberferry';

    /** A folder with a manifest, whose packages come from this repository alone. */
    private function project(string $manifest): string
    {
        $folder = $this->folder();
        $manifest = json_decode($manifest, true, 512, JSON_THROW_ON_ERROR);
        $package = ['type' => 'path', 'url' => (string) realpath(self::PACKAGE), 'options' => ['symlink' => false]];
        $manifest['repositories'] = [$package, ['packagist.org' => false]];
        file_put_contents("{$folder}/composer.json", json_encode($manifest, JSON_THROW_ON_ERROR));

        return $folder;
    }

    /** @param list<string> $words */
    private function composer(string $folder, array $words): void
    {
        $settings = $this->folder();
        file_put_contents("{$settings}/memberferry.ini", 'extension=' . self::extension() . "\n");
        // Composer starts PHP again by itself, which keeps no `-d`: a folder of settings is read by every PHP.
        $environment = ['PHP_INI_SCAN_DIR' => ":{$settings}"];
        [$status, $said] = $this->run($folder, ['composer', '--no-interaction', '--no-plugins', ...$words], $environment);
        $this->that($status === 0, $said);
    }

    /** What a program prints that has nothing but what Composer installed. */
    private function says(string $project, string $program): string
    {
        $code = "require '{$project}/vendor/autoload.php'; {$program}";
        [$status, $said] = $this->run($project, [PHP_BINARY, '-d', 'extension=' . self::extension(), '-r', $code]);
        $this->that($status === 0, $said);

        return $said;
    }

    /**
     * @param list<string> $command
     * @param array<string, string> $environment
     * @return array{int, string}
     */
    private function run(string $folder, array $command, array $environment = []): array
    {
        $home = $this->folder();
        $environment += ['COMPOSER_HOME' => $home, 'COMPOSER_CACHE_DIR' => '/dev/null', 'COMPOSER_ALLOW_SUPERUSER' => '1', 'COMPOSER_DISABLE_NETWORK' => '1'];
        $process = proc_open($command, [1 => ['pipe', 'w'], 2 => ['redirect', 1]], $pipes, $folder, $environment + getenv());
        if ($process === false) {
            throw new \Exception("{$command[0]} did not start");
        }
        $said = (string) stream_get_contents($pipes[1]);

        return [proc_close($process), $said];
    }
}
