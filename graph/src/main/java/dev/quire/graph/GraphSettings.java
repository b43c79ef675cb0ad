package dev.quire.graph;

import dev.quire.graph.fault.Envelope;
import dev.quire.graph.gate.Profile;
import dev.quire.graph.json.JsonReader;
import java.time.Duration;

/// What the API does where the cloud service and an owner of files want different things.
///
/// @param profile whose permission rules apply
/// @param persistByDefault what createSession means without `persistChanges`
/// @param async when a session that was asked for with `Prefer: respond-async` is answered with 202
/// @param asyncThreshold how long opening may take before that answer is 202
/// @param body what a request body may cost
/// @param maxResponseBytes size of an answer; larger ones are refused. `Long.MAX_VALUE` for any
/// @param errorShape the form of errors
public record GraphSettings(
    Profile profile,
    boolean persistByDefault,
    Async async,
    Duration asyncThreshold,
    JsonReader.Limits body,
    long maxResponseBytes,
    Envelope.Shape errorShape) {
  private static final long FIVE_MB = 5L * 1024 * 1024;

  /// When a long-running operation is answered with 202.
  public enum Async {
    /// When it takes longer than the threshold.
    AUTO,
    /// Whenever the client allows it.
    ALWAYS,
    /// Never.
    NEVER
  }

  /// As documented for the cloud service: nothing is persisted unless asked for (the default of the
  /// published OpenAPI), bodies up to 5 MB.
  public static final GraphSettings GRAPH =
      new GraphSettings(
          Profile.GRAPH,
          false,
          Async.AUTO,
          Duration.ofSeconds(5),
          JsonReader.Limits.DEFAULT,
          FIVE_MB,
          Envelope.Shape.OBSERVED);

  /// As an owner of files wants it: sessions persist, bodies up to 64 MB, answers of any size.
  public static final GraphSettings SERVER =
      new GraphSettings(
          Profile.SERVER,
          true,
          Async.AUTO,
          Duration.ofSeconds(5),
          new JsonReader.Limits(64 * 1024 * 1024, 20_000_000, 64),
          Long.MAX_VALUE,
          Envelope.Shape.OBSERVED);
}
