<?php
/**
 * Plugin Name: Memberferry
 * Description: Moves the members of another system into this site: read, check, plan, apply, prove, take back. Guards pages by rules and opens them by the clock.
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 8.2
 * License: MIT OR Apache-2.0
 * Text Domain: memberferry
 */

declare(strict_types=1);

defined('ABSPATH') || exit;

require __DIR__ . '/src/autoload.php';

MemberferryPlugin\Plugin::start(__FILE__);
