<!doctype html>
<title><?php wp_title(''); ?></title>
<?php
while (have_posts()) {
    the_post();
    echo is_singular() ? '<article>' : '<li>';
    the_title('<h1>', '</h1>');
    is_singular() ? the_content() : the_excerpt();
}
