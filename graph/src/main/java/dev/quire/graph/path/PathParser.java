package dev.quire.graph.path;

import dev.quire.graph.edm.EdmModel;

/// Reads request paths. Stateless; one serves all threads.
///
/// Names (properties, functions, `v1.0`) are recognised in any case; keys and texts are kept as
/// sent. Syntax is recognised whether its characters are percent-encoded or not, with one
/// exception: words of the protocol (`$count`, `$value`, `$batch`) need a bare dollar.
public final class PathParser {
  /// The longest raw path that is read; longer ones are refused.
  public static final int MAX_CHARS = 16_384;

  private final EdmModel model;
  private final EdmModel beta;

  /// A parser for the paths of a model, whatever the version.
  public PathParser(EdmModel model) {
    this(model, model);
  }

  /// A parser for the paths of two versions.
  ///
  /// @param model what is below `/v1.0`
  /// @param beta what is below `/beta`
  public PathParser(EdmModel model, EdmModel beta) {
    this.model = model;
    this.beta = beta;
  }

  /// The route that a path describes.
  ///
  /// The method matters in one place: the last word behind a collection names an operation in a
  /// POST (`worksheets/add`) and an entity otherwise.
  ///
  /// @param method the HTTP method in capitals
  /// @param rawPath as sent, percent escapes included, beginning with `/v1.0` or `/beta`
  /// @throws PathFault when the model has no such path
  public Route parse(String method, String rawPath) {
    if (rawPath.length() > MAX_CHARS) {
      throw new PathFault.TooLong(rawPath.length());
    }
    var words = new Words(Word.split(rawPath));
    String version = Walker.version(words);
    return new Walker(version.equals("beta") ? beta : model, method.equals("POST"), version, words)
        .walk();
  }
}
