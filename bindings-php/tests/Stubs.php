<?php

declare(strict_types=1);

namespace Memberferry\Tests;

/** What the extension has, as PHP for editors and analysers, made of what it says of itself. */
final class Stubs
{
    public const FILE = __DIR__ . '/../php/stubs/memberferry.php';

    private const HEAD = <<<'PHP'
        <?php

        // What the extension `memberferry` has, for editors and analysers; nothing loads this. Made of the extension's own reflection by
        // `tests/write_stubs.php`; a test compares the two.

        namespace Memberferry\Native;

        PHP;

    public static function text(): string
    {
        $extension = new \ReflectionExtension('memberferry');
        $text = self::HEAD;
        foreach ($extension->getFunctions() as $function) {
            $text .= "\nfunction {$function->getShortName()}" . self::signature($function) . "\n{\n}\n";
        }
        foreach ($extension->getClasses() as $class) {
            $text .= self::describe($class);
        }

        return $text;
    }

    private static function describe(\ReflectionClass $class): string
    {
        $parent = $class->getParentClass();
        $text = "\n" . ($class->isFinal() ? 'final ' : '') . "class {$class->getShortName()}"
            . ($parent === false ? '' : " extends \\{$parent->getName()}") . "\n{\n";
        foreach ($class->getMethods() as $method) {
            // A class whose constructor says nothing is made by the extension alone.
            $isMade = $method->isConstructor() && $parent === false && !self::canBeMade($class);
            if ($method->class === $class->getName()) {
                $text .= '    ' . ($isMade ? 'private' : 'public') . ($method->isStatic() ? ' static' : '')
                    . " function {$method->getName()}" . self::signature($method) . "\n    {\n    }\n\n";
            }
        }

        return rtrim($text) . "\n}\n";
    }

    private static function canBeMade(\ReflectionClass $class): bool
    {
        if ($class->getConstructor()?->getNumberOfParameters() > 0) {
            return true;
        }
        try {
            $class->newInstance();

            return true;
        } catch (\Throwable) {
            return false;
        }
    }

    private static function signature(\ReflectionFunctionAbstract $function): string
    {
        $parameters = [];
        foreach ($function->getParameters() as $parameter) {
            $parameters[] = self::type($parameter->getType()) . " \${$parameter->getName()}" . ($parameter->isOptional() ? ' = null' : '');
        }
        $returned = $function->getReturnType();

        return '(' . implode(', ', $parameters) . ')' . ($returned === null ? '' : ': ' . self::type($returned));
    }

    private static function type(?\ReflectionType $type): string
    {
        if (!$type instanceof \ReflectionNamedType) {
            throw new \Exception('the extension does not say the type of something');
        }
        $name = $type->isBuiltin() ? $type->getName() : preg_replace('/^Memberferry\\\\Native\\\\/', '', $type->getName());

        return ($type->allowsNull() && $name !== 'mixed' ? '?' : '') . $name;
    }
}
