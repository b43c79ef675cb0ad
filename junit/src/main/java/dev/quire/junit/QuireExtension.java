package dev.quire.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/// Starts a server before each test method and stops it afterwards; see [QuireTest].
final class QuireExtension implements BeforeEachCallback, ParameterResolver {
  private static final Namespace OURS = Namespace.create(QuireExtension.class);
  private static final String SDK_CLIENT = "com.microsoft.graph.serviceclient.GraphServiceClient";

  /// The server is kept in the store of the method, which closes it when the method is over.
  @Override
  public void beforeEach(ExtensionContext context) {
    context.getStore(OURS).put(Quire.class, Quire.start(order(context)));
  }

  private static QuireTest order(ExtensionContext context) {
    Optional<ExtensionContext> here = Optional.of(context);
    while (here.isPresent()) {
      Optional<QuireTest> found =
          here.get()
              .getTestClass()
              .flatMap(type -> AnnotationSupport.findAnnotation(type, QuireTest.class));
      if (found.isPresent()) {
        return found.get();
      }
      here = here.get().getParent();
    }
    throw new ExtensionConfigurationException("The test class has no @QuireTest.");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Quire.class || type.getName().equals(SDK_CLIENT);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Quire quire = context.getStore(OURS).get(Quire.class, Quire.class);
    if (quire == null) {
      throw new ExtensionConfigurationException(
          "A server belongs to one test method: take it as a parameter of a method.");
    }
    // The SDK is looked at only when a test asks for it, as not everybody has it.
    return parameter.getParameter().getType() == Quire.class ? quire : SdkClient.of(quire);
  }
}
