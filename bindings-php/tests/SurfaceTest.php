<?php

declare(strict_types=1);

namespace Memberferry\Tests;

use Memberferry\Handle;
use Memberferry\Native;
use Memberferry\Record;

/** What an analyser would say of the package, asked by reflection: that everything it names is there, and that everything has its type. */
final class SurfaceTest extends TestCase
{
    /** Operations that a handle does in place of a function, or that is for tests alone. */
    private const BY_HANDLES = [
        'access.decide-all' => 'Site::decideAll',
        'contacts.from-records' => 'Contacts::fromRecords',
        'contacts.join' => 'Memberferry::joinContacts',
        'contacts.merge' => 'Memberferry::mergeContacts',
        'contacts.read' => 'Memberferry::readContacts',
        'contacts.write-csv' => 'Contacts::writeCsv',
        'orders.read' => 'Memberferry::readOrders',
        'plan.build' => 'Plan::build',
        'plan.diff' => 'Plan::diff',
        'run.rollback-plan' => 'Run::rollbackPlan',
        'run.script' => '',
        'site.check' => 'Site::load',
        'subscriptions.read' => 'Memberferry::readSubscriptions',
    ];

    public function testTheStubsAreWhatTheExtensionSays(): void
    {
        $this->same(Stubs::text(), file_get_contents(Stubs::FILE), 'run tests/write_stubs.php');
        $this->same(Native\version(), (new \ReflectionExtension('memberferry'))->getVersion());
    }

    public function testEveryOperationHasAFunctionOrAHandle(): void
    {
        $source = implode('', array_map(file_get_contents(...), self::sources()));
        foreach (Native\operations() as $operation) {
            $isCalled = str_contains($source, "'{$operation}'");
            $this->that($isCalled !== isset(self::BY_HANDLES[$operation]), "{$operation} is called, or stands in BY_HANDLES, and not both");
        }
        foreach (array_filter(self::BY_HANDLES) as $method) {
            $this->that(method_exists('Memberferry\\' . strstr($method, '::', true), substr((string) strstr($method, '::'), 2)), $method);
        }
    }

    public function testEverythingNamedOfTheExtensionIsThere(): void
    {
        foreach (self::sources() as $file) {
            $text = (string) file_get_contents($file);
            preg_match_all('/\bNative\\\\(\w+)(\()?/', $text, $named, PREG_SET_ORDER);
            foreach ($named as $match) {
                $isFunction = isset($match[2]) && function_exists("Memberferry\\Native\\{$match[1]}");
                $this->that($isFunction || class_exists("Memberferry\\Native\\{$match[1]}"), "{$file}: there is no Native\\{$match[1]}");
            }
            preg_match_all('/Native\\\\(\w+)::(\w+)\(/', $text, $static, PREG_SET_ORDER);
            foreach ($static as [, $class, $method]) {
                $this->that(method_exists("Memberferry\\Native\\{$class}", $method), "{$file}: there is no {$class}::{$method}");
            }
        }
        foreach (self::classes() as $class) {
            foreach ($class->getProperties() as $property) {
                $this->checkCalls($class, $property);
            }
        }
    }

    public function testEveryImportIsThereAndUsed(): void
    {
        foreach (self::sources() as $file) {
            $text = (string) file_get_contents($file);
            preg_match_all('/^use (Memberferry\\\\[\w\\\\]+);$/m', $text, $imports);
            foreach ($imports[1] as $name) {
                $isThere = $name === 'Memberferry\\Native' || class_exists($name) || interface_exists($name);
                $this->that($isThere, "{$file}: there is no {$name}");
                $short = substr((string) strrchr($name, '\\'), 1);
                $this->that(preg_match_all("/\\b{$short}\\b/", $text) > 1, "{$file} does not use {$name}");
            }
        }
    }

    public function testEveryClassIsThereWithTypesAndIsClosed(): void
    {
        $seen = 0;
        foreach (self::classes() as $class) {
            $seen++;
            $name = $class->getName();
            $this->contains("declare(strict_types=1);\n", (string) file_get_contents((string) $class->getFileName()));
            $this->that($class->isFinal() || $class->isAbstract() || $class->isInterface() || $class->isTrait() || $class->isEnum()
                || $name === \Memberferry\Exception\MemberferryException::class, "{$name} is open to be extended");
            foreach ($class->getMethods() as $method) {
                if ($method->getFileName() !== $class->getFileName()) {
                    continue;
                }
                $where = "{$name}::{$method->getName()}";
                $isUntyped = in_array($method->getName(), ['__construct', '__destruct', '__clone'], true);
                $this->that($isUntyped || $method->hasReturnType(), "{$where} does not say what it gives");
                foreach ($method->getParameters() as $parameter) {
                    $this->that($parameter->hasType(), "{$where} does not say what \${$parameter->getName()} is");
                }
            }
        }
        $this->that($seen > 400, "only {$seen} classes");
    }

