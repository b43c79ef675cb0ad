package dev.quire.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Gives each test method of a class a Quire server of its own: in this process, on a port of the
/// system's choice, over a fresh copy of the drive. A method takes what it needs as parameters: a
/// [Quire] to steer the server, a `GraphServiceClient` of the official SDK that is signed in.
///
/// ```java
/// @QuireTest(drive = "/books")
/// class PricingTest {
///   @Test
///   void priceFollowsTheRate(GraphServiceClient graph) { … }
/// }
/// ```
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(QuireExtension.class)
public @interface QuireTest {
  /// A folder on the class path (`/books` is `src/test/resources/books`) whose files the drive
  /// begins with. The files themselves are never touched. Nothing for an empty drive.
  String drive() default "";

  /// When the tests take place, as ISO 8601 has it. The clock stands still, so nothing expires by
  /// the way; [Quire#advance] moves it.
  String clock() default "2026-01-01T00:00:00Z";

  /// Begins the numbers of `RAND` and the ids of what is added: each run has the same ones.
  long seed() default 1;

  /// Whose limits and refusals count.
  Profile profile() default Profile.GRAPH;

  /// Limits and refusals.
  enum Profile {
    /// Those that are documented for Microsoft Graph.
    GRAPH,
    /// Those of somebody's own server: none.
    SERVER
  }
}
