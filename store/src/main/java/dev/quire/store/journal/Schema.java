package dev.quire.store.journal;

import java.util.List;

/// The tables, in SQL that any database takes. Rows carry their own checksums.
final class Schema {
  static final List<String> TABLES =
      List.of(
          "create table if not exists meta (name varchar(40) primary key, amount bigint not null)",
          """
          create table if not exists book (
            id bigint primary key, drive varchar(400) not null, item varchar(400) not null,
            file_seq bigint not null, file_hash varchar(64) not null, file_note blob not null,
            next_seq bigint, next_hash varchar(64), next_note blob,
            last_seq bigint not null, checksum bigint not null, unique (drive, item))\
          """,
          """
          create table if not exists op (
            book bigint not null, seq bigint not null, bytes blob not null,
            checksum bigint not null, primary key (book, seq))\
          """,
          """
          create table if not exists aside (
            drive varchar(400) not null, item varchar(400) not null, seq bigint not null,
            bytes blob not null, reason varchar(400) not null, noted bigint not null)\
          """,
          """
          create table if not exists session (
            ticket varchar(400) primary key, owner varchar(400) not null,
            drive varchar(400) not null, item varchar(400) not null,
            last_used bigint not null, checksum bigint not null)\
          """);

  private Schema() {}
}