    public function testEveryPublicMethodIsDocumented(): void
    {
        foreach (self::classes() as $class) {
            if (str_starts_with($class->getName(), 'Memberferry\\Record\\')) {
                continue;
            }
            $this->that($class->getDocComment() !== false, "{$class->getName()} is not documented");
            foreach ($class->getMethods(\ReflectionMethod::IS_PUBLIC) as $method) {
                $isInternal = str_contains((string) $class->getDocComment(), '@internal');
                $isKnown = preg_match('/^(__\w+|count|getIterator|jsonSerialize|stream_\w+)$/', $method->getName()) === 1 || $this->isOfInterface($method);
                $isOwn = $method->getDeclaringClass()->getName() === $class->getName() && $method->getFileName() === $class->getFileName();
                $this->that(!$isOwn || $isInternal || $isKnown || $method->getDocComment() !== false, "{$class->getName()}::{$method->getName()} is not documented");
            }
        }
    }

    public function testWhatRecordsNameIsThere(): void
    {
        foreach (self::classes() as $class) {
            if (!$class->isSubclassOf(Record::class)) {
                continue;
            }
            $fields = $class->getConstant('FIELDS');
            array_walk_recursive($fields, fn ($plan) => $this->that(
                $plan === null || in_array($plan, ['instant', 'nothing', 'list', 'map'], true) || class_exists($plan),
                "{$class->getName()} names {$plan}",
            ));
            foreach ($class->getConstant('KINDS') as $kind => $of) {
                $this->same($kind, $of::KIND);
            }
            if (!$class->isAbstract()) {
                $parameters = array_map(static fn ($parameter) => $parameter->getName(), $class->getConstructor()?->getParameters() ?? []);
                $this->same([], array_diff(array_keys($class->getConstant('FIELDS')), $parameters));
                $this->that($class->isReadOnly() && $class->isFinal(), $class->getName());
            }
        }
    }

    public function testEveryHandleRefusesToBeWrittenDown(): void
    {
        $handles = 0;
        foreach (self::classes() as $class) {
            $handles += (int) $class->isSubclassOf(Handle::class);
        }
        $this->that($handles >= 14, "{$handles} handles");
        foreach ((new \ReflectionExtension('memberferry'))->getClasses() as $class) {
            $isExposed = $class->isSubclassOf(\Exception::class);
            $this->that($isExposed || ($class->isFinal() && $class->getProperties() === []), $class->getName());
        }
        $builder = new Native\ContactsBuilder();
        $this->thrown(\Error::class, static fn () => clone $builder);
        $this->thrown(\Exception::class, static fn () => serialize($builder));
    }

    public function testAPanicOfTheLibraryIsTheLibrarysFault(): void
    {
        $this->same(['code' => 'internal', 'category' => 'internal'], array_intersect_key(
            \Memberferry\Wire::decode((string) json_encode(\Memberferry\Memberferry::listCodes(['internal'])[0])),
            ['category' => 1, 'code' => 1],
        ));
        $categories = array_map(static fn ($category) => $category->value, \Memberferry\Record\Category::cases());
        foreach ($categories as $category) {
            $failure = ['code' => 'internal', 'category' => $category, 'message' => 'm', 'help' => 'h', 'location' => ['line' => 3]];
            $error = \Memberferry\Exception\MemberferryException::fromWire($failure);
            $this->same('Memberferry\\Exception\\' . ucfirst($category) . 'Exception', $error::class);
            $this->contains('m (internal) at line 3: h', (string) $error);
        }
    }

    /** Every method that a class calls on a handle of the extension is one. */
    private function checkCalls(\ReflectionClass $class, \ReflectionProperty $property): void
    {
        $types = $property->getType();
        $named = $types instanceof \ReflectionUnionType ? $types->getTypes() : [$types];
        $handles = [];
        foreach ($named as $type) {
            if ($type instanceof \ReflectionNamedType && str_starts_with($type->getName(), 'Memberferry\\Native\\')) {
                $handles[] = $type->getName();
            }
        }
        $text = $handles === [] ? '' : (string) file_get_contents((string) $class->getFileName());
        preg_match_all('/\$this->' . $property->getName() . '->(\w+)\(/', $text, $calls);
        foreach ($calls[1] as $method) {
            $have = array_filter($handles, static fn (string $handle) => method_exists($handle, $method));
            $this->that($have !== [], "{$class->getName()}: none of " . implode(', ', $handles) . " has {$method}");
        }
    }

    private function isOfInterface(\ReflectionMethod $method): bool
    {
        foreach ($method->getDeclaringClass()->getInterfaces() as $interface) {
            if ($interface->hasMethod($method->getName())) {
                return true;
            }
        }

        return false;
    }

    /** @return list<string> The package's files but for its records. */
    private static function sources(): array
    {
        $root = __DIR__ . '/../php/src';

        return [...glob("{$root}/*.php") ?: [], ...glob("{$root}/{Exception,Functions,Journal}/*.php", GLOB_BRACE) ?: []];
    }

    /** @return \Generator<int, \ReflectionClass<object>> */
    private static function classes(): \Generator
    {
        $root = (string) realpath(__DIR__ . '/../php/src');
        foreach (new \RecursiveIteratorIterator(new \RecursiveDirectoryIterator($root, \FilesystemIterator::SKIP_DOTS)) as $file) {
            $name = 'Memberferry\\' . strtr(substr((string) $file, strlen($root) + 1, -4), '/', '\\');
            yield enum_exists($name) ? new \ReflectionEnum($name) : new \ReflectionClass($name);
        }
    }
}
