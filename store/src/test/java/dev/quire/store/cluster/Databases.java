package dev.quire.store.cluster;

import dev.quire.testbed.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Empty databases on one real PostgreSQL, which runs as long as the tests do. Where there is none,
/// tests stand aside.
public final class Databases implements BeforeAllCallback, ParameterResolver {
  private static final Namespace SPACE = Namespace.create(Databases.class);

  private record Running(PostgresServer server) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      server.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running(context);
  }

  private static Running running(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(SPACE)
        .getOrComputeIfAbsent("server", _ -> start(), Running.class);
  }

  private static Running start() {
    try {
      return new Running(PostgresServer.start());
    } catch (IOException none) {
      return Assumptions.abort("There is no PostgreSQL for this test: " + none.getMessage());
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getDeclaringExecutable() instanceof Constructor<?>
        && parameter.getParameter().getType() == String.class;
  }

  /// The address of a new empty database.
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    try {
      return running(context).server().emptyDatabase();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
