package dev.quire.conformance.surface;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says which operations of the entity model a test covers. It covers one when it asserts what the
/// operation did to the workbook, or what it read from it, and not only the status.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Covers {
  /// Operations as [Operation#id] writes them; `*` stands for anything.
  String[] value();
}
