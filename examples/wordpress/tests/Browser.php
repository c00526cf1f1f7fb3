<?php

declare(strict_types=1);

namespace MemberferryTests;

/** A person in front of a browser: keeps cookies, follows nothing by itself. */
final class Browser
{
    /** @var array<string, string> */
    private array $cookies = [];

    public int $status = 0;

    /** @var array<string, string> */
    public array $headers = [];

    public string $body = '';

    public function __construct(private readonly string $address)
    {
    }

    public function logIn(string $login, string $password): bool
    {
        $this->get('/wp-login.php');
        $this->post('/wp-login.php', ['log' => $login, 'pwd' => $password, 'testcookie' => '1', 'redirect_to' => $this->address . '/']);

        return $this->status === 302 && array_filter(array_keys($this->cookies), static fn ($name) => str_starts_with($name, 'wordpress_logged_in_')) !== [];
    }

    /** The value of the cookie whose name begins so. */
    public function cookie(string $prefix): string
    {
        foreach ($this->cookies as $name => $value) {
            if (str_starts_with($name, $prefix)) {
                return rawurldecode($value);
            }
        }

        return '';
    }

    /** @param array<string, string> $headers */
    public function get(string $path, array $headers = []): self
    {
        return $this->send('GET', $path, '', $headers);
    }

    /** @param array<string, mixed> $fields */
    public function post(string $path, array $fields, array $headers = []): self
    {
        return $this->send('POST', $path, http_build_query($fields), ['Content-Type' => 'application/x-www-form-urlencoded'] + $headers);
    }

    /**
     * Sends a form with a file.
     *
     * @param array<string, string> $fields
     */
    public function upload(string $path, array $fields, string $field, string $name, string $content): self
    {
        $boundary = 'x' . bin2hex(random_bytes(12));
        $body = '';
        foreach ($fields as $each => $value) {
            $body .= "--{$boundary}\r\nContent-Disposition: form-data; name=\"{$each}\"\r\n\r\n{$value}\r\n";
        }
        $body .= "--{$boundary}\r\nContent-Disposition: form-data; name=\"{$field}\"; filename=\"{$name}\"\r\nContent-Type: text/csv\r\n\r\n{$content}\r\n--{$boundary}--\r\n";

        return $this->send('POST', $path, $body, ['Content-Type' => "multipart/form-data; boundary={$boundary}"]);
    }

    /** @param array<string, string> $headers */
    public function send(string $method, string $path, string $body, array $headers = []): self
    {
        $url = str_starts_with($path, 'http') ? $path : $this->address . $path;
        $lines = [];
        foreach ($headers as $name => $value) {
            $lines[] = "{$name}: {$value}";
        }
        if ($this->cookies !== []) {
            $lines[] = 'Cookie: ' . implode('; ', array_map(static fn ($name, $value) => "{$name}={$value}", array_keys($this->cookies), $this->cookies));
        }
        $lines[] = 'Connection: close';
        $context = stream_context_create(['http' => [
            'method' => $method,
            'header' => implode("\r\n", $lines),
            'content' => $body,
            'ignore_errors' => true,
            'follow_location' => 0,
            'timeout' => 120,
        ]]);
        $this->body = (string) @file_get_contents($url, false, $context);
        $this->status = 0;
        $this->headers = [];
        foreach ($http_response_header ?? [] as $line) {
            if (preg_match('~\AHTTP/\S+ (\d+)~', $line, $match) === 1) {
                $this->status = (int) $match[1];
            } elseif (preg_match('/\ASet-Cookie: ([^=]+)=([^;]*)/i', $line, $match) === 1) {
                $this->cookies[$match[1]] = $match[2];
            } elseif (str_contains($line, ':')) {
                [$name, $value] = explode(':', $line, 2);
                $this->headers[strtolower($name)] = trim($value);
            }
        }

        return $this;
    }

    /**
     * The fields of a form on the page, as a browser would send them.
     *
     * @return array{string, array<string, string>} Where it goes, and what it holds.
     */
    public function form(string $action): array
    {
        preg_match_all('~<form\b([^>]*)>(.*?)</form>~s', $this->body, $forms, PREG_SET_ORDER);
        foreach ($forms as [, $head, $inner]) {
            $to = self::attribute($head, 'action');
            if (!str_contains($to, $action)) {
                continue;
            }
            $fields = [];
            preg_match_all('~<input\b[^>]*>~', $inner, $inputs);
            foreach ($inputs[0] as $input) {
                $isChoice = in_array(self::attribute($input, 'type'), ['checkbox', 'radio'], true);
                if (self::attribute($input, 'name') !== '' && (!$isChoice || preg_match('/\schecked\b/', $input) === 1)) {
                    $fields[self::attribute($input, 'name')] = self::attribute($input, 'value');
                }
            }

            return [$to, $fields];
        }
        throw new \RuntimeException("there is no form `{$action}` on the page: " . substr(strip_tags($this->body), 0, 600));
    }

    private static function attribute(string $tag, string $name): string
    {
        return preg_match("~\\s{$name}=([\"'])(.*?)\\1~s", $tag, $match) === 1 ? html_entity_decode($match[2], ENT_QUOTES | ENT_HTML5) : '';
    }
}
