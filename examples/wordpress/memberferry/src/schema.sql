-- What a membership site keeps beside WordPress's own tables. `{prefix}` is the site's.
CREATE TABLE IF NOT EXISTS {prefix}memberferry_users (
  user_id   BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  email_key VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
  document  LONGTEXT CHARACTER SET utf8mb4 NOT NULL
) ENGINE=InnoDB;
CREATE TABLE IF NOT EXISTS {prefix}memberferry_tags (
  user_id BIGINT UNSIGNED NOT NULL,
  tag     VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (user_id, tag),
  KEY tag (tag)
) ENGINE=InnoDB;
CREATE TABLE IF NOT EXISTS {prefix}memberferry_enrollments (
  user_id  BIGINT UNSIGNED NOT NULL,
  offering VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  document LONGTEXT CHARACTER SET utf8mb4 NOT NULL,
  PRIMARY KEY (user_id, offering)
) ENGINE=InnoDB;
CREATE TABLE IF NOT EXISTS {prefix}memberferry_outbox (
  user_id BIGINT UNSIGNED NOT NULL,
  message VARCHAR(64) NOT NULL,
  PRIMARY KEY (user_id, message)
) ENGINE=InnoDB;
CREATE TABLE IF NOT EXISTS {prefix}memberferry_operations (
  plan CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id   CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (plan, id)
) ENGINE=InnoDB;
CREATE TABLE IF NOT EXISTS {prefix}memberferry_mails (
  user_id BIGINT UNSIGNED NOT NULL,
  message VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  state   VARCHAR(16) NOT NULL,
  at      DATETIME NOT NULL,
  PRIMARY KEY (user_id, message)
) ENGINE=InnoDB;
